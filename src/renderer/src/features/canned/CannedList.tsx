import { Autocomplete } from '@base-ui/react/autocomplete';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { cannedQuery, cannedResponsesQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import { takeTypedAhead } from '#renderer/state/typed-ahead.ts';
import type { CannedChoice } from '#renderer/store/desk-own.ts';
import form from '#renderer/ui/Form.module.css';
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

/** Type, move with the arrows; Enter changes a response or makes a new one, and Delete removes one, where there is nothing to delete in the field. */
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
  const highlighted = useRef<CannedChoice | null>(null);
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
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { selectionStart, value } = event.currentTarget;
    if (event.key !== 'Delete' || selectionStart !== value.length || !highlighted.current) return;
    event.preventDefault();
    void remove(highlighted.current);
  };

  return (
    <>
      <Autocomplete.Root
        open
        inline
        items={lines}
        itemToStringValue={({ choice }: Line) => (choice ? `/${choice.shortcode} ${choice.title}` : newInWords)}
        filter={null}
        value={text}
        onValueChange={(value, details) => {
          // Choosing an item also writes it into the field.
          if (details.reason !== 'item-press') onText(value);
        }}
        autoHighlight="always"
        onItemHighlighted={(item) => {
          highlighted.current = item?.choice ?? null;
        }}
        keepHighlight
      >
        <Autocomplete.Input
          ref={input}
          className={`${form.input} ${styles.find}`}
          aria-label={t('canned.find')}
          placeholder={t('canned.findOrName')}
          onKeyDown={onKeyDown}
          onFocus={({ target }) => {
            const ahead = takeTypedAhead(target);
            if (ahead !== '') onText(text + ahead);
          }}
        />
        <Autocomplete.List className={styles.list}>
          {(line: Line) => (
            <Autocomplete.Item
              key={line.id}
              value={line}
              className={styles.item}
              onClick={() => (line.choice ? void edit(line.choice) : begin())}
            >
              {line.choice ? (
                <Response choice={line.choice} isUnsaved={unsaved.has(line.id)} />
              ) : (
                <span className={styles.fresh}>{newInWords}</span>
              )}
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
      </Autocomplete.Root>
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
