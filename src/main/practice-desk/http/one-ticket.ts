import type { Desk } from '../desk.ts';
import type { Ticket } from '../model.ts';
import { canSee } from '../visibility.ts';
import { ticketsWithSideLoads } from './side-load.ts';
import { type Ctx, includesOf } from './web.ts';

/** The ticket of that number when whoever asks may see it; null otherwise, and when it was deleted. */
export const visibleTicket = (desk: Desk, c: Ctx, id: number): Ticket | null => {
  const ticket = desk.store.get('tickets', id);
  return ticket && ticket.status !== 'deleted' && canSee(desk, c.get('user'), ticket) ? ticket : null;
};

/** One ticket with what `include` asks for beside it. */
export const presentOne = (desk: Desk, c: Ctx, ticket: Ticket) => {
  const { rows, side } = ticketsWithSideLoads(desk, [ticket], includesOf(c));
  return { ticket: rows[0], ...side };
};

/** What an audit keeps under `metadata.system`. */
export const clientOf = (c: Ctx) => ({
  client: c.req.header('user-agent') ?? '',
  ip_address: '127.0.0.1',
  location: 'Bergen, Norway',
});
