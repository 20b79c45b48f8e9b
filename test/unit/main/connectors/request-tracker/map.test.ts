import { expect, test } from 'vitest';
import { configSchema } from '#main/connectors/request-tracker/config.ts';
import type { History } from '#main/connectors/request-tracker/history.ts';
import { conversationOf } from '#main/connectors/request-tracker/map-conversation.ts';
import { markedType, markerOf } from '#main/connectors/request-tracker/map-message.ts';
import { phonesOf } from '#main/connectors/request-tracker/map-person.ts';
import { priorityOf, ticketRow } from '#main/connectors/request-tracker/map-ticket.ts';
import { nameOfStatus, pastStatusOf, statusOf } from '#main/connectors/request-tracker/status.ts';
import { attachmentWire, ticketWire, transactionWire } from '#main/connectors/request-tracker/wire.ts';

const never = '1970-01-01T00:00:00Z';
const customer = { id: 56, Name: 'ali@customer.example', RealName: 'محمد علي', EmailAddress: 'ali@customer.example' };
const ticket = ticketWire.parse({
  id: '5',
  Subject: 'Radio',
  Status: 'open',
  Queue: { id: 3, Name: 'Support', Lifecycle: 'default' },
  Owner: { id: 6, Name: 'Nobody', RealName: 'Nobody in particular', EmailAddress: '' },
  Requestor: [customer],
  AdminCc: [
    { id: 30, type: 'user', Name: 'maria.jones', RealName: 'Maria Jones', EmailAddress: 'maria@desk.example' },
    { id: 304, type: 'group', Name: 'Leads', RealName: '', EmailAddress: '' },
  ],
  Creator: customer,
  Created: '2026-09-26T17:54:24Z',
  LastUpdated: '2026-09-27T02:54:24Z',
  Resolved: never,
  Started: never,
  Due: never,
  SLA: null,
  Priority: '30',
  CustomFields: '',
  Type: 'ticket',
});
const transaction = (id: number, type: string) =>
  transactionWire.parse({
    id,
    ObjectId: '5',
    Type: type,
    Field: '',
    OldValue: '',
    NewValue: '',
    Data: null,
    Creator: customer,
    Created: '2026-09-26T17:54:24Z',
  });
const part = (id: number, type: string, content: string | null, headers: string, name: string | null = null) =>
  attachmentWire.parse({
    id,
    TransactionId: '94',
    ContentType: type,
    Filename: name,
    Headers: headers,
    ContentLength: '10',
    Content: content,
  });
const history = (parts: ReturnType<typeof part>[], transactions = [transaction(94, 'Create')]): History => ({
  ticket,
  transactions,
  attachments: new Map([['94', parts]]),
  fieldNames: new Map(),
  userNames: new Map(),
  customers: new Set(),
  queueNames: new Map(),
  statusOf: (name) => pastStatusOf(name, 'default'),
  own: new Set(['support@desk.example']),
});

test('whoever wrote and is no requestor is an agent, unless known for a customer', () => {
  const wife = { id: '60', Name: 'wife@customer.example' };
  const of = (customers: readonly string[]) =>
    conversationOf({
      ...history([part(28, 'text/plain', 'Hello', '')]),
      transactions: [{ ...transaction(94, 'Correspond'), Creator: { ...ticket.Creator, ...wife } }],
      customers: new Set(customers),
    }).messages.map(({ authorRole }) => authorRole);
  expect(of([])).toEqual(['agent']);
  expect(of(['60'])).toEqual(['requester']);
});

test('the HTML part is the body, its images point at their attachments, and its text twin is no file', () => {
  const [message] = conversationOf(
    history([
      part(28, 'text/plain', 'Hello', ''),
      part(29, 'text/html', '<p>Hello</p><img src="cid:photo5@shop">', ''),
      part(30, 'image/png', null, 'Content-Type: image/png\nContent-ID: <photo5@shop>', 'photo.png'),
    ]),
  ).messages;
  expect(message?.body).toEqual({ format: 'html', content: '<p>Hello</p><img src="attachment:30">' });
  expect(message?.attachments).toEqual([
    { remoteId: '30', name: 'photo.png', mimeType: 'image/png', size: 10, inline: true },
  ]);
  expect(message?.authorRole).toBe('requester');
});

test('a mail tells who else it was addressed to, and the desk’s own address is nobody', () => {
  const mail = (headers: string, more: ReturnType<typeof part>[] = []) =>
    conversationOf(history([part(27, 'text/plain', 'Hello', headers), ...more])).messages[0]?.cc;
  expect(
    mail('From: Ali <ali@customer.example>\nTo: support@desk.example\nCc: "Bo, B." <bo@b.example>,\n cy@c.example'),
  ).toEqual(['bo@b.example', 'cy@c.example']);
  // By a single address it came in, whatever it is; beside others it is one of those who got it.
  expect(mail('From: ali@customer.example\nTo: desk@elsewhere.example')).toBeUndefined();
  expect(mail('From: ali@customer.example\nTo: Support@desk.example, di@d.example, ALI@customer.example')).toEqual([
    'di@d.example',
  ]);
  expect(mail('RT-Send-Cc: ed@e.example')).toEqual(['ed@e.example']);
  // A mail that hangs on this one has been sent to whomever it likes.
  expect(mail('', [part(28, 'message/rfc822', null, 'Cc: no@n.example', 'old.eml')])).toBeUndefined();
});

test('the mails that RT sent are neither messages nor events', () => {
  const talk = conversationOf(history([part(1, 'text/plain', 'Greetings', '')], [transaction(94, 'EmailRecord')]));
  expect([talk.messages, talk.events]).toEqual([[], []]);
});

test('changes of owner, queue and status tell ids and our own words; nobody is no owner', () => {
  const change = (type: string, over: object) => ({ ...transaction(95, type), ...over });
  const toldOf = (type: string, over: object) =>
    conversationOf({
      ...history([], [change(type, over)]),
      userNames: new Map([['10', 'Nobody in particular']]),
    }).events.map(({ kind, fromId, toId }) => [kind, fromId, toId]);
  expect(toldOf('Take', { Field: 'Owner', OldValue: '11', NewValue: '30' })).toEqual([['assignee', null, '30']]);
  expect(toldOf('Untake', { Field: 'Owner', OldValue: '30', NewValue: '11' })).toEqual([['assignee', '30', null]]);
  expect(toldOf('Give', { Field: 'Owner', OldValue: '30', NewValue: '32' })).toEqual([['assignee', '30', '32']]);
  expect(toldOf('Set', { Field: 'Owner', OldValue: '6', NewValue: '30' })).toEqual([['assignee', null, '30']]);
  expect(toldOf('Set', { Field: 'Owner', OldValue: '30', NewValue: '10' })).toEqual([['assignee', '30', null]]);
  expect(toldOf('Set', { Field: 'Queue', OldValue: '3', NewValue: '1' })).toEqual([['group', '3', '1']]);
  expect(toldOf('Status', { OldValue: 'new', NewValue: 'resolved' })).toEqual([['status', 'new', 'solved']]);
  expect(toldOf('Set', { Field: 'Status', OldValue: 'stalled', NewValue: 'open' })).toEqual([
    ['status', 'pending', 'open'],
  ]);
  expect(toldOf('Set', { Field: 'Subject', OldValue: '4', NewValue: '5' })).toEqual([['subject', null, null]]);
});

test('a status that a ticket no longer has is known by its lifecycle, or by its name where a site made its own', () => {
  expect(['resolved', 'rejected', 'stalled', 'open'].map((name) => pastStatusOf(name, 'default'))).toEqual([
    'solved',
    'closed',
    'pending',
    'open',
  ]);
  expect(['received', 'shipped', 'parked', 'working', 'deleted'].map((name) => pastStatusOf(name, 'orders'))).toEqual([
    'new',
    'solved',
    'on-hold',
    'open',
    'closed',
  ]);
});

test('the mark of an entry is read from a folded header', () => {
  const id = '01JDABCDEFGHJKMNPQRSTVWXYZ';
  expect(markerOf(part(1, 'text/html', '', `Content-Type: text/html;\n charset="utf-8";\n x-holdfast="${id}"`))).toBe(
    id,
  );
  expect(markerOf(part(1, 'text/html', '', `Content-Type: ${markedType('text/html', id)}`))).toBe(id);
  expect(markerOf(part(1, 'text/html', '', 'Content-Type: text/html'))).toBeNull();
});

test('any lifecycle is understood and written in its own words', () => {
  expect(statusOf('received', 'initial')).toBe('new');
  expect(statusOf('awaiting customer', 'active')).toBe('pending');
  expect(statusOf('parked', 'active')).toBe('on-hold');
  expect(statusOf('shipped', 'inactive')).toBe('solved');
  expect(statusOf('refused', 'inactive')).toBe('closed');
  expect(nameOfStatus('on-hold', [{ name: 'stalled', status: 'pending' }])).toBe('stalled');
  expect(nameOfStatus('new', [{ name: 'stalled', status: 'pending' }])).toBeNull();
});

test('priorities break where RT names them', () => {
  expect(['0', '49', '50', '99', '100', '150', ''].map(priorityOf)).toEqual([
    'low',
    'low',
    'normal',
    'normal',
    'high',
    'urgent',
    null,
  ]);
});

test('a password never goes over plain http but to this machine', () => {
  const parse = (url: string) => configSchema.safeParse({ url, mode: 'token' });
  expect(parse('http://rt.example').success).toBe(false);
  expect(parse('http://127.0.0.1:8087').success).toBe(true);
  expect(parse('https://rt.example/rt/Ticket/Display.html').data?.url).toBe('https://rt.example/rt');
});

test('a due time is a promise with the name of its level, kept once the ticket is resolved; most tickets have none', () => {
  const context = {
    status: 'open',
    version: '94',
    preview: '',
    channel: 'email',
    links: [],
    queueCopies: [],
    base: 'http://rt.example',
    shapes: new Map(),
  } as const;
  expect(ticketRow(ticket, context).sla).toEqual([]);
  const dueAt = Date.parse('2026-09-28T09:00:00Z');
  const due = { ...ticket, Due: dueAt, SLA: 'Gold' };
  const target = { metric: 'due', stage: 'active', breachAt: dueAt, policy: 'Gold' };
  expect(ticketRow(due, context).sla).toEqual([target]);
  expect(ticketRow({ ...due, SLA: '' }, { ...context, status: 'solved' }).sla).toEqual([
    { ...target, stage: 'met', policy: null },
  ]);
});

test('everybody to whom RT sends an answer besides the first requestor is in copy', () => {
  const context = {
    status: 'open',
    version: '94',
    preview: '',
    channel: 'email',
    links: [],
    queueCopies: ['partner@p.example', 'bo@b.example', 'lead'],
    base: 'http://rt.example',
    shapes: new Map(),
  } as const;
  const wire = ticketWire.parse({
    ...ticket,
    Created: '2026-09-26T17:54:24Z',
    LastUpdated: '2026-09-27T02:54:24Z',
    Resolved: never,
    Started: never,
    Due: never,
    Requestor: [
      customer,
      { id: 60, Name: 'wife@customer.example', RealName: '', EmailAddress: 'wife@customer.example' },
    ],
    Cc: [{ id: 61, Name: 'bo@b.example', RealName: 'Bo', EmailAddress: 'bo@b.example' }],
  });
  expect(ticketRow(wire, context).copies).toEqual([
    { name: 'wife@customer.example', email: 'wife@customer.example' },
    { name: 'Bo', email: 'bo@b.example' },
    { name: 'partner@p.example', email: 'partner@p.example' },
    { name: 'lead', email: null },
  ]);
});

test.each([
  [{}, { phone: null }],
  [{ HomePhone: '33 00 00 56' }, { phone: '33 00 00 56' }],
  [
    { WorkPhone: '22 00 00 12', MobilePhone: '91 00 00 34', HomePhone: '33 00 00 56', PagerPhone: '22 00 00 12' },
    { phone: '22 00 00 12', otherPhones: ['91 00 00 34', '33 00 00 56'] },
  ],
])('of a user’s four numbers %o each is kept once', (known, phones) => {
  const none = { WorkPhone: '', MobilePhone: '', HomePhone: '', PagerPhone: '' };
  expect(phonesOf({ ...none, ...known })).toEqual(phones);
});
