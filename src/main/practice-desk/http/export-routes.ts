import type { Hono } from 'hono';
import type { Ticket } from '../model.ts';
import { badRequest, forbidden, notFound, refusalOf } from '../refusal.ts';
import { answerList } from './lists.ts';
import { presentTicket, presentUser } from './present.ts';
import { ticketsWithSideLoads } from './side-load.ts';
import { answer, type Env, includesOf, queryOf, refuse, type Web } from './web.ts';

export type ExportRules = {
  /** Changes younger than this are left out of the export; Zendesk's is one minute. */
  readonly exportLagMs: number;
};

const encode = (change: number): string => Buffer.from(`change.0||${change}`).toString('base64');
const decode = (cursor: string): number | null => {
  const found = /^change\.0\|\|(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  return found ? Number(found[1]) : null;
};

/** The incremental export (administrators only) and an agent's activities. */
export const addExportRoutes = (app: Hono<Env>, web: Web, rules: ExportRules): void => {
  const { desk } = web;
  const { store } = desk;
  const changed = (): readonly Ticket[] =>
    store
      .all('tickets')
      .filter((ticket) => ticket.changedAt <= desk.now() - rules.exportLagMs)
      .sort((one, other) => one.change - other.change);

  app.get('/api/v2/incremental/tickets/cursor', (c) => {
    if (c.get('user').role !== 'admin') return refuse(web, forbidden);
    const query = queryOf(c);
    const cursor = query.get('cursor');
    const startTime = query.get('start_time');
    const perPage = Math.min(Number(query.get('per_page') ?? '1000'), 1000);
    if (!Number.isInteger(perPage) || perPage < 1)
      return refuse(web, badRequest('per_page must be a positive integer.'));
    let after: number;
    if (cursor !== null) {
      const decoded = decode(cursor);
      if (decoded === null) return refuse(web, refusalOf(400, 'InvalidValue', 'cursor is not valid'));
      after = decoded;
    } else {
      const start = Number(startTime ?? Number.NaN) * 1000;
      if (!Number.isFinite(start))
        return refuse(web, refusalOf(400, 'InvalidValue', 'start_time or cursor is missing'));
      if (start > desk.now() - rules.exportLagMs)
        return refuse(
          web,
          refusalOf(422, 'InvalidValue', 'Too recent start_time. Use a start_time older than 60 seconds'),
        );
      // A ticket's change numbers only grow, so the first one young enough marks where the export begins.
      after =
        (changed().find((ticket) => ticket.changedAt >= start)?.change ?? store.get('facts', 'change')?.value ?? 0) - 1;
      if (!changed().some((ticket) => ticket.changedAt >= start)) after = changed().at(-1)?.change ?? 0;
    }
    const rest = changed().filter((ticket) => ticket.change > after);
    const shown = rest.slice(0, perPage);
    const next = encode(shown.at(-1)?.change ?? after);
    const address = new URL('/api/v2/incremental/tickets/cursor.json', web.address());
    address.searchParams.set('cursor', next);
    for (const name of ['include', 'per_page']) {
      const value = query.get(name);
      if (value !== null) address.searchParams.set(name, value);
    }
    const { rows, side } = ticketsWithSideLoads(desk, shown, includesOf(c));
    return answer(web, {
      tickets: rows,
      ...side,
      after_cursor: next,
      after_url: address.toString(),
      before_cursor: null,
      before_url: null,
      end_of_stream: rest.length <= perPage,
    });
  });

  app.get('/api/v2/activities', (c) => {
    const user = c.get('user');
    const since = queryOf(c).get('since');
    const sinceMs = since === null ? 0 : Date.parse(since);
    if (Number.isNaN(sinceMs)) return refuse(web, refusalOf(400, 'InvalidValue', 'since is not a time'));
    const rows = store
      .all('activities')
      .filter((one) => one.user_id === user.id && Date.parse(one.created_at) >= sinceMs);
    const person = (id: number) => {
      const found = store.get('users', id);
      return found ? presentUser(found) : null;
    };
    const people = (ids: readonly number[]) => [...new Set(ids)].map(person).filter((one) => one !== null);
    return answerList(
      web,
      c,
      'activities',
      rows,
      (one) => {
        const ticket = store.get('tickets', one.ticket_id);
        const target = { ticket: { id: one.ticket_id, subject: ticket?.subject ?? '' } };
        return {
          url: `${web.address()}/api/v2/activities/${one.id}.json`,
          id: one.id,
          title: one.title,
          verb: one.verb,
          user_id: one.user_id,
          actor_id: one.actor_id,
          object: one.comment_id === null ? target : { comment: { id: one.comment_id } },
          target,
          user: person(one.user_id),
          actor: person(one.actor_id),
          created_at: one.created_at,
          updated_at: one.created_at,
        };
      },
      { key: (one) => one.id, descending: true },
      (shown) => ({ users: people(shown.map((one) => one.user_id)), actors: people(shown.map((one) => one.actor_id)) }),
    );
  });
  app.get('/api/v2/incremental/tickets', (c) => {
    if (c.get('user').role !== 'admin') return refuse(web, forbidden);
    const start = Number(queryOf(c).get('start_time') ?? '0') * 1000;
    const rows = changed().filter((ticket) => ticket.changedAt >= start);
    const shown = rows.slice(0, 1000);
    const end = Math.floor((shown.at(-1)?.changedAt ?? desk.now()) / 1000);
    return answer(web, {
      tickets: shown.map(presentTicket),
      count: shown.length,
      end_of_stream: rows.length <= 1000,
      end_time: end,
      next_page: `${web.address()}/api/v2/incremental/tickets.json?start_time=${end}`,
    });
  });
  app.get('/api/v2/incremental/*', () => refuse(web, notFound));
};
