import { useText } from '#renderer/state/text-context.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import { statusName } from '#renderer/ui/value-names.ts';
import type { Ticket } from '#shared/domain/ticket.ts';

/** A ticket's status by shape and by the helpdesk's own word for it. */
export function TicketStatus({ ticket }: { readonly ticket: Pick<Ticket, 'status' | 'statusName'> }) {
  const t = useText();
  const name = statusName(t, ticket);
  return name === t(`app.status.${ticket.status}`) ? (
    <StatusMark status={ticket.status} withName />
  ) : (
    <span>
      <StatusMark status={ticket.status} /> {name}
    </span>
  );
}
