import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ulid } from 'ulid';
import { listedIdOf, ownIdOf } from '#shared/views/own-view.ts';
import { useDesk } from '../../../state/desk-context.tsx';
import { goTo } from '../../../state/go-to.ts';
import { show, useInterface } from '../../../state/interface-state.ts';
import { viewsQuery } from '../../../state/queries.ts';
import { useText } from '../../../state/text-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import form from '../../../ui/Form.module.css';
import { Modal } from '../../../ui/Modal.tsx';
import { useColumns } from '../columns/use-columns.ts';
import { queryProblemSentence } from '../query/problem-sentence.ts';
import { viewsProblem, viewTitle } from '../view-title.ts';
import styles from './SaveView.module.css';

/** Gives what is listed a name. Under its own name a view of the agent's is changed; under another a new one is made. */
export function SaveView() {
  const t = useText();
  const desk = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const typed = useInterface((state) => state.query);
  const viewId = useInterface((state) => state.viewId);
  const sort = useInterface((state) => state.sort);
  const view = useQuery(viewsQuery(desk)).data?.find(({ id }) => id === viewId);
  const columns = useColumns(view);
  const own = view?.source === 'mine' ? view : undefined;
  const before = own ? viewTitle(t, own) : '';
  const [title, setTitle] = useState(view && view.source !== 'own' ? viewTitle(t, view) : '');
  const [problem, setProblem] = useState<string | null>(null);
  const name = title.trim();
  const replaces = own !== undefined && name === before;

  const save = async (): Promise<void> => {
    const accountId = view?.accountId ?? null;
    const text = typed ?? (await desk.viewQuery(viewId))?.text ?? '';
    const { query, usable, problems } = await desk.readQuery({ accountId, text, caret: text.length });
    if (!usable) return setProblem(problems.map((one) => queryProblemSentence(t, one)).join(' '));
    const id = (replaces ? ownIdOf(own.id) : null) ?? ulid();
    // In the order in which it is listed.
    const kept = { ...query, sort: sort ?? query.sort };
    const made = { id, title: name, accountId, query: kept, ...(columns.length > 0 ? { columns } : {}) };
    const done = await desk.changeViews({ type: 'put', view: made, at: null });
    if (!done.ok) return setProblem(viewsProblem(t, done.error));
    show({ dialog: null, told: { sentence: t('inbox.views.saved', { title: name }) } });
    goTo('inbox', { viewId: listedIdOf(id) });
  };
  return (
    <Modal title={t('inbox.save.title')} size="small" startAt={field} onClose={() => show({ dialog: null })}>
      <form
        className={`${form.form} ${styles.form}`}
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== '') void save();
        }}
      >
        <label className={form.labelled}>
          {t('inbox.save.name')}
          <input
            ref={field}
            className={form.input}
            value={title}
            maxLength={200}
            required
            // Another name is typed over this one.
            onFocus={({ target }) => target.select()}
            onChange={({ target }) => setTitle(target.value)}
          />
        </label>
        {replaces ? <p className={form.hint}>{t('inbox.save.over', { title: before })}</p> : null}
        {problem === null ? null : (
          <p role="alert" className={form.problem}>
            {problem}
          </p>
        )}
        <Button look="primary" type="submit" keys="Enter">
          {t('inbox.save.save')}
        </Button>
      </form>
    </Modal>
  );
}
