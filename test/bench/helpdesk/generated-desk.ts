import { createRandom, type Random } from '#main/practice-desk/random.ts';
import type { Identity } from '#shared/domain/account.ts';
import type { Message } from '#shared/domain/conversation.ts';
import type { Article, Group, HelpdeskView, Person } from '#shared/domain/desk.ts';
import type { SlaTarget } from '#shared/domain/sla.ts';
import type { Priority, Status, Ticket } from '#shared/domain/ticket.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { articleText, asMail, type Matter, matterOf, nameOfPerson, subjectOf, textOf } from './texts.ts';

/** How much a desk holds. Messages and articles keep their proportion to the tickets: 40,000 and 5,000 of 100,000. */
export type DeskSize = { readonly tickets: number; readonly messages: number; readonly articles: number };
export const sizeOf = (tickets: number): DeskSize => ({
  tickets,
  messages: Math.round(tickets * 0.4),
  articles: Math.round(tickets * 0.05),
});

/** Everything below is made from this and a place in the desk alone, so that nothing has to be kept. */
const SEED = 4_100;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The oldest ticket's age. */
const SPAN_MS = 900 * DAY_MS;
const AGENTS = 60;
/** What a bulk action is tried on: so many unsolved tickets bear it, whatever the size. */
const RECALL_TAG = 'recall_2026';
const RECALLED = 500;
const isRecalled = (index: number): boolean => index % 2 === 1 && index < 2 * RECALLED;

const GROUPS = [
  'Orders & delivery',
  'Returns & refunds',
  'Gear & warranty',
  'Accounts & billing',
  'Business',
  'Phone',
  'Night shift',
  'Спільнота',
] as const;

export const ME: Identity = {
  remoteId: 'agent-0',
  name: 'Ingrid Solheim',
  email: 'ingrid@fjell.example',
  administrator: false,
  groupIds: ['group-0', 'group-1'],
};

export type GeneratedDesk = {
  readonly size: DeskSize;
  readonly groups: readonly Group[];
  readonly views: readonly HelpdeskView[];
  /** Agents and requesters. */
  readonly people: readonly Person[];
  /** 0 is the newest. */
  ticket(index: number): Ticket;
  /** Oldest first. */
  messages(index: number): readonly Message[];
  /** The first so many tickets come with their conversation, until the desk's messages are used up. */
  readonly conversations: number;
  article(index: number): Article;
};

/** A shop's helpdesk of any size, newest ticket at `now` (UTC ms). */
export function generateDesk(size: DeskSize, now: number): GeneratedDesk {
  const people = [...agents(), ...requesters(Math.ceil(size.tickets / 5))];
  const messageCount = (index: number): number => {
    const random = createRandom(SEED, `messages ${index}`);
    // Most are short; one in twenty is a long story.
    return random.chance(0.05) ? random.between(9, 30) : random.between(1, 5);
  };
  let conversations = 0;
  for (let left = size.messages; left > 0; conversations++) left -= messageCount(conversations);

  const facts = (index: number) => {
    const random = createRandom(SEED, `ticket ${index}`);
    const requester = people[AGENTS + skewed(random, people.length - AGENTS)] ?? people[0];
    if (!requester) throw new Error('a desk without people');
    const matter = matterOf(random, { name: requester.name, locale: requester.locale ?? 'en-GB' });
    return { random, requester, matter };
  };
  const updatedAt = (index: number): number => {
    // Denser the newer: half of all that is told of is younger than an eighth of the span.
    const share = (index + 1) / size.tickets;
    return Math.round(now - SPAN_MS * share ** 3 - MINUTE_MS * index * 0.2);
  };
  const remoteId = (index: number): string => String(1_000_000 - index);
  const isFresh = (index: number): boolean => index < conversations;

  const ticket = (index: number): Ticket => {
    const { random, requester, matter } = facts(index);
    const status = isRecalled(index) ? 'open' : statusOf(random, isFresh(index));
    const at = updatedAt(index);
    const createdAt = at - random.between(1, 9) ** 3 * 20 * MINUTE_MS;
    const group = skewed(random, GROUPS.length);
    return {
      remoteId: remoteId(index),
      number: remoteId(index),
      subject: subjectOf(random, matter),
      preview: textOf(random, matter, 0).replace(/\s+/gu, ' ').slice(0, 200),
      status,
      statusName: status,
      priority: random.chance(0.35)
        ? null
        : ((['normal', 'normal', 'normal', 'low', 'high', 'urgent'] as const)[random.below(6)] ?? null),
      type: matter.theme.type,
      channel:
        (['email', 'email', 'email', 'email', 'web', 'web', 'chat', 'phone', 'social'] as const)[random.below(9)] ??
        'email',
      requesterId: requester.remoteId,
      assigneeId:
        status === 'new' ? null : random.chance(0.05) ? ME.remoteId : `agent-${1 + skewed(random, AGENTS - 1)}`,
      groupId: `group-${group}`,
      organizationId: null,
      tags: tagsOf(random, matter, index),
      fields: {
        order: matter.slots['order'] ?? null,
        product: matter.slots['product'] ?? null,
        vip: random.chance(0.1),
      },
      createdAt,
      updatedAt: at,
      solvedAt: isDone(status) ? at : null,
      sla: random.chance(0.4) ? [slaOf(random, at, isDone(status))] : [],
      links: [],
      followerIds: [],
      version: '1',
      url: null,
    };
  };

  return {
    size,
    people,
    groups: GROUPS.map((name, index) => ({ remoteId: `group-${index}`, name, statusNames: null })),
    views: viewsOf(),
    conversations,
    ticket,
    messages(index) {
      const { random, requester, matter } = facts(index);
      const { createdAt, updatedAt: until, channel } = ticket(index);
      const count = messageCount(index);
      let before: string | null = null;
      return Array.from({ length: count }, (_, turn): Message => {
        const text = textOf(random, matter, turn);
        const content = asMail(random, text, before);
        before = text;
        const byAgent = turn % 2 === 1;
        return {
          remoteId: `${remoteId(index)}-${turn}`,
          ticketRemoteId: remoteId(index),
          kind: byAgent && random.chance(0.15) ? 'note' : 'reply',
          authorId: byAgent ? 'agent-1' : requester.remoteId,
          authorName: byAgent ? 'Jonas Brekke' : requester.name,
          authorRole: byAgent ? 'agent' : 'requester',
          body: { format: 'html', content },
          attachments: random.chance(0.06)
            ? [
                {
                  remoteId: `${remoteId(index)}-${turn}-file`,
                  name: 'receipt.pdf',
                  mimeType: 'application/pdf',
                  size: 48_200,
                  inline: false,
                },
              ]
            : [],
          channel,
          createdAt: Math.round(createdAt + ((until - createdAt) * (turn + 1)) / count),
          clientId: null,
        };
      });
    },
    article(index) {
      const random = createRandom(SEED, `article ${index}`);
      const at = now - random.between(1, 700) * DAY_MS;
      return {
        remoteId: `article-${index}`,
        ...articleText(random, index),
        path: ['Help centre', `Section ${index % 40}`],
        locale: 'en',
        draft: false,
        internal: random.chance(0.2),
        labels: [],
        createdAt: at,
        updatedAt: at,
        url: null,
      };
    },
  };
}

/** A few come up all the time, most hardly ever. */
const skewed = (random: Random, below: number): number => Math.floor(random.next() ** 2.5 * below);

/** What is old is settled; one in two hundred of it was forgotten. */
function statusOf(random: Random, fresh: boolean): Status {
  const share = random.next();
  if (!fresh) return share < 0.003 ? 'open' : share < 0.3 ? 'solved' : 'closed';
  if (share < 0.12) return 'new';
  if (share < 0.42) return 'open';
  if (share < 0.6) return 'pending';
  if (share < 0.64) return 'on-hold';
  return 'solved';
}

/** Due within two days of the last that happened; met once the ticket is settled. */
const slaOf = (random: Random, at: number, done: boolean): SlaTarget => ({
  metric: random.pick(['first-reply', 'next-reply', 'resolution'] as const),
  stage: done ? 'met' : 'active',
  breachAt: at + random.between(10, 2_880) * MINUTE_MS,
  policy: 'Standard',
});

function tagsOf(random: Random, { theme, script }: Matter, index: number): readonly string[] {
  const own = isRecalled(index) ? [RECALL_TAG] : [];
  const extra = random.chance(0.4) ? [`campaign_${skewed(random, 60)}`] : [];
  return [...theme.tags, ...(script ? [`lang_${script.locale.slice(0, 2)}`] : []), ...extra, ...own];
}

const agents = (): Person[] =>
  Array.from({ length: AGENTS }, (_, index) => {
    const { name, locale } = nameOfPerson(createRandom(SEED, `agent ${index}`));
    return person(`agent-${index}`, index === 0 ? ME.name : index === 1 ? 'Jonas Brekke' : name, locale, 'agent', [
      ...(index === 0 ? ME.groupIds : [`group-${index % GROUPS.length}`]),
    ]);
  });

/** A number of each one's own, written as people write one: with spaces, with the country dialled, or as it is sent. */
function phoneOf(index: number): string {
  const digits = String(90_000_000 + index * 7);
  const spaced = digits.replace(/(...)(..)(...)/, '$1 $2 $3');
  return [`+47 ${spaced}`, `0047${digits}`, `+47${digits}`][index % 3] ?? '';
}

const requesters = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => {
    const { name, locale } = nameOfPerson(createRandom(SEED, `requester ${index}`));
    return { ...person(`requester-${index}`, name, locale, 'requester', []), phone: phoneOf(index) };
  });

const person = (
  remoteId: string,
  name: string,
  locale: string,
  role: Person['role'],
  groupIds: readonly string[],
): Person => ({
  remoteId,
  name,
  locale,
  role,
  groupIds,
  email: `${remoteId}@customers.example`,
  phone: null,
  organizationId: null,
  timeZone: null,
  active: true,
  notes: null,
});

const byUpdate = { by: 'updated', descending: true } as const;

const viewsOf = (): readonly HelpdeskView[] => [
  view(1, 'Recall', { all: [{ field: 'tag', is: true, values: [RECALL_TAG] }], any: [], sort: byUpdate }),
  view(2, 'Urgent and open', {
    all: [
      { field: 'status', is: true, values: ['new', 'open'] },
      { field: 'priority', is: true, values: ['high', 'urgent'] satisfies Priority[] },
    ],
    any: [],
    sort: { by: 'waiting', descending: true },
  }),
  view(3, 'By mail this month', {
    all: [
      { field: 'channel', is: true, values: ['email'] },
      { field: 'updated', is: true, withinMs: 30 * DAY_MS },
    ],
    any: [],
    sort: { by: 'created', descending: true },
  }),
  view(4, 'Everything', { all: [], any: [], sort: byUpdate }),
];

const view = (position: number, title: string, query: NonNullable<HelpdeskView['query']>): HelpdeskView => ({
  remoteId: `view-${position}`,
  title,
  position,
  query,
});
