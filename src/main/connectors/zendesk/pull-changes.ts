import type { CallOptions, Page } from '#main/connectors/contract.ts';
import type { Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Account } from './account.ts';
import { mergedIntoOf } from './map-conversation.ts';
import type { ChangesCursor } from './ticket-cursor.ts';
import {
  type Hit,
  joinLists,
  listTickets,
  loadTickets,
  rowsOf,
  searchTickets,
  type TicketList,
} from './ticket-lists.ts';
import { exportPath, nextSearch, watchedOf } from './ticket-paging.ts';
import { nextWatched, packWatch, unpackWatch, updateWatch } from './watch.ts';
import { activitySchema, auditSchema, readList, viewSchema } from './wire.ts';

// Zendesk's search learns of a change within minutes; what comes late is found by looking back this far.
const OVERLAP_MS = 5 * 60_000;
const MOST_SEEN = 1000;
// The export lags a minute behind anyway.
const EXPORT_EVERY_MS = 60_000;
const LOOK_UP = 100;
const MOST_GONE = 10;

const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const stampOf = (hit: Hit) => `${hit.id} ${hit.updated_at}`;

const later = (one: string | null, other: string | null): string | null => {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) >= Date.parse(other) ? one : other;
};

/** What a look beside the search found: ids to be loaded, tickets already whole, and who is gone. */
type Beside = {
  readonly ids: readonly number[];
  readonly lists: readonly TicketList[];
  readonly removals: Rows['removals'];
  readonly cursor: ChangesCursor;
  readonly more: boolean;
};

/**
 * What changed. Most calls only ask for activities, which cost one request and tell at once what happened to my own tickets. Every
 * so often, and when the agent asks, comes the search, one page a call, and at its end, in the same call, the looks beside it.
 */
export async function pullChanges(
  account: Account,
  cursor: ChangesCursor,
  options: CallOptions,
): Promise<Result<Page, Failure>> {
  const searches = cursor.pass !== null || account.searches.waitMs() === 0 || options.lane === 'agent';
  return searches ? searchChanges(account, cursor, options) : hearChanges(account, cursor, options);
}

async function hearChanges(
  account: Account,
  cursor: ChangesCursor,
  options: CallOptions,
): Promise<Result<Page, Failure>> {
  const heard = await lookAtActivities(account, cursor, options);
  if (!heard.ok) return heard;
  const loaded = await loadTickets(account.client, heard.value.ids.slice(0, LOOK_UP), options);
  if (!loaded.ok) return loaded;
  const rows = await rowsOf(loaded.value, account, options);
  if (!rows.ok) return rows;
  const watch =
    cursor.mode === 'agent' ? updateWatch(cursor.watch, watchedOf(loaded.value.tickets)) : heard.value.cursor.watch;
  return ok({
    rows: rows.value,
    cursor: JSON.stringify({ ...heard.value.cursor, watch }),
    more: false,
    remaining: null,
  });
}

async function searchChanges(
  account: Account,
  cursor: ChangesCursor,
  options: CallOptions,
): Promise<Result<Page, Failure>> {
  const since = cursor.highWater === null ? null : iso(Date.parse(cursor.highWater) - OVERLAP_MS);
  const pass = cursor.pass ?? { bound: since, page: 1, newest: cursor.highWater };
  const query = pass.bound === null ? '' : `updated>=${pass.bound}`;
  const found = await searchTickets(account.client, query, 'asc', pass.page, options);
  if (!found.ok) return found;
  const { hits } = found.value;
  const seen = new Set(cursor.seen);
  const fresh = hits.filter((hit) => !seen.has(stampOf(hit)));
  const highWater = later(pass.newest, hits.at(-1)?.updated_at ?? null);
  const from = highWater === null ? 0 : Date.parse(highWater) - OVERLAP_MS;
  const kept = [...cursor.seen, ...fresh.map(stampOf)].filter((stamp) => Date.parse(stamp.split(' ')[1] ?? '') >= from);
  const next = nextSearch(pass, found.value);
  const passed: ChangesCursor = {
    ...cursor,
    pass: next ? { ...next, newest: highWater } : null,
    highWater: next ? cursor.highWater : highWater,
    seen: kept.slice(-MOST_SEEN),
  };
  let beside: Beside = { ids: [], lists: [], removals: [], cursor: passed, more: true };
  if (!next)
    beside =
      cursor.mode === 'admin'
        ? await lookAtExport(account, passed, options)
        : await lookAround(account, passed, options);

  const ids = [...new Set([...fresh.map((hit) => hit.id), ...beside.ids])];
  const loaded = await loadTickets(account.client, ids, options);
  if (!loaded.ok) return loaded;
  const joined = joinLists([...beside.lists, loaded.value]);
  const rows = await rowsOf(joined, account, options);
  if (!rows.ok) return rows;
  rows.value.removals.push(...beside.removals);
  await nameMergeTargets(account, rows.value, options);
  let after = beside.cursor;
  if (cursor.mode === 'agent') {
    const gone = beside.removals.map((removal) => ({ id: Number(removal.remoteId), watched: false }));
    after = { ...after, watch: updateWatch(after.watch, [...watchedOf(joined.tickets), ...gone]) };
  }
  return ok({ rows: rows.value, cursor: JSON.stringify(after), more: beside.more, remaining: null });
}

/** The export since its last cursor, at most once a minute: late, complete, and the only one that tells deletions. */
async function lookAtExport(account: Account, cursor: ChangesCursor, options: CallOptions): Promise<Beside> {
  const nothing: Beside = { ids: [], lists: [], removals: [], cursor, more: false };
  if (account.now() - cursor.exportedAt < EXPORT_EVERY_MS || account.exports.waitMs() > 0) return nothing;
  // A smaller page than the fill's, so that it fits a batch together with the search's.
  const path = exportPath(cursor.after).replace(/per_page=\d+/, 'per_page=100');
  const list = await listTickets(account.client, path, options);
  if (!list.ok) {
    account.log('zendesk.exportFailed', { code: list.error.code });
    return nothing;
  }
  const seen = new Set(cursor.seen);
  const more = !list.value.endOfStream && list.value.after !== null;
  return {
    ...nothing,
    lists: [{ ...list.value, tickets: list.value.tickets.filter((ticket) => !seen.has(stampOf(ticket))) }],
    cursor: { ...cursor, after: list.value.after ?? cursor.after, exportedAt: more ? 0 : account.now() },
    more,
  };
}

const viewsSchema = z.looseObject({ views: z.array(z.unknown()) });
const activitiesSchema = z.looseObject({ activities: z.array(z.unknown()) });

/** An agent's other ways to hear of changes. Each may fail by itself: the search before them has already answered. */
async function lookAround(account: Account, cursor: ChangesCursor, options: CallOptions): Promise<Beside> {
  const heard = await lookAtActivities(account, cursor, options);
  const ids: number[] = heard.ok ? [...heard.value.ids] : [];
  let next = heard.ok ? heard.value.cursor : cursor;

  const view = await lookAtView(account, next.viewTurn, options);
  next = { ...next, viewTurn: next.viewTurn + 1 };
  // Of a view only what the search should have told and did not, and what was never met.
  const watched = new Set(unpackWatch(cursor.watch));
  const seen = new Set(cursor.seen);
  const since = Date.parse(cursor.highWater ?? '') - OVERLAP_MS;
  for (const ticket of view?.tickets ?? []) {
    const missed = Date.parse(ticket.updated_at) >= since && !seen.has(stampOf(ticket));
    if (missed || (ticket.status !== 'closed' && !watched.has(ticket.id))) ids.push(ticket.id);
  }

  const look = await lookForGone(account, next, options);
  return { ids: ids.slice(0, LOOK_UP), lists: [], removals: look.removals, cursor: look.cursor, more: false };
}

/** What happened to my own tickets: told at once, before the search knows it. */
async function lookAtActivities(
  account: Account,
  cursor: ChangesCursor,
  options: CallOptions,
): Promise<Result<{ readonly ids: readonly number[]; readonly cursor: ChangesCursor }, Failure>> {
  const since = cursor.activitiesSince;
  const query = new URLSearchParams({ ...(since !== null && { since }), 'page[size]': '100' });
  const answer = await account.client.get(`/api/v2/activities?${query}`, activitiesSchema, options);
  if (!answer.ok) return answer;
  const read = readList(activitySchema, answer.value.activities, 'activity', []);
  const newest = Math.max(0, ...read.map((activity) => activity.created_at));
  const ids = new Set(read.flatMap((each) => (each.target?.ticket ? [each.target.ticket.id] : [])));
  // A second on: what this very second still brings is within the search's overlap.
  return ok({ ids: [...ids], cursor: newest > 0 ? { ...cursor, activitiesSince: iso(newest + 1000) } : cursor });
}

/** One of the agent's views at a time, the newest of it; null when there is none or its turn has not come. */
async function lookAtView(account: Account, turn: number, options: CallOptions): Promise<TicketList | null> {
  const ids = await account.activeViews(options);
  const id = ids[turn % Math.max(1, ids.length)];
  if (id === undefined || account.views(id).waitMs() > 0) return null;
  const query = new URLSearchParams({ sort_by: 'updated_at', sort_order: 'desc', per_page: '50' });
  const list = await listTickets(account.client, `/api/v2/views/${id}/tickets?${query}`, options);
  return list.ok ? list.value : null;
}

/** Asks for the ids of the agent's active views. */
export async function activeViews(account: Pick<Account, 'client'>, options: CallOptions): Promise<readonly string[]> {
  const views = await account.client.get('/api/v2/views/active?per_page=100', viewsSchema, options);
  return views.ok ? readList(viewSchema, views.value.views, 'view', []).map((view) => String(view.id)) : [];
}

/** Looks a hundred watched tickets up: who is not among the answers is gone, and why is asked one by one. */
async function lookForGone(
  account: Account,
  cursor: ChangesCursor,
  options: CallOptions,
): Promise<Pick<Beside, 'removals' | 'cursor'>> {
  const { ids, next } = nextWatched(cursor.watch, cursor.watchAt, LOOK_UP);
  if (ids.length === 0) return { removals: [], cursor };
  const list = await loadTickets(account.client, ids, options);
  if (!list.ok || list.value.unreadable.length > 0)
    return { removals: [], cursor: { ...cursor, watchAt: list.ok ? next : cursor.watchAt } };
  const there = new Set(list.value.tickets.filter((ticket) => ticket.status !== 'deleted').map((ticket) => ticket.id));
  const missing = ids.filter((id) => !there.has(id));
  const removals: Rows['removals'] = [];
  for (const id of missing.slice(0, MOST_GONE)) {
    const one = await account.client.get(`/api/v2/tickets/${id}`, z.looseObject({}), options);
    if (one.ok || (one.error.code !== 'notFound' && one.error.code !== 'forbidden')) continue;
    const reason = one.error.code === 'notFound' ? 'deleted' : 'invisible';
    removals.push({ remoteId: String(id), reason, mergedIntoRemoteId: null });
  }
  const gone = new Set(removals.map((removal) => Number(removal.remoteId)));
  const watch = gone.size === 0 ? cursor.watch : packWatch(unpackWatch(cursor.watch).filter((id) => !gone.has(id)));
  // More are missing than were asked for: the same hundred come again.
  return { removals, cursor: { ...cursor, watch, watchAt: missing.length > MOST_GONE ? cursor.watchAt : next } };
}

/** Says where merged tickets went, which only their last comment tells. */
export async function nameMergeTargets(account: Account, rows: Rows, options: CallOptions): Promise<void> {
  for (const [index, removal] of rows.removals.entries()) {
    if (removal.reason !== 'merged' || removal.mergedIntoRemoteId !== null || index >= MOST_GONE) continue;
    const answer = await account.client.get(
      `/api/v2/tickets/${removal.remoteId}/audits?page[size]=100`,
      z.looseObject({ audits: z.array(z.unknown()) }),
      options,
    );
    if (!answer.ok) continue;
    const into = mergedIntoOf(readList(auditSchema, answer.value.audits, 'audit', []));
    rows.removals[index] = { ...removal, mergedIntoRemoteId: into };
  }
}
