import type { Rows } from '#shared/domain/batch.ts';
import type { Message } from '#shared/domain/conversation.ts';
import type { Article } from '#shared/domain/desk.ts';
import type { RemoteId, TicketId } from '#shared/domain/ids.ts';
import type { Batch } from '#shared/link/values.ts';
import { type AccountState, localIdOf } from './account-state.ts';
import type { ArticleSummary } from './desk-tickets.ts';
import { refreshColumn } from './show-ticket.ts';
import { SAVED_ARTICLES, SAVED_PEOPLE } from './snapshot.ts';
import type { Changes, TicketRow } from './storage.ts';
import { noSummary, summarise } from './summary.ts';

/** Gives way to whoever waits, at most every 8 ms. */
export type Pause = () => Promise<void>;

/** What rows from the helpdesk do to the database, and then to memory. */
export type Plan = {
  readonly changes: Changes;
  readonly before: ReadonlyMap<TicketId, TicketRow>;
  readonly rows: ReadonlyMap<TicketId, TicketRow>;
  /** Tickets whose conversation may look different. */
  readonly touched: ReadonlySet<TicketId>;
  readonly orphaned: ReadonlySet<TicketId>;
  /** The last change number used. */
  readonly change: number;
};

/**
 * Works out what a page of rows changes. Nothing is written yet. The same page again ends in the same rows, their change numbers
 * apart. `ids` says under which id a ticket is kept.
 */
export async function planRows(
  state: AccountState,
  rows: Rows,
  idOf: (remoteId: RemoteId) => TicketId,
  pause: Pause,
): Promise<Plan> {
  const messages = groupBy(rows.messages, (message) => idOf(message.ticketRemoteId));
  const tickets = new Map(rows.tickets.map((ticket) => [idOf(ticket.remoteId), ticket]));
  const versions = new Map(rows.conversations.map((one) => [idOf(one.ticketRemoteId), one.version]));
  const removals = new Map(rows.removals.map((removal) => [idOf(removal.remoteId), removal]));
  const ids = [...new Set([...tickets.keys(), ...messages.keys(), ...versions.keys(), ...removals.keys()])];
  const before = new Map<TicketId, TicketRow>();
  // Every row has its column, so that nothing is read in a first sync; but a write that counted as failed may have been kept.
  const there = state.writesFailed ? ids : ids.filter((id) => state.columns.indexOf(id) >= 0);
  const rowsThere = there.length > 0 ? await state.storage.getMany('tickets', there) : [];
  for (const row of rowsThere) if (row) before.set(row.id, row);
  const unknown = ids.filter((id) => !before.has(id) && tickets.has(id) && state.orphaned.has(id));
  // Messages may have come before their ticket, in an earlier page.
  const waiting = unknown.length > 0 ? await state.storage.ofTickets('messages', unknown) : [];
  const early = groupBy(waiting, (row) => row.ticketId);
  const me = state.account.me.remoteId;
  let change = state.change;
  const planned = new Map<TicketId, TicketRow>();
  for (const id of ids) {
    await pause();
    const old = before.get(id);
    const told = tickets.get(id);
    const ticket = told ?? old?.ticket;
    if (!ticket) continue;
    const known = old?.summary ?? summarise(noSummary, (early.get(id) ?? []).map(messageOf), me);
    const summary = summarise(known, messages.get(id) ?? [], me);
    const removal = removals.get(id);
    const toldPreview = told?.preview ?? old?.toldPreview ?? '';
    // Only a preview that the helpdesk has just changed can be newer than the newest message here.
    const isNewer = old !== undefined && told !== undefined && toldPreview !== old.toldPreview && toldPreview !== '';
    const fromMessages = summary.previewAt > 0 && (!isNewer || summary.previewAt > (known.previewAt || 0));
    planned.set(id, {
      id,
      change: ++change,
      ticket: { ...ticket, preview: fromMessages ? summary.preview : told || !old ? toldPreview : old.ticket.preview },
      toldPreview,
      summary,
      gone: removal?.reason ?? (told ? null : (old?.gone ?? null)),
      mergedIntoRemoteId: removal?.mergedIntoRemoteId ?? (told ? null : (old?.mergedIntoRemoteId ?? null)),
      conversationVersion: versions.get(id) ?? old?.conversationVersion ?? null,
    });
  }
  const orphaned = new Set(state.orphaned);
  for (const id of messages.keys()) if (!planned.has(id)) orphaned.add(id);
  for (const id of planned.keys()) orphaned.delete(id);
  const ofEvents = rows.events.map((event) => idOf(event.ticketRemoteId));
  const ofRatings = rows.ratings.map((rating) => idOf(rating.ticketRemoteId));
  return {
    before,
    rows: planned,
    change,
    orphaned,
    touched: new Set([...ids, ...ofEvents, ...ofRatings]),
    changes: {
      clear: rows.whole,
      delete: {
        articles: rows.removedArticleIds,
        macroFiles: filesOfGone(state, rows),
        meta: outdatedLists(rows),
      },
      put: {
        tickets: [...planned.values()],
        messages: rows.messages.map((message) => ({
          remoteId: message.remoteId,
          ticketId: idOf(message.ticketRemoteId),
          message,
        })),
        events: rows.events.map((event) => ({
          remoteId: event.remoteId,
          ticketId: idOf(event.ticketRemoteId),
          event,
        })),
        ratings: rows.ratings.map((rating) => ({
          remoteId: rating.remoteId,
          ticketId: idOf(rating.ticketRemoteId),
          rating,
        })),
        ...(sameIds(orphaned, state.orphaned) ? {} : { meta: [{ key: 'orphaned', value: [...orphaned] }] }),
        people: rows.people,
        groups: rows.groups,
        organizations: rows.organizations,
        articles: rows.articles,
        macros: rows.macros,
        macroFiles: rows.macroFiles,
        views: rows.views,
        fields: rows.fields,
        dynamicContent: rows.dynamicContent,
        unreadable: rows.unreadable.map((one) => ({
          ...one,
          key: `${one.kind} ${one.remoteId ?? one.problem}`,
        })),
      },
    },
  };
}

/** Saved lists that these rows make wrong: they go in the same transaction. */
const outdatedLists = (rows: Rows): readonly string[] => [
  ...(rows.people.length > 0 ? [SAVED_PEOPLE] : []),
  ...(rows.articles.length > 0 || rows.removedArticleIds.length > 0 ? [SAVED_ARTICLES] : []),
];

/** Macros that are not there any more: their files need not be kept. */
function filesOfGone({ small }: AccountState, { whole, macros }: Rows): readonly RemoteId[] {
  if (!whole.includes('macros')) return [];
  const there = new Set(macros.map(({ remoteId }) => remoteId));
  return [...small.macroFiles.keys()].filter((id) => !there.has(id));
}

const sameIds = (a: ReadonlySet<TicketId>, b: ReadonlySet<TicketId>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

const messageOf = (row: { readonly message: Message }): Message => row.message;

/** Makes memory say what the database now says. */
export async function showRows(state: AccountState, rows: Rows, plan: Plan, pause: Pause): Promise<void> {
  state.change = Math.max(state.change, plan.change);
  state.orphaned.clear();
  for (const id of plan.orphaned) state.orphaned.add(id);
  for (const person of rows.people) {
    if (state.people.get(person.remoteId)?.name !== person.name) state.search.touchNames();
    state.people.set(person.remoteId, person);
    state.numbers.put(person);
  }
  for (const table of rows.whole) state.small[table].clear();
  for (const row of rows.groups) state.small.groups.set(row.remoteId, row);
  for (const row of rows.organizations) state.small.organizations.set(row.remoteId, row);
  for (const id of filesOfGone(state, rows)) state.small.macroFiles.delete(id);
  for (const row of rows.macros) state.small.macros.set(row.remoteId, row);
  for (const row of rows.macroFiles) state.small.macroFiles.set(row.remoteId, row);
  for (const row of rows.views) state.small.views.set(row.remoteId, row);
  for (const row of rows.fields) state.small.fields.set(row.remoteId, row);
  for (const row of rows.dynamicContent) state.small.dynamicContent.set(row.remoteId, row);
  for (const id of rows.removedArticleIds) state.articles.delete(id);
  for (const row of rows.articles) state.articles.set(row.remoteId, summaryOfArticle(state.account.id, row));
  for (const [id, row] of plan.rows) {
    await pause();
    refreshColumn(state, id, row);
  }
}

export const summaryOfArticle = (accountId: string, article: Article): ArticleSummary => ({
  accountId,
  remoteId: article.remoteId,
  title: article.title,
  path: article.path,
  draft: article.draft,
  internal: article.internal,
  updatedAt: article.updatedAt,
});

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export const idsOf =
  (state: AccountState) =>
  (remoteId: RemoteId): TicketId =>
    localIdOf(state, remoteId);

/** The cursor that a batch carries, to be kept with its rows. */
export const cursorRowOf = (state: AccountState, batch: Batch): Changes['put'] => {
  if (batch.stream === null) return {};
  const known = state.cursors.get(batch.stream);
  return {
    cursors: [
      {
        stream: batch.stream,
        cursor: batch.cursor ?? known?.cursor ?? null,
        complete: batch.complete || (known?.complete ?? false),
      },
    ],
  };
};
