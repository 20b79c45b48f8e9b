import type { Hono } from 'hono';
import { z } from '#shared/schema.ts';
import { groupsOf, isAgent, iso } from '../desk.ts';
import type { User } from '../model.ts';
import { forbidden, invalid, notFound } from '../refusal.ts';
import { visibleTickets } from '../visibility.ts';
import { createUser } from '../write-user.ts';
import { answerList } from './lists.ts';
import { presentGroup, presentOrganization, presentTicket, presentUser } from './present.ts';
import { answer, type Ctx, type Env, idsOf, queryOf, readJson, refuse, type Web } from './web.ts';

const userInputSchema = z.object({
  user: z.object({
    name: z.string().optional(),
    email: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
    locale: z.string().optional(),
    organization_id: z.number().nullable().optional(),
    notes: z.string().optional(),
    role: z.string().optional(),
  }),
});

/** Users, groups, memberships and organisations. */
export const addPeopleRoutes = (app: Hono<Env>, web: Web): void => {
  const { desk } = web;
  const { store } = desk;
  const active = (): readonly User[] => store.all('users').filter((user) => user.active);

  app.get('/api/v2/users/me', (c) => answer(web, { user: presentUser(c.get('user')) }));
  app.get('/api/v2/users', (c) => {
    const query = queryOf(c);
    const roles = [...query.getAll('role[]'), ...query.getAll('role')];
    const users = active().filter((user) => roles.length === 0 || roles.includes(user.role));
    return answerList(web, c, 'users', users, presentUser);
  });
  app.get('/api/v2/users/show_many', (c) => {
    const wanted = new Set(idsOf(c));
    return answerList(
      web,
      c,
      'users',
      store.all('users').filter((user) => wanted.has(user.id)),
      presentUser,
    );
  });
  app.get('/api/v2/users/search', (c) => {
    const text = (queryOf(c).get('query') ?? '')
      .trim()
      .toLowerCase()
      .replace(/^(email|name):/, '')
      .replace(/"/g, '');
    const found = active().filter(
      (user) =>
        text !== '' &&
        [user.name, user.email ?? '', user.phone ?? ''].some((part) => part.toLowerCase().includes(text)),
    );
    return answerList(web, c, 'users', found, presentUser);
  });
  app.get('/api/v2/users/autocomplete', (c) => {
    const text = (queryOf(c).get('name') ?? '').trim().toLowerCase();
    return answerList(
      web,
      c,
      'users',
      active().filter((user) => text.length > 1 && user.name.toLowerCase().includes(text)),
      presentUser,
    );
  });
  app.get('/api/v2/users/:id{[0-9]+}', (c) => {
    const user = store.get('users', Number(c.req.param('id')));
    return user ? answer(web, { user: presentUser(user) }) : refuse(web, notFound);
  });
  app.get('/api/v2/users/:id{[0-9]+}/tickets/:which{requested|assigned|ccd}', (c) => {
    const id = Number(c.req.param('id'));
    const which = c.req.param('which');
    const tickets = visibleTickets(desk, c.get('user')).filter((ticket) =>
      which === 'requested'
        ? ticket.requester_id === id
        : which === 'assigned'
          ? ticket.assignee_id === id
          : ticket.collaborator_ids.includes(id),
    );
    return answerList(web, c, 'tickets', tickets, presentTicket);
  });

  const write = async (c: Ctx, mayUpdate: boolean): Promise<Response> => {
    const parsed = userInputSchema.safeParse(await readJson(c));
    if (!parsed.success) return refuse(web, invalid('base', 'User: is missing or malformed'));
    const input = parsed.data.user;
    const editor = c.get('user');
    if (input.role !== undefined && input.role !== 'end-user' && editor.role !== 'admin') return refuse(web, forbidden);
    const email = input.email?.trim().toLowerCase() ?? null;
    const known = email === null ? undefined : active().find((user) => user.email?.toLowerCase() === email);
    if (known && !mayUpdate)
      return refuse(web, invalid('email', `Email: ${email} is already being used by another user`, 'DuplicateValue'));
    if (known) {
      const changed: User = {
        ...known,
        name: input.name ?? known.name,
        phone: input.phone === undefined ? known.phone : input.phone,
        notes: input.notes ?? known.notes,
        updated_at: iso(desk.now()),
      };
      store.put('users', changed);
      return answer(web, { user: presentUser(changed) });
    }
    if (!input.name?.trim())
      return refuse(web, invalid('name', 'Name: is too short (minimum one character)', 'ValueTooShort'));
    if (email !== null && !/^[^@\s]+@[^@\s]+$/.test(email))
      return refuse(web, invalid('email', `Email: ${email} is not properly formatted`));
    const user = createUser(desk, {
      name: input.name.trim(),
      email,
      ...(input.phone === undefined ? {} : { phone: input.phone }),
      ...(input.notes === undefined ? {} : { notes: input.notes }),
      ...(input.locale === undefined ? {} : { locale: input.locale }),
      ...(input.organization_id === undefined ? {} : { organization_id: input.organization_id }),
    });
    return answer(web, { user: presentUser(user) }, 201);
  };
  app.post('/api/v2/users', (c) => write(c, false));
  app.post('/api/v2/users/create_or_update', (c) => write(c, true));

  app.get('/api/v2/groups', (c) => answerList(web, c, 'groups', store.all('groups'), presentGroup));
  app.get('/api/v2/groups/assignable', (c) => answerList(web, c, 'groups', store.all('groups'), presentGroup));
  app.get('/api/v2/groups/:id{[0-9]+}', (c) => {
    const group = store.get('groups', Number(c.req.param('id')));
    return group ? answer(web, { group: presentGroup(group) }) : refuse(web, notFound);
  });
  app.get('/api/v2/groups/:id{[0-9]+}/users', (c) => {
    const id = Number(c.req.param('id'));
    return answerList(
      web,
      c,
      'users',
      active().filter((user) => groupsOf(desk, user.id).includes(id)),
      presentUser,
    );
  });
  app.get('/api/v2/group_memberships', (c) =>
    answerList(web, c, 'group_memberships', store.all('memberships'), (one) => one),
  );
  app.get('/api/v2/users/:id{[0-9]+}/group_memberships', (c) => {
    const id = Number(c.req.param('id'));
    return answerList(
      web,
      c,
      'group_memberships',
      store.all('memberships').filter((one) => one.user_id === id),
      (one) => one,
    );
  });
  app.get('/api/v2/organizations', (c) =>
    answerList(web, c, 'organizations', store.all('organizations'), presentOrganization),
  );
  app.get('/api/v2/organizations/show_many', (c) => {
    const wanted = new Set(idsOf(c));
    return answerList(
      web,
      c,
      'organizations',
      store.all('organizations').filter((one) => wanted.has(one.id)),
      presentOrganization,
    );
  });
  app.get('/api/v2/organizations/:id{[0-9]+}', (c) => {
    const organization = store.get('organizations', Number(c.req.param('id')));
    return organization ? answer(web, { organization: presentOrganization(organization) }) : refuse(web, notFound);
  });

  const incrementalUsers = (c: Ctx): Response => {
    if (c.get('user').role !== 'admin') return refuse(web, forbidden);
    const since = Number(queryOf(c).get('start_time') ?? '0') * 1000;
    const users = store.all('users').filter((user) => Date.parse(user.updated_at) >= since);
    return answer(web, {
      users: users.map(presentUser),
      count: users.length,
      end_of_stream: true,
      next_page: null,
      end_time: Math.floor(desk.now() / 1000),
      after_cursor: null,
      after_url: null,
    });
  };
  app.get('/api/v2/incremental/users', incrementalUsers);
  app.get('/api/v2/incremental/users/cursor', incrementalUsers);
  app.get('/api/v2/users/count', (c) => {
    const count = active().filter((user) => isAgent(user) || queryOf(c).get('role') !== 'agent').length;
    return answer(web, { count: { value: count, refreshed_at: iso(desk.now()) } });
  });
};
