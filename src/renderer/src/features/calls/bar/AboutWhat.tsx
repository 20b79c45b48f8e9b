import { Link2, Plus, RotateCcw, SquareArrowOutUpRight } from 'lucide-react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { showTicket, useInterface } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { type Call, phaseOf } from '#shared/calls/call.ts';
import { BarCommand } from './BarCommand.tsx';
import styles from './CallBar.module.css';
import { newTicketFor } from './pop/open-target.ts';
import { popWords } from './pop/pop-words.ts';
import type { Pop } from './pop/use-pop.ts';

type Props = {
  readonly call: Call;
  readonly pop: Pop | undefined;
  readonly ticket: TicketDetail | null;
};

/** The ticket that the call is about; what it would open, where it waits; and what puts it right. */
export function AboutWhat({ call, pop, ticket }: Props) {
  const t = useText();
  const openTicketId = useInterface((state) => state.openTicketId);
  const { ticketId } = call;
  const waits = pop?.state === 'waits';
  return (
    <div className={styles.about}>
      {pop?.state === 'unknown' ? (
        <>
          <span className={styles.unknown}>{t('calls.bar.pop.unknown')}</span>
          <BarCommand command="call.pop" icon={<RotateCcw />} label={t('calls.bar.pop.again')} />
        </>
      ) : null}
      {waits ? (
        <BarCommand
          command="call.pop"
          icon={<SquareArrowOutUpRight />}
          look="plain"
          label={popWords(t, pop.target, ticket)}
        />
      ) : null}
      {ticketId !== null && !waits ? (
        <button type="button" className={styles.ticket} onClick={() => showTicket(ticketId)}>
          {ticket
            ? t('calls.bar.ticket', { number: ticket.ticket.number, subject: ticket.ticket.subject })
            : t('calls.bar.ticketElsewhere')}
        </button>
      ) : null}
      {ticketId === null && phaseOf(call) !== 'missed' ? <TicketForThem call={call} /> : null}
      {openTicketId !== null && openTicketId !== ticketId ? (
        <BarCommand command="call.about" icon={<Link2 />} label={t('calls.bar.do.about')} />
      ) : null}
    </div>
  );
}

/** As long as the call is about no ticket, a new one is for whoever calls. */
function TicketForThem({ call }: { readonly call: Call }) {
  const t = useText();
  const some = useDeskState(({ accounts }) => (accounts?.length ?? 0) > 0);
  useCommand(
    'ticket.new',
    () => newTicketFor(call),
    () => some,
  );
  return <BarCommand command="ticket.new" icon={<Plus />} label={t('calls.bar.do.newTicket')} />;
}
