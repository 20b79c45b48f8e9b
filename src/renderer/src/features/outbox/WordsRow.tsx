import type { ReactNode } from 'react';
import type { OutgoingFile } from '#shared/outbox/action.ts';
import { useText } from '../../state/text-context.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { rowDomId } from '../../ui/use-active-row.ts';
import styles from './EntryRow.module.css';

/** Written words in a list: what they are, of which ticket, from when. */
export function WordsRow({
  id,
  kind,
  at,
  number,
  subject,
  words,
  files,
  active,
  onActive,
  onOpen,
  children,
}: {
  readonly id: string;
  /** What they are, in words. */
  readonly kind: string;
  /** UTC ms. */
  readonly at: number;
  readonly number: string;
  readonly subject: string;
  readonly words: string;
  readonly files: readonly OutgoingFile[];
  /** The row that the keys act on. */
  readonly active: boolean;
  readonly onActive: () => void;
  /** Null where there is no ticket to open. */
  readonly onOpen: (() => void) | null;
  /** What can be done about them. */
  readonly children: ReactNode;
}) {
  const t = useText();
  const ticket = (
    <>
      <span className={styles.number} data-tabular>
        {number === '' ? t('outbox.newTicket') : `#${number}`}
      </span>{' '}
      {subject || t('outbox.noSubject')}
    </>
  );
  return (
    <li
      className={styles.row}
      id={rowDomId(id)}
      data-active={active || undefined}
      aria-current={active || undefined}
      onFocus={onActive}
    >
      <div className={styles.line}>
        <span className={styles.does}>{kind}</span>
        <RelativeTime className={styles.age} at={at} />
      </div>
      {onOpen === null ? (
        <p className={styles.ticket} id={ticketDomId(id)}>
          {ticket}
        </p>
      ) : (
        <button type="button" className={styles.ticket} id={ticketDomId(id)} onClick={onOpen}>
          {ticket}
        </button>
      )}
      {words.trim() === '' && files.length > 0 ? null : (
        <p className={styles.preview}>{words.trim() === '' ? t('outbox.drafts.noWords') : words}</p>
      )}
      {files.length === 0 ? null : (
        <p className={styles.does}>{t('outbox.does.files', { value: files.map(({ name }) => name).join(', ') })}</p>
      )}
      <div className={styles.actions}>{children}</div>
    </li>
  );
}

/** Names the ticket that a row's buttons are about. */
export const ticketDomId = (id: string): string => `${rowDomId(id)}-ticket`;
