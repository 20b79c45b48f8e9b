import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { saveFile } from '#renderer/ui/save-file.ts';
import type { Attachment } from '#shared/domain/conversation.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import styles from './Attachments.module.css';
import { fileSize } from './file-size.ts';

type Props = { readonly ticketId: TicketId; readonly attachments: readonly Attachment[] };

/** Files of a message: pressed, they are fetched (from the cache where they are kept) and saved. */
export function Attachments({ ticketId, attachments }: Props) {
  const t = useText();
  const files = attachments.filter((attachment) => !attachment.inline);
  return files.length === 0 ? null : (
    <ul className={styles.files} aria-label={t('ticket.attachments')}>
      {files.map((attachment) => (
        <li key={attachment.remoteId}>
          <File ticketId={ticketId} attachment={attachment} />
        </li>
      ))}
    </ul>
  );
}

function File({ ticketId, attachment }: { readonly ticketId: TicketId; readonly attachment: Attachment }) {
  const t = useText();
  const desk = useDesk();
  const [state, setState] = useState<'rest' | 'fetching' | Failure['code']>('rest');
  const save = async (): Promise<void> => {
    setState('fetching');
    const answer = await desk.attachment({ ticketId, attachmentRemoteId: attachment.remoteId });
    if (answer.ok) saveFile(attachment.name, answer.value);
    setState(answer.ok ? 'rest' : answer.error.code);
  };
  const failed = state !== 'rest' && state !== 'fetching';
  return (
    <>
      <button
        type="button"
        className={styles.file}
        disabled={state === 'fetching'}
        aria-label={t('ticket.attachment.save', { name: attachment.name, size: fileSize(t, attachment.size) })}
        onClick={() => void save()}
      >
        <Paperclip size={14} strokeWidth={1.5} aria-hidden="true" />
        <span className={styles.name}>{attachment.name}</span>
        <span className={styles.size}>
          {state === 'fetching' ? t('ticket.attachment.fetching') : fileSize(t, attachment.size)}
        </span>
      </button>
      {failed ? (
        <span role="alert" className={styles.problem}>
          {t(state === 'offline' || state === 'timeout' ? 'ticket.attachment.offline' : 'ticket.attachment.failed')}
        </span>
      ) : null}
    </>
  );
}
