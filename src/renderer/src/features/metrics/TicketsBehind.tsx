import { useEffect, useRef } from 'react';
import { show, useInterface } from '../../state/interface-state.ts';
import { useText } from '../../state/text-context.tsx';
import type { TicketHeader } from '../../store/desk-views.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import styles from './FigurePage.module.css';

/** The tickets that a figure was measured on. The way back from one is to where it was opened. */
export function TicketsBehind({
  tickets,
  total,
  oldestFirst,
}: {
  readonly tickets: readonly TicketHeader[];
  readonly total: number;
  readonly oldestFirst: boolean;
}) {
  const t = useText();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // A ticket that was closed took the focus with it.
    const before = useInterface.getState().history.past.at(-2);
    if (document.activeElement !== document.body || before?.place !== 'metrics') return;
    const row = [...(list.current?.querySelectorAll<HTMLElement>('[data-ticket]') ?? [])].find(
      ({ dataset }) => dataset.ticket === before.ticketId,
    );
    row?.focus();
  }, []);
  if (total === 0) return null;
  const count = t('metrics.behind.count', { count: total });
  return (
    <section className={styles.section}>
      <h3>
        {t('metrics.behind.title')} <span className={styles.quiet}>{count}</span>
      </h3>
      {tickets.length < total ? (
        <p className={styles.quiet}>
          {t(oldestFirst ? 'metrics.behind.oldest' : 'metrics.behind.newest', { count: tickets.length })}
        </p>
      ) : null}
      <ul ref={list} className={styles.tickets}>
        {tickets.map(({ id, number, subject, status, requesterName, updatedAt }) => (
          <li key={id}>
            <button
              type="button"
              data-ticket={id}
              className={styles.ticket}
              onClick={() => show({ openTicketId: id, focusedTicketId: id, newTicket: false })}
            >
              <StatusMark status={status} />
              <span className={styles.ticketNumber}>{t('metrics.behind.number', { number })}</span>
              <span className={styles.subject}>{subject || t('inbox.row.noSubject')}</span>
              <span className={styles.who}>{requesterName}</span>
              <RelativeTime at={updatedAt} className={styles.age} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
