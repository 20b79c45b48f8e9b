import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { ulid } from 'ulid';
import type { AccountId } from '#shared/domain/ids.ts';
import type { ListColumn } from '#shared/domain/list-columns.ts';
import { GROUPINGS, SORTS } from '#shared/domain/view.ts';
import { listedIdOf } from '#shared/views/own-view.ts';
import { USUAL_SORT } from '#shared/views/print-query.ts';
import { useDesk } from '../../state/desk-context.tsx';
import { useDeskState } from '../../state/desk-state.ts';
import { goTo } from '../../state/go-to.ts';
import { show } from '../../state/interface-state.ts';
import { typedQuery } from '../../state/queries.ts';
import { useText } from '../../state/text-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import form from '../../ui/Form.module.css';
import { focusInvalid } from '../../ui/focus-invalid.ts';
import { Labelled } from '../../ui/Labelled.tsx';
import { saveByKey } from '../../ui/save-by-key.ts';
import { ColumnsChoice, isUnfinished, queryProblemSentence, viewsProblem } from '../inbox/index.ts';
import { Conditions } from './Conditions.tsx';
import { draftOf, isComplete, type List, type QueryDraft, withText } from './draft.ts';
import styles from './ViewBuilder.module.css';

export type Begins = {
  readonly title: string;
  readonly accountId: AccountId | null;
  readonly text: string;
  readonly columns: readonly ListColumn[];
};

/** `ownId` is the view that is changed; null makes a new one. */
export function BuilderForm({ begins, ownId }: { readonly begins: Begins; readonly ownId: string | null }) {
  const t = useText();
  const desk = useDesk();
  const queries = useQueryClient();
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const accounts = useDeskState((state) => state.accounts) ?? [];
  const [title, setTitle] = useState(begins.title);
  const [accountId, setAccountId] = useState(begins.accountId);
  const [columns, setColumns] = useState(begins.columns);
  const [draft, setDraft] = useState<QueryDraft>(
    () => draftOf(begins.text) ?? { text: begins.text, rows: [], sort: USUAL_SORT, groupBy: null },
  );
  const [caret, setCaret] = useState<number | null>(null);
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  const { text } = draft;
  const request = { accountId, text, caret: text.length };
  const answer = useQuery(typedQuery(desk, request)).data;
  const problem = answer?.problems.find((one) => !isUnfinished(one, caret));
  const choose = (change: Partial<Omit<QueryDraft, 'text'>>): void => setDraft(withText({ ...draft, ...change }));
  // What cannot be read whole stays text: the conditions are those from before.
  const type = (next: string): void => setDraft(draftOf(next, draft.rows) ?? { ...draft, text: next });

  const save = async (asNew: boolean): Promise<void> => {
    setTried(true);
    setFailed(null);
    const name = title.trim();
    if (name === '' || !draft.rows.every(({ condition }) => isComplete(condition))) return focusInvalid(element);
    const { query, usable, problems } = await queries.fetchQuery(typedQuery(desk, request));
    if (!usable) return setFailed(problems.map((one) => queryProblemSentence(t, one)).join(' '));
    const made = {
      id: (asNew ? null : ownId) ?? ulid(),
      title: name,
      accountId,
      query,
      ...(columns.length > 0 ? { columns } : {}),
    };
    const done = await desk.changeViews({ type: 'put', view: made, at: null });
    if (!done.ok) return setFailed(viewsProblem(t, done.error));
    show({ dialog: null, told: { sentence: t('inbox.views.saved', { title: name }) } });
    goTo('inbox', { viewId: listedIdOf(made.id), sort: null });
  };
  const lacksName = tried && title.trim() === '';
  useEffect(() => nameField.current?.focus(), []);

  return (
    <form
      ref={element}
      className={form.form}
      noValidate
      onKeyDown={saveByKey(() => void save(false))}
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <div className={form.pair}>
        <Labelled label={t('inbox.save.name')} problem={lacksName ? t('inbox.build.lacksName') : null}>
          {(control) => (
            <input
              {...control}
              ref={nameField}
              className={form.input}
              value={title}
              maxLength={200}
              required
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t('inbox.build.account')}>
          {(control) => (
            <Choice
              {...control}
              value={accountId}
              options={[
                { value: null, name: t('inbox.build.allAccounts') },
                ...accounts.map((account) => ({ value: account.id, name: account.label })),
              ]}
              onChange={setAccountId}
            />
          )}
        </Labelled>
      </div>
      {LISTS.map((list) => (
        <Conditions
          key={list}
          list={list}
          rows={draft.rows}
          accountId={accountId}
          tried={tried}
          onChange={(rows) => choose({ rows })}
        />
      ))}
      <div className={form.pair}>
        <Labelled label={t('inbox.build.sort')}>
          {(control) => (
            <Choice
              {...control}
              value={draft.sort.by}
              options={SORTS.map((by) => ({ value: by, name: t(`inbox.sort.${by}`) }))}
              onChange={(by) => choose({ sort: { ...draft.sort, by } })}
            />
          )}
        </Labelled>
        <Labelled label={t('inbox.build.group')}>
          {(control) => (
            <Choice
              {...control}
              value={draft.groupBy}
              options={[
                { value: null, name: t('inbox.build.noGroup') },
                ...GROUPINGS.map((by) => ({ value: by, name: t(`inbox.build.group.${by}`) })),
              ]}
              onChange={(groupBy) => choose({ groupBy })}
            />
          )}
        </Labelled>
      </div>
      <label className={form.tick}>
        <input
          type="checkbox"
          checked={!draft.sort.descending}
          onChange={({ target }) => choose({ sort: { ...draft.sort, descending: !target.checked } })}
        />
        {t('inbox.build.reverse')}
      </label>
      <ColumnsChoice accountId={accountId} columns={columns} onChange={setColumns} />
      <div className={form.labelled}>
        <label htmlFor={`${id}-text`}>{t('inbox.build.text')}</label>
        <textarea
          id={`${id}-text`}
          className={`${form.text} ${styles.query}`}
          rows={2}
          spellCheck={false}
          aria-describedby={`${id}-found`}
          aria-invalid={problem !== undefined}
          value={text}
          onChange={({ target }) => {
            setCaret(target.selectionStart);
            type(target.value.replaceAll('\n', ' '));
          }}
          onBlur={() => setCaret(null)}
        />
        <p id={`${id}-found`} role="status" className={problem ? form.problem : styles.found}>
          {problem ? queryProblemSentence(t, problem) : answer ? t('inbox.query.found', { count: answer.count }) : ''}
        </p>
      </div>
      <div className={form.foot}>
        {failed === null ? null : (
          <p role="alert" className={form.problem}>
            {failed}
          </p>
        )}
        <Button look="primary" type="submit" keys="Mod+Enter">
          {t('inbox.save.save')}
        </Button>
        {ownId === null ? null : <Button onClick={() => void save(true)}>{t('inbox.build.saveAsNew')}</Button>}
      </div>
    </form>
  );
}

const LISTS = ['all', 'any'] as const satisfies readonly List[];
