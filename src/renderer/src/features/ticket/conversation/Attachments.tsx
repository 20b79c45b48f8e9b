import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { fileSize } from '#renderer/ui/file-size.ts';
import { saveFile } from '#renderer/ui/save-file.ts';
import type { Attachment } from '#shared/domain/conversation.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { filesOfEntry } from '#shared/outbox/files-of-entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import styles from './Attachments.module.css';

type FileBytes = { readonly mimeType: string; readonly bytes: Uint8Array };

type Props = {
  readonly ticketId: TicketId;
  readonly attachments: readonly Attachment[];
  /** While the message is not at the helpdesk: its files lie in the profile, by their hash. */
  readonly pending: OutboxEntry | null;
};

/** Files of a message: pressed, they are fetched (from the profile or the cache where they are kept) and saved. */
export function Attachments({ ticketId, attachments, pending }: Props) {
  const t = useText();
  const files = attachments.filter((attachment) => !attachment.inline);
  // What is forwarded and was not fetched yet is the helpdesk's still.
  const outgoing = new Set(pending ? filesOfEntry(pending).map(({ sha256 }) => sha256) : []);
  return files.length === 0 ? null : (
    <ul className={styles.files} aria-label={t('ticket.attachments')}>
      {files.map((attachment) => (
        <li key={attachment.remoteId}>
          <File ticketId={ticketId} attachment={attachment} isOutgoing={outgoing.has(attachment.remoteId)} />
        </li>
      ))}
    </ul>
  );
}

type FileProps = Pick<Props, 'ticketId'> & { readonly attachment: Attachment; readonly isOutgoing: boolean };

function File({ ticketId, attachment, isOutgoing }: FileProps) {
  const t = useText();
  const desk = useDesk();
  const [state, setState] = useState<'rest' | 'fetching' | 'gone' | Failure['code']>('rest');
  const bytesOf = async (): Promise<Result<FileBytes, Failure['code'] | 'gone'>> => {
    if (isOutgoing) {
      const bytes = await desk.outgoingFile(attachment.remoteId);
      return bytes ? ok({ mimeType: attachment.mimeType, bytes }) : err('gone');
    }
    const answer = await desk.attachment({ ticketId, attachmentRemoteId: attachment.remoteId });
    return answer.ok ? answer : err(answer.error.code);
  };
  const save = async (): Promise<void> => {
    setState('fetching');
    const answer = await bytesOf();
    if (answer.ok) saveFile(attachment.name, answer.value);
    setState(answer.ok ? 'rest' : answer.error);
  };
  const failed = state !== 'rest' && state !== 'fetching';
  return (
    <>
      <button type="button" className={styles.file} disabled={state === 'fetching'} onClick={() => void save()}>
        <Paperclip size={14} strokeWidth={1.5} aria-hidden="true" />
        <span className="visually-hidden">{t('ticket.attachment.save')}</span>{' '}
        <span className={styles.name}>{attachment.name}</span>{' '}
        <span className={styles.size}>
          {state === 'fetching' ? t('ticket.attachment.fetching') : fileSize(t, attachment.size)}
        </span>
      </button>
      {failed ? (
        <span role="alert" className={styles.problem}>
          {t(`ticket.attachment.${state === 'gone' ? 'gone' : isAway(state) ? 'offline' : 'failed'}`)}
        </span>
      ) : null}
    </>
  );
}

const isAway = (code: Failure['code']): boolean => code === 'offline' || code === 'timeout';
