import type { TicketId } from '#shared/domain/ids.ts';
import type { Batch, News, StoreProblem } from '#shared/link/values.ts';
import { ok, type Result } from '#shared/result.ts';
import type { AccountState } from './account-state.ts';
import { newsOf } from './news.ts';
import { cursorRowOf, idsOf, type Pause, planRows, showRows } from './plan-rows.ts';
import { refreshColumn } from './show-ticket.ts';

export type Applied = {
  readonly ticketIds: readonly TicketId[];
  readonly news: readonly News[];
  readonly outbox: boolean;
};

/**
 * Keeps a page of rows and the cursor that covers it, in one transaction; memory follows. A batch that fails leaves neither, so
 * that main can send it again; sent twice, it changes nothing more.
 */
export const applyBatch = (
  state: AccountState,
  batch: Batch,
  env: { readonly now: number; readonly pause: Pause },
): Promise<Result<Applied, StoreProblem>> =>
  state.write(async () => {
    const wasComplete = state.cursors.get('tickets')?.complete ?? false;
    const plan = await planRows(state, batch.rows, idsOf(state), env.pause);
    const news = wasComplete ? await newsOf(state, batch.rows, plan, env.now) : [];
    const arrived = arrivedEntries(state, batch);
    const cursor = cursorRowOf(state, batch);
    const kept = await state.storage.commit({
      ...plan.changes,
      delete: { ...plan.changes.delete, outbox: arrived.map((entry) => entry.id) },
      put: { ...plan.changes.put, ...cursor },
    });
    if (!kept.ok) {
      state.writesFailed = true;
      return kept;
    }
    for (const entry of arrived) state.outbox.delete(entry.id);
    for (const row of cursor?.cursors ?? []) state.cursors.set(row.stream, row);
    if (batch.rows.unreadable.length > 0) state.unreadable = await state.storage.count('unreadable');
    await showRows(state, batch.rows, plan, env.pause);
    for (const entry of arrived)
      if (!plan.rows.has(entry.ticketId))
        refreshColumn(state, entry.ticketId, await state.storage.get('tickets', entry.ticketId));
    return ok({
      ticketIds: [...new Set([...plan.touched, ...arrived.map((entry) => entry.ticketId)])],
      news,
      outbox: arrived.length > 0,
    });
  });

/** Entries whose answer was lost and whose message has now come by itself: they did arrive. */
function arrivedEntries(state: AccountState, batch: Batch) {
  const clientIds = new Set(batch.rows.messages.flatMap((message) => message.clientId ?? []));
  return [...state.outbox.values()].filter(
    (entry) => entry.state.name === 'unknown' && entry.action.kind !== 'create' && clientIds.has(entry.id),
  );
}
