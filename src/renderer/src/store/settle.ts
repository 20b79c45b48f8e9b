import type { Rows } from '#shared/domain/batch.ts';
import { noRows } from '#shared/domain/batch.ts';
import { type RemoteId, type TicketId, ticketIdOf } from '#shared/domain/ids.ts';
import type { StoreProblem } from '#shared/link/values.ts';
import { isLive, type OutboxEntry } from '#shared/outbox/entry.ts';
import { ticketFromCreate } from '#shared/outbox/overlay.ts';
import { ok, type Result } from '#shared/result.ts';
import type { AccountState } from './account-state.ts';
import { localIdOf } from './account-state.ts';
import { type Pause, planRows, showRows } from './plan-rows.ts';
import { refreshColumn } from './show-ticket.ts';
import type { Changes } from './storage.ts';

/**
 * Entries as they now stand and the rows that came back, in one transaction: a reply leaves the outbox in the moment in which its
 * message is a row. A ticket made here keeps its id and takes the remote one; what arrived under the remote id before moves.
 */
export const settle = (
  state: AccountState,
  told: { readonly entries: readonly OutboxEntry[]; readonly rows: Rows },
  pause: Pause,
): Promise<Result<readonly TicketId[], StoreProblem>> =>
  state.write(async () => {
    const delivered = new Map<RemoteId, TicketId>();
    for (const entry of told.entries) {
      const remoteId = deliveredAs(entry, told.rows);
      if (remoteId !== null && ticketIdOf(state.account.id, remoteId) !== entry.ticketId)
        delivered.set(remoteId, entry.ticketId);
    }
    const idOf = (remoteId: RemoteId): TicketId => delivered.get(remoteId) ?? localIdOf(state, remoteId);
    const moved = await moveEarlyRows(state, delivered, told.rows);
    const rows = withCreated(told.entries, moved.rows);
    const plan = await planRows(state, rows, idOf, pause);
    const entries = settledEntries(state, told.entries, delivered);
    const left = entries.filter(isLive);
    const gone = entries.filter((entry) => !isLive(entry));
    const kept = await state.storage.commit({
      ...plan.changes,
      delete: {
        ...plan.changes.delete,
        ...moved.delete,
        meta: [...(plan.changes.delete?.meta ?? []), ...(moved.delete.meta ?? [])],
        outbox: gone.map((entry) => entry.id),
      },
      put: { ...plan.changes.put, outbox: left },
    });
    if (!kept.ok) {
      state.writesFailed = true;
      return kept;
    }
    for (const [remoteId, id] of delivered) state.madeHere.set(remoteId, id);
    for (const entry of gone) state.outbox.delete(entry.id);
    for (const entry of left) state.outbox.set(entry.id, entry);
    await showRows(state, rows, plan, pause);
    for (const id of moved.ids) refreshColumn(state, id, undefined);
    const touched = new Set([...plan.touched, ...entries.map((entry) => entry.ticketId), ...moved.ids]);
    for (const id of touched)
      if (!plan.rows.has(id) && !moved.ids.includes(id))
        refreshColumn(state, id, await state.storage.get('tickets', id));
    return ok([...touched]);
  });

/** The remote id that a confirmed create got. */
function deliveredAs(entry: OutboxEntry, rows: Rows): RemoteId | null {
  if (entry.action.kind !== 'create' || entry.state.name !== 'confirmed') return null;
  if (entry.ticketRemoteId !== null) return entry.ticketRemoteId;
  return rows.tickets.length === 1 ? (rows.tickets[0]?.remoteId ?? null) : null;
}

/** Entries told, and those that wait behind a create which has just been delivered. */
function settledEntries(
  state: AccountState,
  told: readonly OutboxEntry[],
  delivered: ReadonlyMap<RemoteId, TicketId>,
): readonly OutboxEntry[] {
  const remoteOf = new Map([...delivered].map(([remoteId, id]) => [id, remoteId]));
  const ids = new Set(told.map((entry) => entry.id));
  const behind = [...state.outbox.values()].filter((entry) => !ids.has(entry.id) && remoteOf.has(entry.ticketId));
  return [...told, ...behind].map((entry) => ({
    ...entry,
    ticketRemoteId: entry.ticketRemoteId ?? remoteOf.get(entry.ticketId) ?? null,
  }));
}

/** A delivered create whose ticket did not come back still needs its row: it is what binds the remote id to ours. */
function withCreated(entries: readonly OutboxEntry[], rows: Rows): Rows {
  const known = new Set(rows.tickets.map((ticket) => ticket.remoteId));
  const missing = entries.flatMap((entry) => {
    const remoteId = deliveredAs(entry, rows);
    const ticket = ticketFromCreate(entry);
    return remoteId !== null && ticket && !known.has(remoteId) ? [{ ...ticket, remoteId }] : [];
  });
  return missing.length === 0 ? rows : { ...rows, tickets: [...rows.tickets, ...missing] };
}

/** Sync may have brought the new ticket before its create was known to be the one: those rows come under our id. */
async function moveEarlyRows(state: AccountState, delivered: ReadonlyMap<RemoteId, TicketId>, rows: Rows) {
  const early = [...delivered.keys()].map((remoteId) => ticketIdOf(state.account.id, remoteId));
  const found = early.length === 0 ? [] : await state.storage.getMany('tickets', early);
  const old = found.flatMap((row) => row ?? []);
  const nothing = {
    rows,
    ids: [] as readonly TicketId[],
    delete: {} as NonNullable<Changes['delete']>,
  };
  if (old.length === 0) return nothing;
  const ids = old.map((row) => row.id);
  const messages = await state.storage.ofTickets('messages', ids);
  const events = await state.storage.ofTickets('events', ids);
  const ratings = await state.storage.ofTickets('ratings', ids);
  const told = new Set(rows.tickets.map((ticket) => ticket.remoteId));
  const merged: Rows = {
    ...noRows(),
    ...rows,
    // Later ones win, so what is moved stands before what has just been told.
    tickets: [...old.map((row) => row.ticket).filter((ticket) => !told.has(ticket.remoteId)), ...rows.tickets],
    messages: [...messages.map((row) => row.message), ...rows.messages],
    events: [...events.map((row) => row.event), ...rows.events],
    ratings: [...ratings.map((row) => row.rating), ...rows.ratings],
    conversations: [
      ...old.flatMap((row) =>
        row.conversationVersion === null
          ? []
          : [{ ticketRemoteId: row.ticket.remoteId, version: row.conversationVersion }],
      ),
      ...rows.conversations,
    ],
  };
  return { ...nothing, rows: merged, ids, delete: { tickets: ids, meta: ['columns'] } };
}
