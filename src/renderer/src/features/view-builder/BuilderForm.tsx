import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
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
import { ColumnsChoice, isUnfinished, queryProblemSentence, viewsProblem } from '../inbox/index.ts';
import { Conditions } from './Conditions.tsx';
import { draftOf, isComplete, type QueryDraft, withText } from './draft.ts';
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
    if (name === '' || !draft.rows.every(({ condition }) => isComplete(condition))) return;
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
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save(false);
  };

  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      <div className={styles.pair}>
        <label className={styles.labelled}>
          {t('inbox.save.name')}
          <input
            className={styles.input}
            value={title}
            maxLength={200}
            required
            aria-invalid={tried && title.trim() === ''}
            onChange={({ target }) => setTitle(target.value)}
          />
        </label>
        <label className={styles.labelled}>
          {t('inbox.build.account')}
          <select
            className={styles.select}
            value={accountId ?? ''}
            onChange={({ target }) => setAccountId(target.value === '' ? null : target.value)}
          >
            <option value="">{t('inbox.build.allAccounts')}</option>
            {accounts.map((account) => (
              <option key={account.id} value={account.id}>
                {account.label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Conditions
        list="all"
        rows={draft.rows}
        accountId={accountId}
        tried={tried}
        onChange={(rows) => choose({ rows })}
      />
      <Conditions
        list="any"
        rows={draft.rows}
        accountId={accountId}
        tried={tried}
        onChange={(rows) => choose({ rows })}
      />
      <div className={styles.pair}>
        <label className={styles.labelled}>
          {t('inbox.build.sort')}
          <span className={styles.sorted}>
            <select
              className={styles.select}
              value={draft.sort.by}
              onChange={({ target }) => {
                const by = SORTS.find((one) => one === target.value);
                if (by) choose({ sort: { ...draft.sort, by } });
              }}
            >
              {SORTS.map((by) => (
                <option key={by} value={by}>
                  {t(`inbox.sort.${by}`)}
                </option>
              ))}
            </select>
          </span>
        </label>
        <label className={styles.labelled}>
          {t('inbox.build.group')}
          <select
            className={styles.select}
            value={draft.groupBy ?? ''}
            onChange={({ target }) => choose({ groupBy: GROUPINGS.find((one) => one === target.value) ?? null })}
          >
            <option value="">{t('inbox.build.noGroup')}</option>
            {GROUPINGS.map((by) => (
              <option key={by} value={by}>
                {t(`inbox.build.group.${by}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={!draft.sort.descending}
          onChange={({ target }) => choose({ sort: { ...draft.sort, descending: !target.checked } })}
        />
        {t('inbox.build.reverse')}
      </label>
      <ColumnsChoice accountId={accountId} columns={columns} onChange={setColumns} />
      <div className={styles.labelled}>
        <label htmlFor={`${id}-text`}>{t('inbox.build.text')}</label>
        <textarea
          id={`${id}-text`}
          className={styles.text}
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
        <p id={`${id}-found`} role="status" className={problem ? styles.problem : styles.found}>
          {problem ? queryProblemSentence(t, problem) : answer ? t('inbox.query.found', { count: answer.count }) : ''}
        </p>
      </div>
      {failed === null && !(tried && title.trim() === '') ? null : (
        <p role="alert" className={styles.problem}>
          {failed ?? t('inbox.build.lacksName')}
        </p>
      )}
      <div className={styles.buttons}>
        <Button look="primary" type="submit">
          {t('inbox.save.save')}
        </Button>
        {ownId === null ? null : <Button onClick={() => void save(true)}>{t('inbox.build.saveAsNew')}</Button>}
      </div>
    </form>
  );
}
