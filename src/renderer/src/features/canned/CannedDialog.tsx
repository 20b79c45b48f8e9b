import { useEffect, useRef, useState } from 'react';
import { show, useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { Modal } from '#renderer/ui/Modal.tsx';
import styles from './Canned.module.css';
import { CannedForm } from './CannedForm.tsx';
import { CannedList } from './CannedList.tsx';
import { type Began, type CannedForm as Form, formOf, isTouched } from './canned-form.ts';
import { ImportPreview } from './ImportPreview.tsx';

type Shown =
  | { readonly what: 'list' }
  | { readonly what: 'form'; readonly began: Began; readonly typed: Form }
  | { readonly what: 'import'; readonly file: File };

const LIST: Shown = { what: 'list' };
const NEW = 'new';
const close = (): void => show({ dialog: null, newCanned: null });
const beginning = (began: Began): Shown => ({ what: 'form', began, typed: formOf(began) });

/** The agent's canned responses: found, made, changed, removed, taken to a file and from one. */
export function CannedDialog() {
  const t = useText();
  const first = useRef<HTMLInputElement>(null);
  // Asked for as a form: there is no list to go back to.
  const [begins] = useState(() => useInterface.getState().newCanned);
  const [shown, setShown] = useState<Shown>(begins ? beginning({ ...begins, id: null }) : LIST);
  /** Words that are not saved, by the response's id: they wait here for as long as the dialog is open. */
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Form>>(new Map());
  const [warned, setWarned] = useState(false);
  const [text, setText] = useState('');
  useEffect(() => {
    if (shown.what !== 'import') first.current?.focus();
  }, [shown]);

  const keep = (id: string | null, form: Form | null): void => {
    setDrafts((before) => {
      const next = new Map(before);
      if (form) next.set(id ?? NEW, form);
      else next.delete(id ?? NEW);
      return next;
    });
    setWarned(false);
  };
  const edit = (began: Began): void =>
    setShown({ what: 'form', began, typed: drafts.get(began.id ?? NEW) ?? formOf(began) });
  const leave = (): void => {
    if (!begins && shown.what !== 'list') return setShown(LIST);
    if (drafts.size === 0 || warned) return close();
    setWarned(true);
  };
  const title =
    shown.what === 'list'
      ? t('canned.title')
      : shown.what === 'import'
        ? t('canned.import.title', { file: shown.file.name })
        : shown.began.id === null
          ? t('canned.form.new')
          : t('canned.form.edit', { shortcode: shown.began.shortcode });

  return (
    <Modal title={title} startAt={first} onClose={leave}>
      {warned ? (
        <p role="alert" className={styles.warning}>
          {t('canned.unsaved.warning', { count: drafts.size })}
        </p>
      ) : null}
      {shown.what === 'list' ? (
        <CannedList
          input={first}
          text={text}
          onText={setText}
          unsaved={drafts}
          onEdit={edit}
          onImport={(file) => setShown({ what: 'import', file })}
        />
      ) : null}
      {shown.what === 'form' ? (
        <CannedForm
          key={shown.began.id ?? NEW}
          input={first}
          began={shown.began}
          typed={shown.typed}
          onType={(form) => keep(shown.began.id, isTouched(form, shown.began) ? form : null)}
          onDone={(sentence) => {
            keep(shown.began.id, null);
            show({ told: { sentence } });
            if (begins) close();
            else setShown(LIST);
          }}
        />
      ) : null}
      {shown.what === 'import' ? <ImportPreview file={shown.file} onDone={() => setShown(LIST)} /> : null}
    </Modal>
  );
}
