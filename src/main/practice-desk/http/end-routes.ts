import type { Hono } from 'hono';
import { z } from '#shared/schema.ts';
import { deleteTicket, mergeTickets } from '../end-ticket.ts';
import { forbidden, invalid, notFound } from '../refusal.ts';
import { addJob } from './jobs.ts';
import { answerList } from './lists.ts';
import { visibleTicket } from './one-ticket.ts';
import { answer, type Env, orRefuse, readJson, refuse, type Web } from './web.ts';

const mergeSchema = z.object({
  ids: z.array(z.number()),
  target_comment: z.string().optional(),
  source_comment: z.string().optional(),
  target_comment_is_public: z.boolean().optional(),
  source_comment_is_public: z.boolean().optional(),
});

/** How tickets go: deleted, or merged into another. */
export const addEndRoutes = (app: Hono<Env>, web: Web): void => {
  const { desk } = web;
  const { store } = desk;
  app.delete('/api/v2/tickets/:id{[0-9]+}', (c) => {
    if (c.get('user').role !== 'admin') return refuse(web, forbidden);
    const ticket = visibleTicket(desk, c, Number(c.req.param('id')));
    if (!ticket) return refuse(web, notFound);
    deleteTicket(desk, c.get('user'), ticket);
    return new Response(null, { status: 204 });
  });
  app.get('/api/v2/deleted_tickets', (c) => {
    if (c.get('user').role !== 'admin') return refuse(web, forbidden);
    const gone = store
      .all('tickets')
      .filter((ticket) => ticket.deletion !== null && desk.now() - Date.parse(ticket.deletion.at) < 30 * 86_400_000);
    return answerList(web, c, 'deleted_tickets', gone, (ticket) => ({
      id: ticket.id,
      subject: ticket.subject,
      description: ticket.description,
      actor: { id: ticket.deletion?.by, name: store.get('users', ticket.deletion?.by ?? 0)?.name },
      deleted_at: ticket.deletion?.at,
      previous_state: ticket.deletion?.previous,
    }));
  });

  app.post('/api/v2/tickets/:id{[0-9]+}/merge', async (c) => {
    const parsed = mergeSchema.safeParse(await readJson(c));
    const target = visibleTicket(desk, c, Number(c.req.param('id')));
    if (!target) return refuse(web, notFound);
    if (!parsed.success || parsed.data.ids.length === 0)
      return refuse(web, invalid('ids', 'Ids: cannot be blank', 'BlankValue'));
    const sources = parsed.data.ids.flatMap((id) => visibleTicket(desk, c, id) ?? []);
    if (sources.length !== parsed.data.ids.length) return refuse(web, notFound);
    const merged = mergeTickets(desk, c.get('user'), sources, target, {
      targetComment: parsed.data.target_comment ?? null,
      sourceComment: parsed.data.source_comment ?? null,
      targetPublic: parsed.data.target_comment_is_public ?? false,
      sourcePublic: parsed.data.source_comment_is_public ?? false,
    });
    return orRefuse(web, merged, () =>
      answer(web, { job_status: addJob(web, [{ id: target.id, action: 'merge', success: true, status: 'Updated' }]) }),
    );
  });
};
