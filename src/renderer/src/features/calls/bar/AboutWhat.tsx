import { Plus } from 'lucide-react';
import { useCommand } from '#renderer/commands/use-command.tsx';
import { useDeskState } from '#renderer/state/desk-state.ts';
import { showTicket } from '#renderer/state/interface-state.ts';
import { useText } from '#renderer/state/text-context.tsx';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import { type Call, phaseOf } from '#shared/calls/call.ts';
import { BarCommand } from './BarCommand.tsx';
import styles from './CallBar.module.css';
import { newTicketFor } from './pop/open-target.ts';
import type { Pop } from './pop/use-pop.ts';

type Props = {
  readonly call: Call;
  readonly pop: Pop | undefined;
  readonly ticket: TicketDetail | null;
};

/** The ticket that the call is about, or how it gets one. */
export function AboutWhat({ call, pop, ticket }: Props) {
  const t = useText();
  const { ticketId } = call;
  return (
    <div className={styles.about}>
      {pop?.state === 'unknown' ? <span className={styles.unknown}>{t('calls.bar.pop.unknown')}</span> : null}
      {ticketId !== null ? (
        <button type="button" className={styles.ticket} onClick={() => showTicket(ticketId)}>
          {ticket
            ? t('calls.bar.ticket', { number: ticket.ticket.number, subject: ticket.ticket.subject })
            : t('calls.bar.ticketElsewhere')}
        </button>
      ) : null}
      {ticketId === null && phaseOf(call) !== 'missed' ? (
        <TicketForThem call={call} isOffered={pop?.state === 'opened' || pop?.state === 'unknown'} />
      ) : null}
    </div>
  );
}

/** As long as the call is about no ticket, a new one is for whoever calls. */
function TicketForThem({ call, isOffered }: { readonly call: Call; readonly isOffered: boolean }) {
  const t = useText();
  const some = useDeskState(({ accounts }) => (accounts?.length ?? 0) > 0);
  useCommand(
    'ticket.new',
    () => newTicketFor(call),
    () => some,
  );
  return isOffered ? <BarCommand command="ticket.new" icon={<Plus />} label={t('calls.bar.do.newTicket')} /> : null;
}
