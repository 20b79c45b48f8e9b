import { afterEach, expect, it } from 'vitest';
import { createTemplates } from '#renderer/templates/render-template.ts';
import type { Action } from '#shared/outbox/action.ts';
import { ok } from '#shared/result.ts';
import { account, batch, message, person, startStore, ticket } from './fixtures.ts';

let stop = (): void => undefined;
afterEach(() => stop());

const at = (day: number): number => Date.UTC(2026, 10, day, 9, 5, 7);

it('tells what templates see: the ticket as it is shown, under the names of Zendesk', async () => {
  const one = await startStore({});
  stop = () => one.stop();
  await one.remote.applyBatch(
    batch({
      tickets: [
        ticket({
          remoteId: '4711',
          subject: 'Broken kettle',
          status: 'on-hold',
          statusName: 'Waiting for parts',
          priority: 'high',
          type: 'incident',
          requesterId: '7',
          assigneeId: 'me',
          groupId: 'g1',
          organizationId: 'o1',
          tags: ['vip', 'eu'],
          fields: { '5': 'home__kettle', '6': ['red', 'blue'], '7': true, '8': null, '9': 12.5 },
          createdAt: at(1),
          updatedAt: at(2),
          url: 'https://shop.example/agent/tickets/4711',
        }),
      ],
      people: [
        person('7', 'Zoë van den Berg', {
          phone: '+31 20',
          locale: 'nl-NL',
          timeZone: 'Europe/Amsterdam',
          organizationId: 'o1',
          notes: 'Likes tea',
        }),
        person('me', 'Mia Me', { locale: 'en-GB', phone: '+44 1' }),
      ],
      groups: [{ remoteId: 'g1', name: 'Kitchen', statusNames: null }],
      organizations: [{ remoteId: 'o1', name: 'Berg & Co' }],
      fields: [
        {
          remoteId: '5',
          title: 'Product',
          type: 'dropdown',
          options: [{ value: 'home__kettle', label: 'Home::Kettle' }],
          required: false,
          editable: true,
        },
        {
          remoteId: '6',
          title: 'Colours',
          type: 'multiselect',
          options: [
            { value: 'red', label: 'Red' },
            { value: 'blue', label: 'Sky blue' },
          ],
          required: false,
          editable: true,
        },
      ],
      messages: [
        message({
          remoteId: 'm3',
          ticketRemoteId: '4711',
          kind: 'note',
          authorName: 'Mia Me',
          authorRole: 'agent',
          createdAt: at(5),
          body: { format: 'text', content: 'Ask the workshop.' },
        }),
        message({
          remoteId: 'm1',
          ticketRemoteId: '4711',
          authorName: 'Zoë van den Berg',
          createdAt: at(3),
          body: {
            format: 'html',
            content: '<p>It broke.</p><p>Twice&nbsp;&amp; more<br>today</p><blockquote>old</blockquote>',
          },
        }),
        message({
          remoteId: 'm2',
          ticketRemoteId: '4711',
          authorName: 'Zoë van den Berg',
          createdAt: at(4),
          body: { format: 'text', content: 'Hello?\n\n\n\nAnybody?' },
        }),
        message({ remoteId: 'm4', ticketRemoteId: '4711', authorName: 'Bot', authorRole: 'system', createdAt: at(6) }),
      ],
    }),
  );
  const organization = { id: 'o1', name: 'Berg & Co' };
  const requester = {
    id: 7,
    name: 'Zoë van den Berg',
    first_name: 'Zoë',
    last_name: 'van den Berg',
    email: '7@example.com',
    phone: '+31 20',
    language: 'Dutch',
    locale: 'nl-NL',
    time_zone: 'Europe/Amsterdam',
    notes: 'Likes tea',
    organization,
  };
  const mia = {
    id: 'me',
    name: 'Mia Me',
    first_name: 'Mia',
    last_name: 'Me',
    email: 'me@example.com',
    phone: '+44 1',
    language: 'English (United Kingdom)',
    locale: 'en-GB',
    time_zone: null,
    notes: null,
    organization: null,
  };
  expect(await one.desk.templateData(['desk-1:4711', 'desk-1:none', 'desk-9:1'])).toEqual([
    {
      requester,
      assignee: mia,
      organization,
      current_user: mia,
      dc: {},
      ticket: {
        id: 4711,
        title: 'Broken kettle',
        description: 'It broke.\nTwice & more\ntoday',
        status: 'On-hold',
        custom_status: 'Waiting for parts',
        priority: 'High',
        ticket_type: 'Incident',
        type: 'Incident',
        via: 'Mail',
        url: 'shop.example/agent/tickets/4711',
        url_with_protocol: 'https://shop.example/agent/tickets/4711',
        link: 'https://shop.example/agent/tickets/4711',
        tags: 'vip eu',
        account: 'Desk',
        created_at: '2026-11-01T09:05:07.000Z',
        created_at_with_timestamp: '2026-11-01T09:05:07.000Z',
        updated_at: '2026-11-02T09:05:07.000Z',
        updated_at_with_timestamp: '2026-11-02T09:05:07.000Z',
        requester,
        assignee: mia,
        group: { id: 'g1', name: 'Kitchen' },
        organization,
        latest_comment: {
          value: 'Ask the workshop.',
          author: { name: 'Mia Me' },
          created_at: '2026-11-05T09:05:07.000Z',
          created_at_with_time: '2026-11-05T09:05:07.000Z',
          is_public: false,
        },
        latest_public_comment: {
          value: 'Hello?\n\nAnybody?',
          author: { name: 'Zoë van den Berg' },
          created_at: '2026-11-04T09:05:07.000Z',
          created_at_with_time: '2026-11-04T09:05:07.000Z',
          is_public: true,
        },
        ticket_field_5: 'home__kettle',
        ticket_field_option_title_5: 'Home::Kettle',
        ticket_field_6: 'red blue',
        ticket_field_option_title_6: 'Red, Sky blue',
        ticket_field_7: true,
        ticket_field_9: 12.5,
      },
    },
    null,
    null,
  ]);
  const [data] = await one.desk.templateData(['desk-1:4711']);
  const template = [
    '{{ticket.requester.first_name}}, {{ticket.latest_comment | truncatewords: 2}} {{ticket.latest_comment.author.name}}',
    '{{ticket.ticket_field_option_title_5 | split: "::" | last}} {{ticket.ticket_field_6}}',
    '{{ticket.created_at | date: "%-d %B %Y"}} {{ticket.created_at | date: "%H:%M", ticket.requester.time_zone}}',
    '{% if ticket.tags contains "vip" and ticket.id > 4710 %}{{current_user.name}}{% endif %} {{ticket.external_id}}',
  ].join('\n');
  expect(data && createTemplates({ elapsed: () => 0 }).render(template, data)).toEqual(
    ok({
      text: 'Zoë, Ask the... Mia Me\nKettle red blue\n1 November 2026 10:05\nMia Me {{ticket.external_id}}',
      unresolved: ['{{ticket.external_id}}'],
    }),
  );
});

it('lays what is pending over it, and knows the requester of a ticket that was made here', async () => {
  const one = await startStore({});
  stop = () => one.stop();
  await one.remote.applyBatch(
    batch({ tickets: [ticket({ remoteId: '1' })], people: [person('r1', 'x', { locale: 'not a language' })] }),
  );
  await one.desk.enqueue({
    accountId: account.id,
    ticketId: 'desk-1:1',
    action: {
      kind: 'update',
      changes: { subject: 'Newer', status: 'pending', assigneeId: 'me', tagsAdded: ['late'], fields: { '5': 'x' } },
    },
  });
  const words = { markdown: 'Hi', html: '<p>Hi</p>', files: [] };
  const create: Action = {
    kind: 'create',
    subject: 'From here',
    requester: { remoteId: null, name: 'Ngọc', email: 'ngoc@example.com' },
    public: true,
    words,
    changes: {},
  };
  const made = await one.desk.enqueue({ accountId: account.id, ticketId: null, action: create });
  if (!made.ok) throw new Error('not accepted');
  const [shown, here] = await one.desk.templateData(['desk-1:1', made.value.ticketId]);
  expect(shown).toMatchObject({
    ticket: {
      title: 'Newer',
      status: 'Pending',
      tags: 'late',
      ticket_field_5: 'x',
      description: null,
      latest_comment: null,
    },
    assignee: { name: 'Mia Me', phone: null },
    requester: { first_name: 'x', last_name: null, locale: 'not a language', language: null },
  });
  expect(here).toMatchObject({
    ticket: { id: null, title: 'From here', link: null, requester: { name: 'Ngọc', email: 'ngoc@example.com' } },
    requester: { first_name: 'Ngọc', last_name: null },
    assignee: null,
  });
});

it('tells of a ticket that is still to be what its form says, and leaves empty what only the helpdesk can tell', async () => {
  const one = await startStore({});
  stop = () => one.stop();
  await one.remote.applyBatch(
    batch({
      people: [person('7', 'Zoë van den Berg', { locale: 'nl-NL', organizationId: 'o1' })],
      dynamicContent: [
        {
          remoteId: 'd1',
          name: 'greeting',
          variants: [
            { locale: 'en', content: 'Hello' },
            { locale: 'nl', content: 'Hallo' },
          ],
        },
      ],
      groups: [{ remoteId: 'g1', name: 'Kitchen', statusNames: null }],
      organizations: [{ remoteId: 'o1', name: 'Berg & Co' }],
    }),
  );
  const form = { accountId: account.id, subject: '', groupId: null, priority: null, tags: [] };
  const known = { remoteId: '7', name: 'Zoë', email: null };
  const [whole, newcomer, nobody, elsewhere] = await one.desk.templateData([
    { ...form, requester: known, subject: 'Kettle', groupId: 'g1', priority: 'high', tags: ['vip', 'eu'] },
    { ...form, requester: { remoteId: null, name: 'Ngọc Trần', email: 'ngoc@example.com' } },
    { ...form, requester: null },
    { ...form, requester: null, accountId: 'desk-9' },
  ]);
  expect(whole).toMatchObject({
    requester: { id: 7, name: 'Zoë van den Berg', language: 'Dutch' },
    organization: { name: 'Berg & Co' },
    current_user: { id: 'me' },
    ticket: { title: 'Kettle', priority: 'High', tags: 'vip eu', group: { name: 'Kitchen' }, account: account.label },
  });
  expect(newcomer?.ticket.requester).toMatchObject({ first_name: 'Ngọc', email: 'ngoc@example.com', phone: null });
  expect(nobody?.ticket.requester).toBeNull();
  expect(elsewhere).toBeNull();
  expect([whole?.dc, newcomer?.dc]).toEqual([{ greeting: 'Hallo' }, { greeting: 'Hello' }]);
  const texts = ['id', 'status', 'via', 'title', 'url', 'requester.id'].map((name) => `{{ticket.${name}}}`);
  const data = JSON.parse(JSON.stringify(newcomer));
  const filled = texts.map((template) => createTemplates().render(template, data));
  expect(filled.map((answer) => answer.ok && answer.value.unresolved)).toEqual(texts.map((text) => [text]));
});

it('tells dynamic content in the language of who asks, or else the default one', async () => {
  const one = await startStore({});
  stop = () => one.stop();
  const asks = (remoteId: string, locale: string | null) =>
    [ticket({ remoteId, requesterId: remoteId }), person(remoteId, `Customer ${remoteId}`, { locale })] as const;
  const all = [asks('1', 'uk'), asks('2', 'de-AT'), asks('3', 'ja'), asks('4', null)];
  const greeting = {
    remoteId: 'd1',
    name: 'greeting',
    variants: [
      { locale: 'en-US', content: 'Hello {{ticket.id}}' },
      { locale: 'de', content: 'Hallo' },
      { locale: 'uk', content: 'Вітаємо' },
    ],
  };
  const rows = { tickets: all.map(([each]) => each), people: all.map(([, each]) => each) };
  await one.remote.applyBatch(batch({ ...rows, dynamicContent: [greeting], whole: ['dynamicContent'] }));
  const told = async () =>
    (await one.desk.templateData(all.map(([{ remoteId }]) => `desk-1:${remoteId}`))).map((data) => data?.dc);
  expect(await told()).toEqual([
    { greeting: 'Вітаємо' },
    { greeting: 'Hallo' },
    { greeting: 'Hello {{ticket.id}}' },
    { greeting: 'Hello {{ticket.id}}' },
  ]);
  // Read whole: what is not there any more goes.
  await one.remote.applyBatch(batch({ whole: ['dynamicContent'] }));
  expect(await told()).toEqual([{}, {}, {}, {}]);
});
