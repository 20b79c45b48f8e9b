import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketHeader } from '#renderer/store/desk-api.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import styles from './Facts.module.css';

/** What else this customer asked. */
export function OtherTickets({ tickets }: { readonly tickets: readonly TicketHeader[] }) {
  const t = useText();
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{t('ticket.facts.others')}</h3>
      {tickets.length === 0 ? <p className={styles.quiet}>{t('ticket.facts.noOthers')}</p> : null}
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <button
              type="button"
              className={styles.other}
              title={ticket.subject}
              onClick={() => show({ openTicketId: ticket.id, focusedTicketId: ticket.id })}
            >
              <StatusMark status={ticket.status} />
              <span className={styles.subject}>{ticket.subject}</span>
              <RelativeTime at={ticket.updatedAt} className={styles.quiet} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
