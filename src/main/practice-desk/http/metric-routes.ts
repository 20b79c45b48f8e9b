import type { Hono } from 'hono';
import { metricEvents } from '../metrics/metric-events.ts';
import { ticketIdOfMetric, ticketMetric } from '../metrics/ticket-metric.ts';
import { forbidden, notFound, refusalOf } from '../refusal.ts';
import { visibleTickets } from '../visibility.ts';
import { answerList } from './lists.ts';
import { visibleTicket } from './one-ticket.ts';
import { paginate } from './paging.ts';
import { answer, type Ctx, type Env, queryOf, refuse, type Web } from './web.ts';

/** So many events are in one answer of the export, and those of its last second besides. */
const EXPORT_SIZE = 1000;

/** How long things took: for each ticket (agents), and as events of all tickets (administrators). */
export const addMetricRoutes = (app: Hono<Env>, web: Web): void => {
  const { desk } = web;
  const one = (c: Ctx, ticketId: number): Response => {
    const ticket = visibleTicket(desk, c, ticketId);
    return ticket ? answer(web, { ticket_metric: ticketMetric(desk, ticket) }) : refuse(web, notFound);
  };
  app.get('/api/v2/tickets/:id{[0-9]+}/metrics', (c) => one(c, Number(c.req.param('id'))));
  app.get('/api/v2/ticket_metrics/:id{[0-9]+}', (c) => one(c, ticketIdOfMetric(Number(c.req.param('id')))));
  app.get('/api/v2/ticket_metrics', (c) =>
    answerList(
      web,
      c,
      'ticket_metrics',
      visibleTickets(desk, c.get('user')),
      (ticket) => ticketMetric(desk, ticket),
      // Newest first.
      { key: (ticket) => ticket.created_at, descending: true },
    ),
  );

  app.get('/api/v2/incremental/ticket_metric_events', (c) => {
    if (c.get('user').role !== 'admin') return refuse(web, forbidden);
    const query = queryOf(c);
    const startTime = Number(query.get('start_time') ?? Number.NaN);
    if (!Number.isFinite(startTime)) return refuse(web, refusalOf(400, 'InvalidValue', 'start_time is missing'));
    const timed = visibleTickets(desk, c.get('user'))
      .flatMap((ticket) => metricEvents(desk, ticket))
      .map((event) => ({ event, id: event.id, second: Date.parse(event.time) / 1000 }))
      .filter(({ second }) => second >= startTime);
    if ([...query.keys()].some((name) => name.startsWith('page['))) {
      const url = new URL(c.req.url);
      const page = paginate(timed, new URL(url.pathname + url.search, web.address()), {
        key: ({ second }) => second,
        descending: false,
      });
      if (!page.ok) return refuse(web, page.error);
      return answer(web, { ticket_metric_events: page.value.items.map(({ event }) => event), ...page.value.envelope });
    }
    timed.sort((a, b) => a.second - b.second || a.id - b.id);
    // A page never ends within a second, or the next start would skip or repeat for ever.
    const lastSecond = timed[EXPORT_SIZE - 1]?.second ?? Number.POSITIVE_INFINITY;
    const shown = timed.filter(({ second }) => second <= lastSecond);
    const end = shown.at(-1)?.second ?? Math.floor(desk.now() / 1000);
    return answer(web, {
      ticket_metric_events: shown.map(({ event }) => event),
      count: shown.length,
      end_time: end,
      end_of_stream: shown.length === timed.length,
      next_page: `${web.address()}/api/v2/incremental/ticket_metric_events.json?start_time=${end + 1}`,
    });
  });
};
