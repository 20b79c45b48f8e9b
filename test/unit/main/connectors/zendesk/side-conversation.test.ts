import { expect, test } from 'vitest';
import { toSideMessage } from '#main/connectors/zendesk/map-side-conversation.ts';
import { sideConversationSchema, sideEventSchema } from '#main/connectors/zendesk/wire-side-conversation.ts';

const ORIGIN = 'https://shop.zendesk.com';
const conversation = sideConversationSchema.parse({ id: 'c1', external_ids: { holdfast_action: '01A' } });

/** An event as Zendesk's reference shows it. */
const event = (change: Record<string, unknown> = {}, message: Record<string, unknown> | null = {}) =>
  sideEventSchema.parse({
    id: 'e1',
    side_conversation_id: 'c1',
    type: 'create',
    actor: { user_id: 3422, name: 'Johnny Agent', email: 'johnny@shop.example' },
    message: message && {
      subject: 'Fwd',
      body: 'Please look',
      html_body: '<p>Please look</p>',
      from: { user_id: 3422, name: 'Johnny Agent', email: 'johnny@shop.example' },
      to: [{ user_id: null, name: null, email: 'post@carrier.example' }],
      external_ids: {},
      ...message,
    },
    created_at: '2026-03-02T10:00:00.123Z',
    updates: {},
    via: 'api',
    ...change,
  });
const mapped = (one: ReturnType<typeof event>) => toSideMessage(one, conversation, '7', ORIGIN);

test('what an agent sent says to whom, and for which action where only the conversation bears its mark', () => {
  expect(mapped(event())).toEqual({
    remoteId: 'e1',
    ticketRemoteId: '7',
    kind: 'forward',
    authorId: '3422',
    authorName: 'Johnny Agent',
    authorRole: 'agent',
    body: { format: 'html', content: '<p>Please look</p>' },
    attachments: [],
    to: ['post@carrier.example'],
    channel: 'email',
    createdAt: Date.parse('2026-03-02T10:00:00.123Z'),
    clientId: '01A',
  });
});

test('an answer is by somebody outside, bears no mark, and has text where there is no HTML', () => {
  const from = { user_id: null, name: null, email: 'post@carrier.example' };
  const answer = event({ id: 'e2', type: 'reply', actor: from }, { from, html_body: null, body: 'In Oslo', to: [] });
  expect(mapped(answer)).toMatchObject({
    authorId: null,
    authorName: 'post@carrier.example',
    authorRole: 'outside',
    body: { format: 'text', content: 'In Oslo' },
    to: [],
    clientId: null,
  });
});

test('what is no message is none', () => {
  expect(mapped(event({ type: 'update' }, null))).toBeNull();
  expect(mapped(event({ type: 'update' }))).toBeNull();
});

test('files lie under addresses of the helpdesk’s own alone', () => {
  const path = '/api/v2/tickets/7/side_conversations/c1/attachments/s3-1/download/label.pdf';
  const file = { id: 's3-1', file_name: 'label.pdf', content_type: 'application/pdf', size: 3, inline: false };
  const attachments = [
    { ...file, content_url: ORIGIN + path },
    { ...file, id: 's3-2', content_url: `https://elsewhere.example${path}` },
    { ...file, id: 's3-3', content_url: `${ORIGIN}/${'x'.repeat(300)}` },
    { ...file, id: 's3-4', content_url: null },
  ];
  expect(mapped(event({}, { attachments }))?.attachments).toEqual([
    { remoteId: path, name: 'label.pdf', mimeType: 'application/pdf', size: 3, inline: false },
  ]);
});
