import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { basic, openDesk, ownTicket } from './open-desk.ts';

async function upload(url: string, authorization: string, name: string, text: string): Promise<string> {
  const body = new FormData();
  body.append('file', new File([text], name, { type: 'text/plain' }));
  const path = '/api/v2/tickets/side_conversations/attachments';
  const answer = await fetch(url + path, { method: 'POST', headers: { authorization }, body });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

test('something of a ticket goes to people outside of it, with its files, and leaves the ticket as it was', async () => {
  const opened = await openDesk();
  const { desk, get, send } = opened;
  const ticket = ownTicket(opened);
  const authorization = basic(desk.credentials.agent);
  const file = await upload(desk.url, authorization, 'label.txt', 'To: Bergen');

  const begun = await send('POST', `/api/v2/tickets/${ticket.id}/side_conversations`, {
    message: {
      subject: 'Fwd: a parcel',
      html_body: '<p>Where is it?</p>',
      to: [{ email: 'post@carrier.example' }],
      external_ids: { holdfast_action: 'one' },
      attachment_ids: [file],
    },
    external_ids: { holdfast_action: 'one' },
  });

  expect(begun.status).toBe(201);
  expect(begun.body.side_conversation).toMatchObject({ subject: 'Fwd: a parcel', state: 'open' });
  const listed = await get(`/api/v2/tickets/${ticket.id}/side_conversations`);
  expect(listed.body).toMatchObject({ count: 1, side_conversations: [{ external_ids: { holdfast_action: 'one' } }] });
  const id = begun.body.side_conversation.id as string;
  const events = await get(`/api/v2/tickets/${ticket.id}/side_conversations/${id}/events`);
  expect(events.body.events).toMatchObject([
    {
      type: 'create',
      actor: { user_id: desk.credentials.agent.userId },
      message: { to: [{ email: 'post@carrier.example' }], attachments: [{ file_name: 'label.txt', size: 10 }] },
    },
  ]);
  const bytes = await fetch(events.body.events[0].message.attachments[0].content_url, { headers: { authorization } });
  expect(await bytes.text()).toBe('To: Bergen');
  expect(desk.act.ticket(ticket.id)).toEqual(ticket);
});

test('who got it answers, an agent answers that, and both are told of by the desk', async () => {
  const opened = await openDesk();
  const { desk, get, send } = opened;
  const ticket = ownTicket(opened);
  const path = `/api/v2/tickets/${ticket.id}/side_conversations`;
  const begun = await send('POST', path, {
    message: { body: 'Where is it?', to: [{ email: 'post@carrier.example' }] },
  });
  const id = begun.body.side_conversation.id as string;

  desk.act.outsideAnswers(ticket.id, 'post@carrier.example', 'In Oslo.');
  const answered = await send('POST', `${path}/${id}/reply`, { message: { body: 'Thanks.' } });

  expect(answered.body.event.message.to).toMatchObject([{ email: 'post@carrier.example' }]);
  const events = await get(`${path}/${id}/events`);
  expect(events.body.events).toMatchObject([
    { type: 'create', message: { subject: ticket.subject, body: 'Where is it?' } },
    { type: 'reply', actor: { user_id: null, email: 'post@carrier.example' }, message: { body: 'In Oslo.' } },
    { type: 'reply', message: { body: 'Thanks.' } },
  ]);
  expect(desk.act.sideConversations(ticket.id)).toHaveLength(1);
});

test.each([
  ['nobody to get it', { body: 'x', to: [] }, 'to'],
  ['what is no address', { body: 'x', to: [{ email: 'carrier' }] }, 'to'],
  ['no words', { to: [{ email: 'post@carrier.example' }] }, 'body'],
  [
    'a file that was never taken',
    { body: 'x', to: [{ email: 'a@b.example' }], attachment_ids: ['s3-x'] },
    'attachment_ids',
  ],
])('%s is refused', async (_what, message, field) => {
  const opened = await openDesk();
  const refused = await opened.send('POST', `/api/v2/tickets/${ownTicket(opened).id}/side_conversations`, { message });
  expect(refused.status).toBe(422);
  expect(Object.keys(refused.body.details)).toEqual([field]);
});

test('a desk without the add-on says so in its settings and forbids it', async () => {
  const opened = await openDesk({ sideConversations: false });
  const settings = await opened.get('/api/v2/account/settings');
  expect(settings.body.settings.side_conversations).toEqual({ email_channel: false });
  const refused = await opened.get(`/api/v2/tickets/${ownTicket(opened).id}/side_conversations`);
  expect(refused.status).toBe(403);
});

test('what was sent is there after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'side-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const first = await openDesk({ dataDir });
  const ticket = ownTicket(first);
  await first.send('POST', `/api/v2/tickets/${ticket.id}/side_conversations`, {
    message: { body: 'Where is it?', to: [{ email: 'post@carrier.example' }] },
  });
  await first.desk.stop();
  const second = await openDesk({ dataDir });
  expect(second.desk.act.sideConversations(ticket.id)).toMatchObject([{ events: [{ type: 'create' }] }]);
});
