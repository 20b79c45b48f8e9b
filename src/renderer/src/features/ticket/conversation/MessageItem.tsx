import { Forward, Lock } from 'lucide-react';
import { memo, useCallback, useId } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import type { ShownMessage } from '#renderer/store/desk-tickets.ts';
import { htmlAsText } from '#renderer/ui/html-as-text.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import type { TicketId } from '#shared/domain/ids.ts';
import { copiesOf } from '#shared/outbox/action.ts';
import { MessageFrame } from '../message-frame/MessageFrame.tsx';
import { TextBody } from '../text/TextBody.tsx';
import { Attachments } from './Attachments.tsx';
import { kindName } from './kind-name.ts';
import styles from './MessageItem.module.css';
import { PendingState } from './PendingState.tsx';

type Props = {
  readonly ticketId: TicketId;
  readonly message: ShownMessage;
  readonly open: boolean;
  /** Came from another person after the agent wrote what is now held. */
  readonly news: boolean;
  readonly onToggle: () => void;
};

/** One message: whose, what kind (by shape and word), when, and its words; closed, a line. */
export const MessageItem = memo(function MessageItem({ ticketId, message, open, news, onToggle }: Props) {
  const t = useText();
  const heading = useId();
  const name = message.authorName === '' ? t('ticket.message.nobody') : message.authorName;
  return (
    <article
      className={styles.message}
      data-kind={message.kind}
      data-role={message.authorRole}
      data-pending={message.entry?.state.name}
      data-open={open ? '' : undefined}
      aria-labelledby={heading}
    >
      <header className={styles.header} id={heading}>
        <button type="button" className={styles.who} aria-expanded={open} onClick={onToggle}>
          <span aria-hidden="true" className={styles.initials}>
            {initials(name)}
          </span>
          <span className={styles.name}>{name}</span>
          <span className={styles.kind}>
            {message.kind === 'note' ? <Lock size={11} strokeWidth={2} aria-hidden="true" /> : null}
            {message.kind === 'forward' ? <Forward size={11} strokeWidth={2} aria-hidden="true" /> : null}
            {kindName(t, message)}
          </span>
          {open ? null : <span className={styles.preview}>{preview(message)}</span>}
        </button>
        {message.doubled ? <span className={styles.news}>{t('ticket.message.doubled')}</span> : null}
        {news ? <span className={styles.news}>{t('ticket.message.news')}</span> : null}
        <span className={styles.when}>
          <RelativeTime at={message.createdAt} />
        </span>
      </header>
      {open ? <Body ticketId={ticketId} message={message} name={name} /> : null}
    </article>
  );
});

function Body({ ticketId, message, name }: Pick<Props, 'ticketId' | 'message'> & { readonly name: string }) {
  const t = useText();
  const desk = useDesk();
  const attachmentImage = useCallback(
    async (attachmentRemoteId: string) => {
      const answer = await desk.attachment({ ticketId, attachmentRemoteId });
      return answer.ok ? new Blob([answer.value.bytes.slice()], { type: answer.value.mimeType }) : null;
    },
    [desk, ticketId],
  );
  const { entry, body } = message;
  const cc = entry ? copiesOf(entry.action) : (message.cc ?? []);
  return (
    <div className={styles.body}>
      {message.to === undefined ? null : (
        <p className={styles.cc}>{t('ticket.message.to', { who: message.to.join(', ') })}</p>
      )}
      {cc.length > 0 ? <p className={styles.cc}>{t('ticket.message.cc', { who: cc.join(', ') })}</p> : null}
      <div className={styles.words}>
        {body.format === 'text' ? (
          <TextBody text={body.content} />
        ) : (
          <MessageFrame
            html={body.content}
            title={t('ticket.message.by', { who: name })}
            attachmentImage={attachmentImage}
          />
        )}
      </div>
      <Attachments ticketId={ticketId} attachments={message.attachments} pending={entry} />
      {entry ? <PendingState entry={entry} /> : null}
    </div>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => /^./su.exec(word)?.[0] ?? '')
    .filter((letter) => /\p{L}|\p{N}/u.test(letter))
    .slice(0, 2)
    .join('')
    .toLocaleUpperCase();

function preview({ body }: ShownMessage): string {
  const start = body.content.slice(0, 4_000);
  return (body.format === 'html' ? htmlAsText(start) : start).replace(/\s+/g, ' ').slice(0, 160);
}
