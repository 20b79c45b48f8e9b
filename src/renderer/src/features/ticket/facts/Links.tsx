import { X } from 'lucide-react';
import { show } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { RelatedTicket, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import { useChangeTicket } from '../use-ticket-actions.ts';
import styles from './Facts.module.css';

/** Tickets that belong to this one: its problem or incidents, what it follows up, what it refers to. */
export function Links({ detail }: { readonly detail: TicketDetail }) {
  const t = useText();
  if (detail.related.length === 0) return null;
  const first = detail.related.find(({ ticket }) => ticket !== null);
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{t('ticket.facts.links')}</h3>
      <ul>
        {detail.related.map((link) => (
          <li key={`${link.kind} ${link.from} ${link.remoteId}`} className={styles.link}>
            <LinkedTicket link={link} jumps={link === first} />
            {link.from === 'here' && link.kind !== 'follow-up' ? <Unlink detail={detail} link={link} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LinkedTicket({ link: { kind, from, remoteId, ticket }, jumps }: { link: RelatedTicket; jumps: boolean }) {
  const t = useText();
  const relation = t(`ticket.relation.${kind}.${from}`);
  if (ticket === null)
    return (
      <p className={styles.other}>
        <span className={styles.quiet}>{relation}</span>
        {t('ticket.number', { number: remoteId })}
      </p>
    );
  return (
    <button
      type="button"
      className={styles.other}
      title={ticket.subject}
      onClick={() => show({ openTicketId: ticket.id, focusedTicketId: ticket.id })}
    >
      <span className={styles.quiet}>{relation}</span>
      <StatusMark status={ticket.status} />
      <span className={styles.subject}>{ticket.subject}</span>
      {jumps ? <Kbd keys="l p" /> : null}
    </button>
  );
}

function Unlink({ detail, link }: { readonly detail: TicketDetail; readonly link: RelatedTicket }) {
  const t = useText();
  const change = useChangeTicket({ id: detail.id, accountId: detail.accountId, number: detail.ticket.number });
  const number = link.ticket?.number ?? link.remoteId;
  const name = t('ticket.unlink', { number });
  return (
    <button
      type="button"
      className={styles.unlink}
      title={name}
      aria-label={name}
      onClick={() =>
        void change({ linksRemoved: [{ kind: link.kind, remoteId: link.remoteId }] }, t('ticket.unlinked', { number }))
      }
    >
      <X size={14} strokeWidth={1.5} aria-hidden="true" />
    </button>
  );
}
