import type { Ticket } from '../domain/ticket.ts';
import type { TicketChanges } from './action.ts';
import { applyFollowers, applyTags, isDone } from './overlay.ts';

/** Whether a ticket would be another one after these changes. A closed ticket is as done as a solved one. */
export function changesAnything(ticket: Ticket, changes: TicketChanges): boolean {
  const { status, statusName } = changes;
  const isSame = <Field extends 'priority' | 'type' | 'subject' | 'assigneeId' | 'groupId'>(field: Field): boolean =>
    changes[field] === undefined || changes[field] === ticket[field];
  const asked = Object.entries(changes.fields ?? {});
  return !(
    (status === undefined || status === ticket.status || (isDone(status) && ticket.status === 'closed')) &&
    (statusName === undefined || statusName === ticket.statusName || ticket.status === 'closed') &&
    isSame('priority') &&
    isSame('type') &&
    isSame('subject') &&
    isSame('assigneeId') &&
    isSame('groupId') &&
    asked.every(([field, value]) => JSON.stringify(value) === JSON.stringify(ticket.fields[field] ?? null)) &&
    isSameSet(ticket.tags, applyTags(ticket.tags, changes)) &&
    isSameSet(ticket.followerIds, applyFollowers(ticket.followerIds, changes))
  );
}

const isSameSet = (before: readonly string[], after: readonly string[]): boolean =>
  after.length === before.length && after.every((one) => before.includes(one));
