import type { Hono } from 'hono';
import { iso } from '../desk.ts';
import { notFound } from '../refusal.ts';
import { visibleTickets } from '../visibility.ts';
import { answerList } from './lists.ts';
import { presentOne, visibleTicket } from './one-ticket.ts';
import { presentTicket } from './present.ts';
import { ticketRecord, ticketsWithSideLoads } from './side-load.ts';
import { SORT_KEYS, ticketOrder } from './ticket-order.ts';
import { answer, type Env, idsOf, includesOf, queryOf, refuse, type Web } from './web.ts';

/** Tickets are read here; `write-routes.ts` changes them. */
export const addTicketRoutes = (app: Hono<Env>, web: Web): void => {
  const { desk } = web;
  app.get('/api/v2/tickets', (c) => {
    const external = queryOf(c).get('external_id');
    const tickets = visibleTickets(desk, c.get('user')).filter(
      (ticket) => external === null || ticket.external_id === external,
    );
    return answerList(
      web,
      c,
      'tickets',
      tickets,
      (ticket) => ticketRecord(desk, ticket, includesOf(c)),
      ticketOrder(queryOf(c)),
      (shown) => ticketsWithSideLoads(desk, shown, includesOf(c)).side,
    );
  });
  app.get('/api/v2/tickets/recent', (c) =>
    answerList(web, c, 'tickets', visibleTickets(desk, c.get('user')), presentTicket, {
      key: SORT_KEYS['updated_at'] ?? (() => 0),
      descending: true,
    }),
  );
  app.get('/api/v2/tickets/count', (c) =>
    answer(web, { count: { value: visibleTickets(desk, c.get('user')).length, refreshed_at: iso(desk.now()) } }),
  );
  app.get('/api/v2/tickets/show_many', (c) => {
    if (idsOf(c).length > 100)
      return refuse(web, { status: 400, body: { error: 'TooManyIds', description: 'At most 100 ids.' } });
    const tickets = idsOf(c).flatMap((id) => visibleTicket(desk, c, id) ?? []);
    const { rows, side } = ticketsWithSideLoads(desk, tickets, includesOf(c));
    return answer(web, { tickets: rows, ...side, count: rows.length, next_page: null, previous_page: null });
  });
  app.get('/api/v2/tickets/:id{[0-9]+}', (c) => {
    const ticket = visibleTicket(desk, c, Number(c.req.param('id')));
    return ticket ? answer(web, presentOne(desk, c, ticket)) : refuse(web, notFound);
  });
};
