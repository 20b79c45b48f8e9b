import type { Hono } from 'hono';
import { groupsOf } from '../desk.ts';
import { inView } from '../match-view.ts';
import type { Ticket, User, View } from '../model.ts';
import { notFound, refusalOf } from '../refusal.ts';
import { type Found, SEARCH_LIMIT, search, sortFound } from '../search-tickets.ts';
import { visibleTickets } from '../visibility.ts';
import { answerList } from './lists.ts';
import { paginate } from './paging.ts';
import { presentGroup, presentOrganization, presentTicket, presentUser, presentView } from './present.ts';
import { ticketRecord, ticketsWithSideLoads } from './side-load.ts';
import { ticketOrder } from './ticket-order.ts';
import { answer, type Ctx, type Env, idsOf, includesOf, queryOf, refuse, type Web } from './web.ts';

const presentFound = (one: Found) => {
  switch (one.result_type) {
    case 'ticket':
      return { ...presentTicket(one.ticket), result_type: 'ticket' };
    case 'user':
      return { ...presentUser(one.user), result_type: 'user' };
    case 'group':
      return { ...presentGroup(one.group), result_type: 'group' };
    case 'organization':
      return { ...presentOrganization(one.organization), result_type: 'organization' };
  }
};

/** Views and search. */
export const addFindRoutes = (app: Hono<Env>, web: Web): void => {
  const { desk } = web;
  const shared = (user: User): readonly View[] =>
    desk.store
      .all('views')
      .filter(
        (view) =>
          view.active &&
          (view.restriction === null || view.restriction.ids.some((id) => groupsOf(desk, user.id).includes(id))),
      );
  const ticketsIn = (user: User, view: View): readonly Ticket[] =>
    visibleTickets(desk, user).filter((ticket) => inView(desk, user, view, ticket));
  const viewOf = (c: Ctx): View | undefined =>
    shared(c.get('user')).find((view) => view.id === Number(c.req.param('id')));
  const count = (user: User, view: View) => {
    const value = ticketsIn(user, view).length;
    return {
      url: `${web.address()}/api/v2/views/${view.id}/count.json`,
      view_id: view.id,
      value,
      pretty: String(value),
      fresh: true,
      active: true,
    };
  };
  const orderOf = (c: Ctx, view: View) => {
    const query = queryOf(c);
    if (query.has('sort') || query.has('sort_by')) return ticketOrder(query);
    return ticketOrder(new URLSearchParams({ sort_by: view.sort_by, sort_order: view.sort_order }));
  };
  const byPosition = { key: (view: View) => view.position, descending: false };

  app.get('/api/v2/views', (c) => answerList(web, c, 'views', shared(c.get('user')), presentView, byPosition));
  app.get('/api/v2/views/active', (c) => answerList(web, c, 'views', shared(c.get('user')), presentView, byPosition));
  app.get('/api/v2/views/compact', (c) => answerList(web, c, 'views', shared(c.get('user')), presentView, byPosition));
  app.get('/api/v2/views/count_many', (c) => {
    const wanted = idsOf(c);
    if (wanted.length > 20)
      return refuse(web, refusalOf(400, 'TooManyIds', 'At most 20 views can be counted at once.'));
    const views = shared(c.get('user')).filter((view) => wanted.includes(view.id));
    return answer(web, { view_counts: views.map((view) => count(c.get('user'), view)) });
  });
  app.get('/api/v2/views/:id{[0-9]+}', (c) => {
    const view = viewOf(c);
    return view ? answer(web, { view: presentView(view) }) : refuse(web, notFound);
  });
  app.get('/api/v2/views/:id{[0-9]+}/count', (c) => {
    const view = viewOf(c);
    return view ? answer(web, { view_count: count(c.get('user'), view) }) : refuse(web, notFound);
  });
  app.get('/api/v2/views/:id{[0-9]+}/tickets', (c) => {
    const view = viewOf(c);
    if (!view) return refuse(web, notFound);
    return answerList(
      web,
      c,
      'tickets',
      ticketsIn(c.get('user'), view),
      (ticket) => ticketRecord(desk, ticket, includesOf(c)),
      orderOf(c, view),
      (shown) => ticketsWithSideLoads(desk, shown, includesOf(c)).side,
    );
  });
  app.get('/api/v2/views/:id{[0-9]+}/execute', (c) => {
    const view = viewOf(c);
    if (!view) return refuse(web, notFound);
    return answerList(
      web,
      c,
      'rows',
      ticketsIn(c.get('user'), view),
      (ticket) => ({
        ticket: { ...presentTicket(ticket) },
        subject: ticket.subject,
        requester_id: ticket.requester_id,
        assignee_id: ticket.assignee_id,
        group_id: ticket.group_id,
        status: ticket.status,
        created: ticket.created_at,
        updated: ticket.updated_at,
      }),
      orderOf(c, view),
      (shown) => ({
        view: presentView(view),
        columns: presentView(view).execution.columns,
        ...ticketsWithSideLoads(desk, shown, new Set(['users', 'groups'])).side,
      }),
    );
  });

  const found = (c: Ctx, type: string | null) => {
    const query = queryOf(c);
    const result = search(desk, c.get('user'), query.get('query') ?? '', type);
    if (!result.ok) return result;
    const sortBy = query.get('sort_by');
    return {
      ok: true as const,
      value: sortBy ? sortFound(result.value, sortBy, query.get('sort_order') ?? 'desc') : result.value,
    };
  };
  app.get('/api/v2/search', (c) => {
    const all = found(c, null);
    if (!all.ok) return refuse(web, all.error);
    const reachable = all.value.slice(0, SEARCH_LIMIT);
    const asked = new URL(c.req.url);
    const size = Math.min(Number(asked.searchParams.get('per_page') ?? '100'), 100);
    if (
      Number(asked.searchParams.get('page') ?? '1') * size > SEARCH_LIMIT &&
      Number(asked.searchParams.get('page') ?? '1') > 1
    )
      return refuse(
        web,
        refusalOf(422, 'invalid', 'Invalid search: Requested response size was greater than Search Response Limits'),
      );
    const position = new Map(reachable.map((one, index) => [one, index]));
    const url = new URL(asked.pathname + asked.search, web.address());
    const page = paginate(reachable, url, { key: (one) => position.get(one) ?? 0, descending: false });
    if (!page.ok) return refuse(web, page.error);
    const tickets = page.value.items.flatMap((one) => (one.result_type === 'ticket' ? [one.ticket] : []));
    return answer(web, {
      results: page.value.items.map(presentFound),
      facets: null,
      ...ticketsWithSideLoads(desk, tickets, includesOf(c)).side,
      ...page.value.envelope,
      count: all.value.length,
    });
  });
  app.get('/api/v2/search/count', (c) => {
    const all = found(c, null);
    return all.ok ? answer(web, { count: all.value.length }) : refuse(web, all.error);
  });
  app.get('/api/v2/search/export', (c) => {
    const type = queryOf(c).get('filter[type]');
    if (!type) return refuse(web, refusalOf(400, 'InvalidValue', 'filter[type] is required'));
    const all = found(c, type);
    if (!all.ok) return refuse(web, all.error);
    // Exports are ordered by creation and are not capped.
    return answerList(web, c, 'results', all.value, presentFound, { key: (one) => one.id, descending: true }, () => ({
      facets: null,
    }));
  });
  app.get('/api/v2/problems', (c) =>
    answerList(
      web,
      c,
      'tickets',
      visibleTickets(desk, c.get('user')).filter((one) => one.type === 'problem'),
      presentTicket,
    ),
  );
};
