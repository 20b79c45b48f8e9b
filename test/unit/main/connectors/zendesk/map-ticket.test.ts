import { expect, test } from 'vitest';
import { groupIdsOf, toPerson, toTicket } from '#main/connectors/zendesk/map-ticket.ts';
import { membershipSchema, ticketSchema, userSchema } from '#main/connectors/zendesk/wire.ts';

const read = (more: Readonly<Record<string, unknown>>) =>
  toTicket(
    ticketSchema.parse({
      id: 35,
      status: 'open',
      created_at: '2026-05-07T10:00:00Z',
      updated_at: '2026-05-07T11:00:00Z',
      ...more,
    }),
    {
      origin: 'https://acme.zendesk.com',
      customStatuses: [],
      ratingsFromTickets: false,
      user: (id) =>
        id === 8 ? userSchema.parse({ id, name: 'Bo', email: 'bo@b.example', role: 'end-user' }) : undefined,
    },
  );

test('promises are read from the side-load; what Holdfast does not know, or is not whole, is left out', () => {
  const breachAt = Date.parse('2026-05-08T14:29:34Z');
  const slas = {
    policy_metrics: [
      { metric: 'next_reply_time', stage: 'active', breach_at: '2026-05-08T14:29:34Z', hours: 21 },
      { metric: 'first_reply_time', stage: 'achieved', breach_at: '2026-05-07T12:00:00Z', days: -1 },
      { metric: 'requester_wait_time', stage: 'paused', breach_at: null },
      { metric: 'group_ownership_time', stage: 'active', breach_at: '2026-05-08T14:29:34Z' },
      { metric: 'next_reply_time', stage: 'dreaming', breach_at: null },
      { stage: 'active' },
    ],
  };
  expect(read({ slas })?.sla).toEqual([
    { metric: 'next-reply', stage: 'active', breachAt, policy: null },
    { metric: 'first-reply', stage: 'met', breachAt: Date.parse('2026-05-07T12:00:00Z'), policy: null },
    { metric: 'requester-wait', stage: 'paused', breachAt: null, policy: null },
  ]);
  expect(read({})?.sla).toEqual([]);
  expect(read({ slas: 'none' })?.sla).toEqual([]);
});

test('a task is due when its due time says, and only a task', () => {
  const due_at = '2026-05-09T08:00:00Z';
  const target = { metric: 'due', stage: 'active', breachAt: Date.parse(due_at), policy: null };
  expect(read({ type: 'task', due_at })?.sla).toEqual([target]);
  expect(read({ type: 'task', due_at, status: 'solved' })?.sla).toEqual([{ ...target, stage: 'met' }]);
  expect(read({ type: 'problem', due_at })?.sla).toEqual([]);
});

test('an incident names its problem, and a follow-up the closed ticket before it', () => {
  const via = { channel: 'web', source: { rel: 'follow_up', from: { ticket_id: 12 } } };
  expect(read({ problem_id: 33, via })?.links).toEqual([
    { kind: 'problem', remoteId: '33' },
    { kind: 'follow-up', remoteId: '12' },
  ]);
  expect(read({ via: { channel: 'email', source: { rel: null, from: { address: 'a@b.example' } } } })?.links).toEqual(
    [],
  );
});

test('a text message, an app that talks back and forth and a network are channels of their own', () => {
  const channels = ['sms', 'text_message', 'whatsapp', 'native_messaging', 'twitter', 'voice', 'mail', 'api'];
  expect(channels.map((channel) => read({ via: { channel } })?.channel)).toEqual([
    'sms',
    'sms',
    'chat',
    'chat',
    'social',
    'phone',
    'email',
    'other',
  ]);
});

test('who is in copy is told by Zendesk’s CCs, or by its collaborators where an account has no CCs', () => {
  const bo = { name: 'Bo', email: 'bo@b.example' };
  expect(read({ email_cc_ids: [8], collaborator_ids: [8, 9] })?.copies).toEqual([bo]);
  expect(read({ collaborator_ids: [8] })?.copies).toEqual([bo]);
  expect(read({ email_cc_ids: [], collaborator_ids: [8] })?.copies).toEqual([]);
  // One whom nobody told of is in copy all the same.
  expect(read({ email_cc_ids: [9, 8] })?.copies).toEqual([{ name: '#9', email: null }, bo]);
});

test('an agent’s groups begin with the default one', () => {
  const user = userSchema.parse({ id: 7, name: 'Robin', role: 'agent', default_group_id: 3 });
  const memberships = [
    { user_id: 7, group_id: 1 },
    { user_id: 8, group_id: 2 },
    { user_id: 7, group_id: 3 },
    { user_id: 7, group_id: 4 },
  ].map((one) => membershipSchema.parse(one));
  expect(groupIdsOf(user, memberships)).toEqual(['3', '1', '4']);
});

test.each([
  [true, { phone: '+15551234567', phoneShared: true }],
  [false, { phone: '+15551234567' }],
  [null, { phone: '+15551234567' }],
  ['nonsense', { phone: '+15551234567' }],
])('a number that Zendesk calls shared (%s) is kept as such', (shared_phone_number, known) => {
  const user = userSchema.parse({ id: 7, name: 'Kari', role: 'end-user', phone: '+15551234567', shared_phone_number });
  const { phone, otherPhones, phoneShared } = toPerson(user, []);
  expect({ phone, otherPhones, phoneShared }).toEqual(known);
});
