import type { CallerAnswerWith, CallerReason, CallersTicket, ScreenPopWith } from './caller.ts';

/** A ticket that has not changed for longer is not what the customer calls about: Zammad's caller log draws the same line. */
export const POPS_FOR_MS = 30 * 24 * 60 * 60_000;

/** Behind a line that several people share, the one who is known need not be the one who calls: the agent says who it is. */
const UNSURE: readonly CallerReason[] = ['shared', 'extension'];

/** Where a call leads, as of `now` (UTC ms). */
export function popFor<Ticket extends CallersTicket>(
  { number, callers }: CallerAnswerWith<Ticket>,
  now: number,
): ScreenPopWith<Ticket> {
  const [caller, ...others] = callers;
  if (!caller) return { to: 'new-ticket', number };
  if (others.length > 0 || UNSURE.includes(caller.why)) return { to: 'choose', callers };
  const { ticket } = caller;
  if (ticket === null || now - ticket.updatedAt > POPS_FOR_MS) return { to: 'person', caller };
  return { to: 'ticket', accountId: ticket.accountId, ticketId: ticket.id, caller };
}
