import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { show } from '#renderer/state/interface-state.ts';
import { customerQuery } from '#renderer/state/queries.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { Customer, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { RelativeTime } from '#renderer/ui/RelativeTime.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import type { TicketId } from '#shared/domain/ids.ts';
import styles from './Facts.module.css';

type Props = {
  readonly detail: TicketDetail;
  /** Grows whenever the agent asks to go into this list. */
  readonly asked: number;
};

const open = (id: TicketId): void => show({ openTicketId: id, focusedTicketId: id });

/** What this customer said last, wherever it was, and what else they asked. */
export function OtherTickets({ detail, asked }: Props) {
  const t = useText();
  const desk = useDesk();
  const customer = useQuery(customerQuery(desk, detail.id)).data;
  const section = useRef<HTMLDivElement>(null);
  const heading = useId();
  useEffect(() => {
    if (asked > 0) buttonsIn(section.current)[0]?.focus();
  }, [asked]);
  const tickets = detail.otherTickets;
  return (
    <div ref={section} role="group" aria-labelledby={heading} className={styles.group} onKeyDown={moveByArrows}>
      <h3 id={heading} className={styles.heading}>
        {t('ticket.facts.others')}
      </h3>
      {customer ? <Sums customer={customer} /> : null}
      {customer?.lastWords ? <LastWords said={customer.lastWords} here={detail.id} /> : null}
      {tickets.length === 0 ? <p className={styles.quiet}>{t('ticket.facts.noOthers')}</p> : null}
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <button type="button" className={styles.other} title={ticket.subject} onClick={() => open(ticket.id)}>
              <StatusMark status={ticket.status} />
              <span className={styles.subject}>{ticket.subject}</span>
              <RelativeTime at={ticket.updatedAt} className={styles.quiet} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sums({ customer: { tickets, unsolved, firstSeenAt } }: { readonly customer: Customer }) {
  const t = useText();
  const since = t.intl.formatDate(firstSeenAt, { month: 'short', year: 'numeric' });
  return <p className={styles.quiet}>{t('ticket.facts.sums', { unsolved, tickets, since })}</p>;
}

function LastWords({ said, here }: { readonly said: NonNullable<Customer['lastWords']>; readonly here: TicketId }) {
  const t = useText();
  const where = said.ticketId === here ? t('ticket.facts.saidHere') : t('ticket.facts.saidIn', { number: said.number });
  const words = (
    <>
      <span className={styles.words}>{said.text}</span>
      <span className={styles.quiet}>
        {where} <RelativeTime at={said.at} />
      </span>
    </>
  );
  return said.ticketId === here ? (
    <p className={styles.said}>{words}</p>
  ) : (
    <button type="button" className={styles.said} onClick={() => open(said.ticketId)}>
      {words}
    </button>
  );
}

const buttonsIn = (section: HTMLElement | null): readonly HTMLButtonElement[] => [
  ...(section?.querySelectorAll('button') ?? []),
];

/** Up and down within the section; elsewhere these keys belong to the list. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const buttons = buttonsIn(event.currentTarget);
  const at = buttons.findIndex((button) => button === event.target);
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
}
