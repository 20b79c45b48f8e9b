import { useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { cannedQuery, cannedResponsesQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { CannedChoice } from '#renderer/store/desk-own.ts';
import form from '#renderer/ui/Form.module.css';
import { FoundList } from '#renderer/ui/FoundList.tsx';
import { shortcodeKey, suggestShortcode } from '#shared/canned/shortcodes.ts';
import styles from './Canned.module.css';
import { CannedFiles } from './CannedFiles.tsx';
import { type Began, type CannedForm, folderText } from './canned-form.ts';
import { useChangeCanned } from './use-change-canned.ts';

const LISTED = 200;
const EMPTY: Began = {
  id: null,
  shortcode: '',
  title: '',
  folder: [],
  tags: [],
  scope: 'personal',
  variants: [{ locale: null, text: '' }],
  files: [],
};

/** A response, or none in the line for a new one, which stands last. */
type Line = { readonly id: string; readonly choice: CannedChoice | null };
const NEW: Line = { id: 'new', choice: null };

/** All that is found: choosing changes a response or makes a new one. */
export function CannedList({
  input,
  text,
  onText,
  unsaved,
  onEdit,
  onImport,
}: {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly unsaved: ReadonlyMap<string, CannedForm>;
  readonly onEdit: (began: Began) => void;
  readonly onImport: (file: File) => void;
}) {
  const t = useText();
  const desk = useDesk();
  const change = useChangeCanned();
  const [said, setSaid] = useState('');
  const { data: all } = useQuery(cannedResponsesQuery(desk));
  const { data: found } = useQuery(cannedQuery(desk, { ticketId: null, text, limit: LISTED }));
  const total = all?.entries.length ?? 0;
  const lines = found ? [...found.map((choice): Line => ({ id: choice.id, choice })), NEW] : [];
  /** What a new one is called, as was typed. */
  const title = text.trim().replace(/^\//, '');
  const newInWords = unsaved.has(NEW.id)
    ? t('canned.newUnsaved')
    : title === ''
      ? t('canned.new')
      : t('canned.newCalled', { title });

  const begin = (): void => {
    const taken = new Set(all?.entries.map(({ shortcode }) => shortcodeKey(shortcode)));
    onEdit(title === '' ? EMPTY : { ...EMPTY, title, shortcode: suggestShortcode(title, taken) });
  };

  const edit = async ({ id }: CannedChoice): Promise<void> => {
    const response = await desk.canned(id);
    if (response) onEdit(response);
  };
  const remove = async ({ id, shortcode }: CannedChoice): Promise<void> => {
    const response = await desk.canned(id);
    if (!response) return;
    const label = t('canned.removed', { shortcode });
    const done = await change({ remove: [id], put: [] }, { label, canned: { remove: [], put: [response] } });
    setSaid(done.ok ? t('canned.removed.undo', { shortcode }) : t(`canned.change.${done.error}`));
  };

  return (
    <>
      <FoundList
        input={input}
        text={text}
        onText={onText}
        label={t('canned.find')}
        placeholder={t('canned.findOrName')}
        lines={lines}
        keyOf={({ id }) => id}
        nameOf={({ choice }) => (choice ? `/${choice.shortcode} ${choice.title}` : newInWords)}
        onChoose={({ choice }) => (choice ? void edit(choice) : begin())}
        onRemove={({ choice }) => choice && void remove(choice)}
      >
        {({ id, choice }) =>
          choice ? (
            <Response choice={choice} isUnsaved={unsaved.has(id)} />
          ) : (
            <span className={styles.fresh}>{newInWords}</span>
          )
        }
      </FoundList>
      {found?.length === 0 ? (
        <p className={styles.empty}>{t(total === 0 ? 'canned.none' : 'canned.notFound')}</p>
      ) : null}
      {found?.length === LISTED && total > LISTED ? (
        <p className={form.hint}>{t('canned.more', { shown: LISTED, total })}</p>
      ) : null}
      {all && all.unreadable.length > 0 ? (
        <p className={form.hint}>{t('canned.unreadable', { count: all.unreadable.length })}</p>
      ) : null}
      <p className={form.hint}>{t('canned.keys')}</p>
      <div className={styles.buttons}>
        <CannedFiles responses={all?.entries ?? []} onImport={onImport} />
      </div>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </>
  );
}

function Response({ choice, isUnsaved }: { readonly choice: CannedChoice; readonly isUnsaved: boolean }) {
  const t = useText();
  return (
    <>
      <span className={styles.shortcode}>/{choice.shortcode}</span>
      <span className={styles.name}>{choice.title}</span>
      {isUnsaved ? <span className={styles.mark}>{t('canned.unsaved')}</span> : null}
      <span className={styles.aside}>{folderText(choice.folder)}</span>
      <span className={styles.aside}>{t(`canned.scope.${choice.scope}`)}</span>
    </>
  );
}
