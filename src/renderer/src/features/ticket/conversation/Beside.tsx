import { useQuery } from '@tanstack/react-query';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { conversationQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { ShownMessage } from '#renderer/store/desk-tickets.ts';
import { htmlAsText } from '#renderer/ui/html-as-text.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { isNews } from '#shared/outbox/hold.ts';
import styles from './Beside.module.css';
import { kindName } from './kind-name.ts';
import { lookalikes } from './lookalikes.ts';

/** More would push what the agent may press off the screen; the conversation has them all. */
const SHOWN = 3;

/** What the agent decides by: what others wrote since a reply that is held, or what looks like one that nobody knows about. */
export function Beside({ entry }: { readonly entry: OutboxEntry }) {
  const t = useText();
  const desk = useDesk();
  const asks = asksAbout(entry);
  const me = useDeskState((state) => state.accounts?.find(({ id }) => id === entry.accountId)?.me.remoteId ?? null);
  const { data } = useQuery({ ...conversationQuery(desk, entry.ticketId), enabled: asks !== null });
  if (asks === null || data === undefined) return null;
  const messages = data.items.flatMap((item) =>
    item.type === 'message' && item.message.entry === null ? [item.message] : [],
  );
  const found =
    asks === 'since'
      ? messages.filter((message) => isNews(message, entry, me ?? '')).toReversed()
      : lookalikes(entry, messages, me, textOf);
  if (found.length === 0) return asks === 'alike' ? <p>{t('ticket.beside.nothingAlike')}</p> : null;
  return (
    <section className={styles.beside} aria-label={t(`ticket.beside.${asks}`)}>
      <h4 className={styles.title}>{t(`ticket.beside.${asks}`)}</h4>
      {found.slice(0, SHOWN).map((message) => (
        <blockquote key={message.remoteId} className={styles.message}>
          <p className={styles.who}>
            <strong>{message.authorName || t('ticket.message.nobody')}</strong>
            <span>{kindName(t, message)}</span>
            <RelativeTime at={message.createdAt} />
          </p>
          <p className={styles.words}>{textOf(message)}</p>
        </blockquote>
      ))}
    </section>
  );
}

function asksAbout({ state }: OutboxEntry): 'since' | 'alike' | null {
  if (state.name === 'held' && state.reason !== 'field-conflict') return 'since';
  return state.name === 'unknown' && state.undecidable ? 'alike' : null;
}

const textOf = ({ body }: ShownMessage): string => (body.format === 'html' ? htmlAsText(body.content) : body.content);
