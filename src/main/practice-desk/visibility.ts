import { type Desk, groupsOf } from './desk.ts';
import type { Ticket, User } from './model.ts';

/** Whether an agent may see a ticket, by the agent's ticket restriction. Customers use no agent API here. */
export const canSee = (desk: Pick<Desk, 'store'>, user: User, ticket: Ticket): boolean => {
  if (user.role === 'end-user') return false;
  if (user.role === 'admin' || user.ticket_restriction === null) return true;
  if (ticket.assignee_id === user.id) return true;
  return (
    user.ticket_restriction === 'groups' &&
    ticket.group_id !== null &&
    groupsOf(desk, user.id).includes(ticket.group_id)
  );
};

/** Tickets that exist for this user: neither deleted nor hidden. */
export const visibleTickets = (desk: Pick<Desk, 'store'>, user: User): readonly Ticket[] =>
  desk.store.all('tickets').filter((ticket) => ticket.status !== 'deleted' && canSee(desk, user, ticket));
