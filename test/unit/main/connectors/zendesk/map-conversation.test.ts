import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { inlineImages, mergedIntoOf, toConversation } from '#main/connectors/zendesk/map-conversation.ts';
import { toTicket } from '#main/connectors/zendesk/map-ticket.ts';
import { auditSchema, readList, ticketSchema, userSchema } from '#main/connectors/zendesk/wire.ts';

const ORIGIN = 'https://acme.zendesk.com';
const recorded = JSON.parse(
  await readFile(new URL('../../../../fixtures/zendesk/conversation.json', import.meta.url), 'utf8'),
) as { ticket: unknown; audits: unknown[]; users: unknown[] };

function read(first: (audit: object) => object = (audit) => audit) {
  const ticket = toTicket(ticketSchema.parse(recorded.ticket), {
    origin: ORIGIN,
    customStatuses: [],
    ratingsFromTickets: false,
    user: () => undefined,
  });
  if (!ticket) throw new Error('no ticket');
  const users = readList(userSchema, recorded.users, 'person', []);
  const audits = readList(
    auditSchema,
    recorded.audits.map((audit, index) => (index === 0 ? first(audit as object) : audit)),
    'audit',
    [],
  );
  const names = {
    user: (id: number) => users.find((user) => user.id === id),
    group: () => undefined,
    field: (id: string) => (id === '360001' ? 'Order' : undefined),
  };
  return { ticket, audits, ...toConversation(ticket, audits, names, { origin: ORIGIN, own: 'help@acme.example' }) };
}

test('roles, order and kinds come out of the audits; a trigger is no person', () => {
  expect(
    read().messages.map(({ remoteId, kind, authorRole, clientId }) => ({ remoteId, kind, authorRole, clientId })),
  ).toEqual([
    { remoteId: '1001', kind: 'reply', authorRole: 'requester', clientId: null },
    { remoteId: '1011', kind: 'note', authorRole: 'agent', clientId: null },
    { remoteId: '1021', kind: 'reply', authorRole: 'agent', clientId: '01KAV0000000000000000000AB' },
    { remoteId: '1031', kind: 'reply', authorRole: 'system', clientId: null },
  ]);
});

test('a mail tells who else it was addressed to, and the account’s own address is nobody', () => {
  const mail = (source: unknown) =>
    read((audit) => ({ ...audit, via: { channel: 'email', source } })).messages.map(({ cc }) => cc)[0];
  const to = { address: 'support@acme.example', name: 'Acme' };
  const from = { address: 'nadia@example.com', name: 'Nadia' };
  expect(
    mail({
      from: { ...from, original_recipients: ['Support@acme.example', 'help@acme.example', 'bo@b.example'] },
      to: { ...to, email_ccs: ['bo@b.example', 'cy@c.example', 7, 999] },
    }),
  ).toEqual(['bo@b.example', 'cy@c.example', 'sam@acme.example']);
  expect(mail({ from: { ...from, original_recipients: null }, to })).toBeUndefined();
  expect(mail('nowhere')).toBeUndefined();
});

test('an event that cannot be read is kept aside and the rest goes on', () => {
  expect(read().unreadable).toEqual([{ kind: 'message', remoteId: '1041', problem: 'public: invalid_type' }]);
});

test('changes are told by names', () => {
  const events = read().events.map(({ kind, field, from, to, actorName }) => ({ kind, field, from, to, actorName }));
  expect(events).toEqual([
    { kind: 'created', field: null, from: null, to: null, actorName: 'Nadia Petrova' },
    { kind: 'assignee', field: null, from: null, to: 'Sam Agent', actorName: 'Sam Agent' },
    { kind: 'status', field: null, from: 'open', to: 'on-hold', actorName: 'Sam Agent' },
    { kind: 'field', field: 'Order', from: null, to: 'A-17', actorName: 'Sam Agent' },
  ]);
});

test('changes of people, groups and status are told by ids and by our own words besides', () => {
  expect(read().events.map(({ kind, fromId, toId }) => [kind, fromId, toId])).toEqual([
    ['created', null, null],
    ['assignee', null, '7'],
    ['status', 'open', 'on-hold'],
    ['field', null, null],
  ]);
});

test("Zendesk's own images point at their attachment, others are left alone", () => {
  const [message] = read().messages;
  expect(message?.body.content).toContain('src="attachment:501"');
  expect(message?.body.content).toContain('src="https://tracker.example/pixel.gif"');
  expect(message?.attachments.map(({ remoteId, inline }) => [remoteId, inline])).toEqual([
    ['501', true],
    ['502', false],
  ]);
});

test('an own image that no record names is kept by its path; another host with the same path is not ours', () => {
  const own = inlineImages('<img alt="a" src="/attachments/token/xyz/?name=a%20b.png&amp;v=2">', [], ORIGIN);
  expect(own.unlisted).toEqual(['/attachments/token/xyz/?name=a%20b.png&v=2']);
  expect(own.html).toContain('src="attachment:/attachments/token/xyz/?name=a%20b.png&amp;v=2"');
  const foreign = '<img src="https://evil.example/attachments/token/xyz/?name=a.png">';
  expect(inlineImages(foreign, [], ORIGIN).html).toBe(foreign);
});

test('the ticket that another was merged into is read off its last comment', () => {
  const audits = readList(
    auditSchema,
    [
      {
        id: 1,
        created_at: '2026-11-01T10:00:00Z',
        author_id: 7,
        events: [
          {
            id: 2,
            type: 'Comment',
            public: false,
            body: 'This request was closed and merged into request #77 "Lost".',
          },
        ],
      },
    ],
    'audit',
    [],
  );
  expect(mergedIntoOf(audits)).toBe('77');
});
