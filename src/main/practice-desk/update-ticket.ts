import { err, ok, type Result } from '#shared/result.ts';
import { applyInput, commentEvent } from './check-input.ts';
import { followUp } from './create-ticket.ts';
import { type Desk, isAgent } from './desk.ts';
import type { CommentEvent, Ticket, User } from './model.ts';
import { record, type WriteOptions, type Written } from './record-change.ts';
import { conflict, invalid, type Refusal } from './refusal.ts';
import type { TicketInput } from './ticket-input.ts';

/**
 * Changes a ticket as `actor`, with a comment where one is given: one audit for all of it. Refused on a closed ticket, a stale
 * `updated_stamp` (409) and values that are none. A change that changes nothing leaves the ticket as it was. A customer who writes
 * on a closed ticket gets a follow-up: the ticket in the answer is then the new one.
 */
export const updateTicket = (
  desk: Desk,
  actor: User,
  ticket: Ticket,
  input: TicketInput,
  options: WriteOptions,
): Result<Written, Refusal> => {
  if (input.safe_update && Date.parse(input.updated_stamp ?? '') !== Date.parse(ticket.updated_at))
    return err(conflict);
  if (ticket.status === 'closed' && input.comment && !isAgent(actor))
    return followUp(desk, actor, ticket, input, options);
  if (ticket.status === 'closed' || ticket.status === 'deleted')
    return err(invalid('status', `Status: ${ticket.status} prevents ticket update`));
  let wanted = input;
  if (input.comment && !isAgent(actor) && input.status === undefined && ticket.status !== 'new')
    wanted = { ...input, status: 'open' };
  const after = applyInput(desk, ticket, wanted, actor);
  if (!after.ok) return after;
  let comment: CommentEvent | null = null;
  if (input.comment) {
    const made = commentEvent(desk, input.comment, input.comment.author_id ?? actor.id);
    if (!made.ok) return made;
    comment = made.value;
  }
  if (!comment && JSON.stringify(after.value) === JSON.stringify(ticket))
    return ok({ ticket, auditId: 0, commentId: null });
  return ok(record(desk, actor, ticket, after.value, comment, options));
};
