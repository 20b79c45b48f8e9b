import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from '#shared/schema.ts';
import { createTicket } from '../create-ticket.ts';
import { apiVia } from '../record-change.ts';
import { invalid, notFound, type Refusal } from '../refusal.ts';
import { ticketInputSchema } from '../ticket-input.ts';
import { updateTicket } from '../update-ticket.ts';
import { addJob } from './jobs.ts';
import { clientOf, presentOne, visibleTicket } from './one-ticket.ts';
import { presentAudit } from './present.ts';
import { answer, type Env, idsOf, orRefuse, readJson, refuse, type Web } from './web.ts';

const bodySchema = z.object({ ticket: ticketInputSchema });
const manySchema = z.object({
  ticket: ticketInputSchema.optional(),
  tickets: z.array(ticketInputSchema.and(z.object({ id: z.number() }))).optional(),
});

/** Zendesk remembers an idempotency key for two hours. */
const KEY_LIFE_MS = 2 * 60 * 60 * 1000;

const malformed: Refusal = invalid('base', 'Ticket: is missing or malformed');

const safeJson = (raw: string): unknown => {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
};

/** Making tickets, once for each idempotency key, and changing one or many. */
export const addWriteRoutes = (app: Hono<Env>, web: Web): void => {
  const { desk } = web;
  const { store } = desk;
  app.post('/api/v2/tickets', async (c) => {
    const raw = await c.req.text();
    const key = c.req.header('idempotency-key');
    const bodyHash = createHash('sha256').update(raw).digest('hex');
    if (key !== undefined) {
      if (key.length > 255)
        return refuse(web, {
          status: 400,
          body: { error: 'IdempotencyKeyTooLong', description: 'The idempotency key has more than 255 characters.' },
        });
      const known = store.get('idempotency', key);
      if (known && desk.now() - known.at < KEY_LIFE_MS) {
        if (known.bodyHash !== bodyHash)
          return refuse(web, {
            status: 400,
            body: {
              error: 'IdempotentRequestError',
              description: 'Request parameters are different from the previous request made with this idempotency key.',
            },
          });
        const ticket = store.get('tickets', known.ticketId);
        if (ticket) return answer(web, presentOne(desk, c, ticket), 201, { 'x-idempotency-lookup': 'hit' });
      }
    }
    const parsed = bodySchema.safeParse(safeJson(raw));
    if (!parsed.success) return refuse(web, malformed);
    const input = parsed.data.ticket;
    const written = createTicket(desk, c.get('user'), input, {
      via: input.via?.channel === 'voice' ? { ...apiVia, channel: 'voice' } : apiVia,
      custom: input.metadata ?? {},
      system: clientOf(c),
    });
    return orRefuse(web, written, ({ ticket, auditId }) => {
      if (key !== undefined) store.put('idempotency', { id: key, bodyHash, ticketId: ticket.id, at: desk.now() });
      const audit = store.auditsOf(ticket.id).find((candidate) => candidate.id === auditId);
      return answer(
        web,
        { ...presentOne(desk, c, ticket), ...(audit ? { audit: presentAudit(desk, audit) } : {}) },
        201,
        {
          location: `${web.address()}/api/v2/tickets/${ticket.id}.json`,
          ...(key === undefined ? {} : { 'x-idempotency-lookup': 'miss' }),
        },
      );
    });
  });

  app.put('/api/v2/tickets/update_many', async (c) => {
    const parsed = manySchema.safeParse(await readJson(c));
    if (!parsed.success) return refuse(web, malformed);
    const { ticket: shared, tickets: singles } = parsed.data;
    const wanted = singles ?? idsOf(c).map((id) => ({ ...shared, id }));
    const results = wanted.map(({ id, ...input }, index) => {
      const ticket = visibleTicket(desk, c, id);
      if (!ticket) return { index, id, action: 'update', success: false, error: 'RecordNotFound' };
      const written = updateTicket(desk, c.get('user'), ticket, input, {
        via: apiVia,
        custom: input.metadata ?? {},
        system: clientOf(c),
      });
      return written.ok
        ? { index, id, action: 'update', status: 'Updated', success: true }
        : {
            index,
            id,
            action: 'update',
            success: false,
            error: String(written.error.body['error']),
            details: written.error.body['description'],
          };
    });
    return answer(web, { job_status: addJob(web, results) });
  });

  app.put('/api/v2/tickets/:id{[0-9]+}', async (c) => {
    const parsed = bodySchema.safeParse(await readJson(c));
    const ticket = visibleTicket(desk, c, Number(c.req.param('id')));
    if (!ticket) return refuse(web, notFound);
    if (!parsed.success) return refuse(web, malformed);
    const written = updateTicket(desk, c.get('user'), ticket, parsed.data.ticket, {
      via: apiVia,
      custom: parsed.data.ticket.metadata ?? {},
      system: clientOf(c),
    });
    return orRefuse(web, written, (done) => {
      const audit = store.auditsOf(ticket.id).find((candidate) => candidate.id === done.auditId);
      return answer(web, {
        ...presentOne(desk, c, done.ticket),
        ...(audit ? { audit: presentAudit(desk, audit) } : {}),
      });
    });
  });
};
