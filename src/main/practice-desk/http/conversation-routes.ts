import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { addAttachment, iso } from '../desk.ts';
import type { Ticket } from '../model.ts';
import { forbidden, invalid, notFound } from '../refusal.ts';
import { canSee } from '../visibility.ts';
import { answerList } from './lists.ts';
import { presentAttachment, presentAudit, presentComment, presentUser } from './present.ts';
import { answer, type Ctx, type Env, includesOf, queryOf, refuse, type Web } from './web.ts';

/** At most 50 MB, as at Zendesk. */
const UPLOAD_LIMIT_BYTES = 50 * 1024 * 1024;

/** Comments, audits, uploads and attachment bytes. */
export const addConversationRoutes = (app: Hono<Env>, web: Web): void => {
  const { desk } = web;
  const { store } = desk;
  const visible = (c: Ctx): Ticket | null => {
    const ticket = store.get('tickets', Number(c.req.param('id')));
    return ticket && ticket.status !== 'deleted' && canSee(desk, c.get('user'), ticket) ? ticket : null;
  };
  const usersOf = (ids: readonly number[]) =>
    [...new Set(ids)].flatMap((id) => {
      const user = store.get('users', id);
      return user ? [presentUser(user)] : [];
    });
  const newestFirst = (c: Ctx): boolean => {
    const query = queryOf(c);
    return (query.get('sort') ?? '').startsWith('-') || query.get('sort_order') === 'desc';
  };

  app.get('/api/v2/tickets/:id{[0-9]+}/comments', (c) => {
    const ticket = visible(c);
    if (!ticket) return refuse(web, notFound);
    const inline = queryOf(c).get('include_inline_images') === 'true';
    const rows = store
      .auditsOf(ticket.id)
      .flatMap((audit) =>
        audit.events.flatMap((event) => (event.type === 'Comment' ? [{ id: event.id, audit, event }] : [])),
      );
    return answerList(
      web,
      c,
      'comments',
      rows,
      ({ audit, event }) => presentComment(desk, audit, event, inline),
      { key: ({ audit }) => audit.created_at, descending: newestFirst(c) },
      (shown) => (includesOf(c).has('users') ? { users: usersOf(shown.map(({ event }) => event.author_id)) } : {}),
    );
  });
  app.get('/api/v2/tickets/:id{[0-9]+}/comments/count', (c) => {
    const ticket = visible(c);
    if (!ticket) return refuse(web, notFound);
    const value = store
      .auditsOf(ticket.id)
      .flatMap((audit) => audit.events)
      .filter((event) => event.type === 'Comment').length;
    return answer(web, { count: { value, refreshed_at: iso(desk.now()) } });
  });
  app.get('/api/v2/tickets/:id{[0-9]+}/audits', (c) => {
    const ticket = visible(c);
    if (!ticket) return refuse(web, notFound);
    return answerList(
      web,
      c,
      'audits',
      store.auditsOf(ticket.id),
      (audit) => presentAudit(desk, audit),
      { key: (audit) => audit.created_at, descending: newestFirst(c) },
      (shown) => (includesOf(c).has('users') ? { users: usersOf(shown.map((audit) => audit.author_id)) } : {}),
    );
  });
  app.get('/api/v2/tickets/:id{[0-9]+}/audits/:audit{[0-9]+}', (c) => {
    const ticket = visible(c);
    const audit = ticket ? store.auditsOf(ticket.id).find((one) => one.id === Number(c.req.param('audit'))) : undefined;
    return audit ? answer(web, { audit: presentAudit(desk, audit) }) : refuse(web, notFound);
  });

  app.post('/api/v2/uploads', async (c) => {
    const name = queryOf(c).get('filename');
    if (!name) return refuse(web, invalid('filename', 'Filename: cannot be blank', 'BlankValue'));
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.length > UPLOAD_LIMIT_BYTES)
      return refuse(web, {
        status: 413,
        body: { error: 'AttachmentTooLarge', description: 'The file is larger than 50 MB.' },
      });
    const given = queryOf(c).get('token');
    const token =
      given ??
      createHash('sha256')
        .update(`${desk.seed}:upload:${store.nextId('uploads', 1)}`)
        .digest('base64url')
        .slice(0, 20);
    const attachment = addAttachment(desk, {
      file_name: name,
      content_type: c.req.header('content-type') ?? 'application/octet-stream',
      bytes,
      uploadToken: token,
    });
    const all = store.all('attachments').filter((one) => one.upload_token === token);
    return answer(
      web,
      {
        upload: {
          token,
          expires_at: iso(desk.now() + 3 * 86_400_000),
          attachment: presentAttachment(attachment),
          attachments: all.map(presentAttachment),
        },
      },
      201,
    );
  });
  app.delete('/api/v2/uploads/:token', (c) => {
    const mine = store.all('attachments').filter((one) => one.upload_token === c.req.param('token'));
    if (mine.length === 0) return refuse(web, notFound);
    for (const one of mine) store.remove('attachments', one.id);
    return new Response(null, { status: 204 });
  });
  app.get('/api/v2/attachments/:id{[0-9]+}', (c) => {
    const attachment = store.get('attachments', Number(c.req.param('id')));
    return attachment ? answer(web, { attachment: presentAttachment(attachment) }) : refuse(web, notFound);
  });
  app.get('/api/v2/attachments/*', () => refuse(web, forbidden));
};

/** Attachment bytes need no sign-in: the token in the address is the secret, as at Zendesk. */
export const addAttachmentContent = (app: Hono<Env>, web: Web): void => {
  app.get('/attachments/token/:token/', (c) => {
    const attachment = web.desk.store.all('attachments').find((one) => one.token === c.req.param('token'));
    const bytes = attachment ? web.desk.disk.blob(attachment.sha256) : null;
    if (!attachment || !bytes) return refuse(web, notFound);
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': attachment.content_type,
        'content-disposition': `${attachment.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(attachment.file_name)}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  });
};
