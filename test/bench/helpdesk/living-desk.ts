import { createRandom } from '#main/practice-desk/random.ts';
import { noRows, type Rows, type Stream } from '#shared/domain/batch.ts';
import type { Message } from '#shared/domain/conversation.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { applyChanges } from '#shared/outbox/overlay.ts';
import { type GeneratedDesk, ME } from './generated-desk.ts';
import { matterOf, textOf } from './texts.ts';

/** What a page may hold at most, by the link's own rule. */
export const PAGE = 250;

/** How much has been handed over, and how long the console took to keep it: from a page told to the next one asked for. */
export type HandedOver = { readonly rows: number; readonly keptMs: number; readonly pages: number };

/** A generated desk that changes: by what is pushed to it, and by customers who write when told to. */
export type LivingDesk = {
  page(
    stream: Stream,
    cursor: string | null,
  ): { readonly rows: Rows; readonly cursor: string; readonly more: boolean; readonly remaining: number };
  conversation(ticketRemoteId: RemoteId): Rows | null;
  push(entries: readonly OutboxEntry[]): Rows | null;
  has(entryId: string): boolean;
  /** So many tickets change, most of them lately changed ones; every fourth by a customer's message. */
  change(tickets: number): void;
  handedOver(): HandedOver;
};

export function createLivingDesk(desk: GeneratedDesk, now: () => number): LivingDesk {
  const changed = new Map<number, Ticket>();
  const said = new Map<number, Message[]>();
  const done = new Set<string>();
  const nameOf = new Map(desk.people.map(({ remoteId, name }) => [remoteId, name]));
  /** Places of tickets in the order they changed: what comes after the first fill. */
  const log: number[] = [];
  let handed: HandedOver = { rows: 0, keptMs: 0, pages: 0 };
  let told: { readonly rows: number; readonly at: number } | null = null;

  const ticket = (index: number): Ticket => changed.get(index) ?? desk.ticket(index);
  const indexOf = (remoteId: RemoteId): number | null => {
    const index = 1_000_000 - Number(remoteId);
    return Number.isInteger(index) && index >= 0 && index < desk.size.tickets ? index : null;
  };
  const conversationRows = (indices: readonly number[]): Rows => ({
    ...noRows(),
    tickets: indices.map(ticket),
    messages: indices.flatMap((index) => [...desk.messages(index), ...(said.get(index) ?? [])]),
    conversations: indices.map((index) => ({ ticketRemoteId: ticket(index).remoteId, version: ticket(index).version })),
  });
  const put = (index: number, change: Partial<Ticket>): void => {
    const before = ticket(index);
    changed.set(index, { ...before, ...change, updatedAt: now(), version: String(Number(before.version) + 1) });
    log.push(index);
  };
  const say = (
    index: number,
    message: Pick<Message, 'kind' | 'authorId' | 'authorName' | 'authorRole' | 'body' | 'clientId'>,
  ): void => {
    const list = said.get(index) ?? [];
    said.set(index, list);
    const { remoteId, channel } = ticket(index);
    list.push({
      ...message,
      remoteId: `${remoteId}-said-${list.length}`,
      ticketRemoteId: remoteId,
      attachments: [],
      channel,
      createdAt: now(),
    });
  };

  const tickets = (cursor: string | null) => {
    const [filled = 0, seen = 0] = (cursor ?? '0 0').split(' ').map(Number);
    if (filled < desk.size.tickets) {
      const indices = places(filled, Math.min(filled + PAGE, desk.size.tickets));
      const whole = indices.filter((index) => index < desk.conversations);
      const rows = { ...conversationRows(whole), tickets: indices.map(ticket) };
      const next = filled + indices.length;
      const remaining = desk.size.tickets - next;
      return { rows, cursor: `${next} ${seen}`, more: remaining > 0 || log.length > seen, remaining };
    }
    const indices = [...new Set(log.slice(seen, seen + PAGE))];
    const next = Math.min(log.length, seen + PAGE);
    const whole = indices.filter((index) => index < desk.conversations);
    const rows = {
      ...noRows(),
      tickets: indices.map(ticket),
      messages: indices.flatMap((index) => said.get(index) ?? []),
      conversations: whole.map(ticket).map(({ remoteId, version }) => ({ ticketRemoteId: remoteId, version })),
    };
    return { rows, cursor: `${filled} ${next}`, more: next < log.length, remaining: log.length - next };
  };
  const articles = (cursor: string | null) => {
    const from = Number(cursor ?? 0);
    const next = Math.min(from + PAGE, desk.size.articles);
    const rows = { ...noRows(), articles: places(from, next).map((index) => desk.article(index)) };
    return { rows, cursor: String(next), more: next < desk.size.articles, remaining: desk.size.articles - next };
  };
  const names = (cursor: string | null) => {
    const from = Number(cursor ?? 0);
    const next = Math.min(from + 1_000, desk.people.length);
    const rows: Rows = {
      ...noRows(),
      people: desk.people.slice(from, next),
      ...(from === 0 ? { groups: [...desk.groups], views: [...desk.views], whole: ['groups', 'views'] } : {}),
    };
    return { rows, cursor: String(next), more: next < desk.people.length, remaining: desk.people.length - next };
  };

  return {
    page(stream, cursor) {
      if (told !== null)
        handed = {
          rows: handed.rows + told.rows,
          keptMs: handed.keptMs + performance.now() - told.at,
          pages: handed.pages + 1,
        };
      const page = stream === 'tickets' ? tickets(cursor) : stream === 'articles' ? articles(cursor) : names(cursor);
      const { rows } = page;
      const count = rows.tickets.length + rows.messages.length + rows.people.length + rows.articles.length;
      // After the last page of all nothing is asked for at once: how long it was kept is not known.
      const isFollowed = page.more || (stream !== 'articles' && log.length === 0);
      told = isFollowed ? { rows: count, at: performance.now() } : null;
      return page;
    },
    conversation(remoteId) {
      const index = indexOf(remoteId);
      told = null;
      return index === null ? null : conversationRows([index]);
    },
    push(entries) {
      const [first] = entries;
      const index = indexOf(first?.ticketRemoteId ?? '');
      if (index === null) return null;
      for (const { id, action } of entries) {
        if (done.has(id)) continue;
        done.add(id);
        if (action.kind !== 'create') put(index, applyChanges(ticket(index), action.changes));
        if (action.kind === 'reply' || action.kind === 'note')
          say(index, {
            kind: action.kind,
            authorId: ME.remoteId,
            authorName: ME.name,
            authorRole: 'agent',
            body: { format: 'html', content: action.words.html },
            clientId: id,
          });
      }
      return conversationRows([index]);
    },
    has: (entryId) => done.has(entryId),
    change(count) {
      const random = createRandom(7, `change ${log.length}`);
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, desk.size.tickets))
        chosen.add(Math.floor(random.next() ** 1.6 * desk.size.tickets));
      for (const index of chosen) {
        const { requesterId } = ticket(index);
        const name = nameOf.get(requesterId ?? '') ?? '';
        if (random.chance(0.25)) {
          const words = textOf(random, matterOf(random, { name, locale: 'en-GB' }), 2);
          const body = { format: 'html', content: `<p>${words}</p>` } as const;
          say(index, {
            kind: 'reply',
            authorId: requesterId,
            authorName: name,
            authorRole: 'requester',
            body,
            clientId: null,
          });
          put(index, { status: 'open', preview: words.slice(0, 200) });
        } else put(index, { priority: random.pick(['low', 'normal', 'high', 'urgent'] as const) });
      }
    },
    handedOver: () => handed,
  };
}

const places = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, at) => from + at);
