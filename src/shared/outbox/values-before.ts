import type { Ticket } from '../domain/ticket.ts';
import type { TicketChanges } from './action.ts';

/** What the fields that are about to change say now. */
export function valuesBefore(ticket: Ticket, changes: TicketChanges): TicketChanges {
  const fields = changes.fields && Object.keys(changes.fields);
  return {
    ...(changes.status === undefined ? {} : { status: ticket.status, statusName: ticket.statusName }),
    ...(changes.priority === undefined ? {} : { priority: ticket.priority }),
    ...(changes.type === undefined ? {} : { type: ticket.type }),
    ...(changes.subject === undefined ? {} : { subject: ticket.subject }),
    ...(changes.assigneeId === undefined ? {} : { assigneeId: ticket.assigneeId }),
    ...(changes.groupId === undefined ? {} : { groupId: ticket.groupId }),
    ...(fields ? { fields: Object.fromEntries(fields.map((name) => [name, ticket.fields[name] ?? null])) } : {}),
  };
}
