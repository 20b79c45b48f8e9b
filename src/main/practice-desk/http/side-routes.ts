import type { Hono } from 'hono';
import { addAttachment, DESK_ADDRESS, iso } from '../desk.ts';
import type { Ticket } from '../model.ts';
import { forbidden, invalid, notFound } from '../refusal.ts';
import {
  agentIn,
  answerSideConversation,
  beginSideConversation,
  participantsOf,
  sideFileId,
  sideInputSchema,
  WAITING_FOR_A_MESSAGE,
} from '../side-conversation.ts';
import type { SideConversation, SideEvent } from '../side-model.ts';
import { visibleTicket } from './one-ticket.ts';
import { answer, type Ctx, type Env, orRefuse, readJson, refuse, type Web } from './web.ts';

const malformed = invalid('message', 'Message: is missing or malformed');

/** Conversations with people outside a ticket. Without them every address here is forbidden, as without the add-on at Zendesk. */
export const addSideRoutes = (app: Hono<Env>, web: Web, has: boolean): void => {
  const { desk } = web;
  const { store } = desk;
  const path = '/api/v2/tickets/:id{[0-9]+}/side_conversations';
  const addressOf = ({ ticket_id, id }: SideConversation): string =>
    `${DESK_ADDRESS}/api/v2/tickets/${ticket_id}/side_conversations/${id}`;

  const presentConversation = (one: SideConversation) => {
    const { events, ...rest } = one;
    return {
      url: addressOf(one),
      ...rest,
      participants: participantsOf(one),
      preview_text: events.at(-1)?.message.preview_text ?? '',
      message_added_at: events.at(-1)?.created_at ?? one.created_at,
      state_updated_at: one.created_at,
    };
  };
  const presentEvent = (one: SideConversation, { message, ...event }: SideEvent) => {
    const { attachment_ids, ...said } = message;
    const attachments = attachment_ids.flatMap((id) => {
      const file = store.get('attachments', id);
      if (!file) return [];
      const name = encodeURIComponent(file.file_name);
      return {
        id: sideFileId(file),
        content_url: `${addressOf(one)}/attachments/${sideFileId(file)}/download/${name}`,
        file_name: file.file_name,
        content_type: file.content_type,
        size: file.size,
        width: file.width,
        height: file.height,
        inline: false,
      };
    });
    return {
      ...event,
      side_conversation_id: one.id,
      ticket_id: one.ticket_id,
      message: { ...said, attachments },
      updates: {},
      via: 'api',
    };
  };
  const newest = (one: SideConversation) => {
    const event = one.events.at(-1);
    return { side_conversation: presentConversation(one), event: event && presentEvent(one, event) };
  };
  const ticketOf = (c: Ctx): Ticket | null => visibleTicket(desk, c, Number(c.req.param('id')));
  const all = ({ id }: Ticket) => store.all('sideConversations').filter((one) => one.ticket_id === id);
  const conversationOf = (c: Ctx): SideConversation | undefined => {
    const ticket = ticketOf(c);
    return ticket ? all(ticket).find(({ id }) => id === c.req.param('side')) : undefined;
  };

  app.use('/api/v2/tickets/:id/*', async (c, next) => {
    if (!has && c.req.path.includes('side_conversations')) return refuse(web, forbidden);
    await next();
    return undefined;
  });
  app.post('/api/v2/tickets/side_conversations/attachments', async (c) => {
    const { file } = await c.req.parseBody();
    if (!(file instanceof File)) return refuse(web, invalid('file', 'File: cannot be blank', 'BlankValue'));
    const kept = addAttachment(desk, {
      file_name: file.name,
      content_type: file.type || 'application/octet-stream',
      bytes: new Uint8Array(await file.arrayBuffer()),
      uploadToken: WAITING_FOR_A_MESSAGE,
    });
    const { file_name: name, content_type, size, width, height } = kept;
    return answer(web, { id: sideFileId(kept), name, content_type, size, width, height }, 201);
  });
  app.get(path, (c) => {
    const ticket = ticketOf(c);
    if (!ticket) return refuse(web, notFound);
    const rows = all(ticket);
    return answer(web, {
      side_conversations: rows.map(presentConversation),
      count: rows.length,
      next_page: null,
      previous_page: null,
    });
  });
  app.post(path, async (c) => {
    const ticket = ticketOf(c);
    if (!ticket) return refuse(web, notFound);
    const parsed = sideInputSchema.safeParse(await readJson(c));
    if (!parsed.success) return refuse(web, malformed);
    return orRefuse(web, beginSideConversation(desk, c.get('user'), ticket, parsed.data), (one) =>
      answer(web, newest(one), 201),
    );
  });
  app.get(`${path}/:side`, (c) => {
    const one = conversationOf(c);
    return one ? answer(web, { side_conversation: presentConversation(one) }) : refuse(web, notFound);
  });
  app.get(`${path}/:side/events`, (c) => {
    const one = conversationOf(c);
    if (!one) return refuse(web, notFound);
    return answer(web, { events: one.events.map((event) => presentEvent(one, event)), count: one.events.length });
  });
  app.post(`${path}/:side/reply`, async (c) => {
    const one = conversationOf(c);
    if (!one) return refuse(web, notFound);
    const parsed = sideInputSchema.safeParse(await readJson(c));
    if (!parsed.success) return refuse(web, malformed);
    return orRefuse(web, answerSideConversation(desk, agentIn(c.get('user')), one, parsed.data), (next) =>
      answer(web, newest(next), 201),
    );
  });
  app.get(`${path}/:side/attachments/:file/download/:name`, (c) => {
    const named = new Set(conversationOf(c)?.events.flatMap(({ message }) => message.attachment_ids));
    const file = store.all('attachments').find((one) => named.has(one.id) && sideFileId(one) === c.req.param('file'));
    const bytes = file ? desk.disk.blob(file.sha256) : null;
    if (!file || !bytes) return refuse(web, notFound);
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': file.content_type,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.file_name)}`,
        'x-content-type-options': 'nosniff',
      },
    });
  });
  app.get('/api/v2/account/settings', () =>
    answer(web, {
      settings: {
        active_features: { custom_statuses_enabled: true, customer_satisfaction: true },
        side_conversations: { email_channel: has },
        refreshed_at: iso(desk.now()),
      },
    }),
  );
};
