import type { TicketId } from '#shared/domain/ids.ts';
import { changed, type StoreContext, stateOf } from './store-context.ts';

/** The agent has seen a conversation, up to the newest message there is. */
export async function markRead(context: StoreContext, id: TicketId): Promise<void> {
  const state = stateOf(context, id);
  const index = state?.columns.indexOf(id) ?? -1;
  if (!state || index < 0) return;
  const { lastOtherAt, lastMineAt, readAt, createdAt } = state.columns.numbers();
  // Up to the newest message there is, by the helpdesk's clock, not up to now: ours may run ahead.
  const until = Math.max(lastOtherAt[index] ?? 0, lastMineAt[index] ?? 0, createdAt[index] ?? 0);
  if (until <= (readAt[index] ?? 0)) return;
  const mark = { ticketId: id, readAt: until };
  state.marks.set(id, until);
  state.columns.setRead(index, until);
  changed(context, { views: true, ticketIds: [id] });
  await Promise.all([
    context.main?.markRead(mark).catch(() => undefined),
    state.write(() => state.storage.commit({ put: { marks: [mark] } })),
  ]);
}
