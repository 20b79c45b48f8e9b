import type { Hono } from 'hono';
import { z } from '#shared/schema.ts';
import { apiVia } from '../record-change.ts';
import { invalid, notFound } from '../refusal.ts';
import { updateTicket } from '../update-ticket.ts';
import { visibleTickets } from '../visibility.ts';
import { answerList } from './lists.ts';
import { clientOf, visibleTicket } from './one-ticket.ts';
import { answer, type Env, orRefuse, readJson, refuse, type Web } from './web.ts';

const tagsSchema = z.object({
  tags: z.array(z.string()),
  updated_stamp: z.string().optional(),
  safe_update: z.union([z.boolean(), z.string()]).optional(),
});

/** The tags of a ticket, and how often each is used. */
export const addTagRoutes = (app: Hono<Env>, web: Web): void => {
  const { desk } = web;
  for (const [method, combine] of [
    ['POST', (_old: readonly string[], given: readonly string[]) => ({ tags: [...given] })],
    ['PUT', (_old: readonly string[], given: readonly string[]) => ({ additional_tags: [...given] })],
    ['DELETE', (_old: readonly string[], given: readonly string[]) => ({ remove_tags: [...given] })],
  ] as const)
    app.on(method, '/api/v2/tickets/:id{[0-9]+}/tags', async (c) => {
      const ticket = visibleTicket(desk, c, Number(c.req.param('id')));
      if (!ticket) return refuse(web, notFound);
      const parsed = tagsSchema.safeParse(await readJson(c));
      if (!parsed.success) return refuse(web, invalid('tags', 'Tags: cannot be blank', 'BlankValue'));
      const written = updateTicket(
        desk,
        c.get('user'),
        ticket,
        {
          ...combine(ticket.tags, parsed.data.tags),
          ...(parsed.data.safe_update === undefined ? {} : { safe_update: String(parsed.data.safe_update) === 'true' }),
          ...(parsed.data.updated_stamp === undefined ? {} : { updated_stamp: parsed.data.updated_stamp }),
        },
        { via: apiVia, system: clientOf(c) },
      );
      return orRefuse(web, written, (done) => answer(web, { tags: done.ticket.tags }, method === 'POST' ? 201 : 200));
    });
  app.get('/api/v2/tickets/:id{[0-9]+}/tags', (c) => {
    const ticket = visibleTicket(desk, c, Number(c.req.param('id')));
    return ticket ? answer(web, { tags: ticket.tags }) : refuse(web, notFound);
  });
  app.get('/api/v2/tags', (c) => {
    const counts = new Map<string, number>();
    for (const ticket of visibleTickets(desk, c.get('user')))
      for (const tag of ticket.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return answerList(
      web,
      c,
      'tags',
      [...counts].map(([id, count]) => ({ id, count })),
      ({ id, count }) => ({ name: id, count }),
      { key: (tag) => tag.count, descending: true },
    );
  });
};
