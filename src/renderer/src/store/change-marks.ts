import { accountOf } from '#shared/domain/ids.ts';
import { noMark, type TicketMark } from '#shared/mine/ticket-mark.ts';
import type { AccountState } from './account-state.ts';
import type { MarkChange } from './desk-actions.ts';
import type { DeskApi } from './desk-api.ts';
import { showMark } from './marks-in-columns.ts';
import { changed, type StoreContext, soonOpened, stateOf } from './store-context.ts';

/** What the agent keeps to themselves about tickets: shown at once, then kept by main and here. */
export function createMarks(context: StoreContext): Pick<DeskApi, 'markRead' | 'changeMarks'> {
  const put = async (state: AccountState, marks: readonly TicketMark[]): Promise<void> => {
    for (const mark of marks) showMark(state, mark);
    context.marksChanged();
    changed(context, { views: true, ticketIds: marks.map(({ ticketId }) => ticketId) });
    await Promise.all([
      // Told again when the account is opened the next time, where main does not hear it now.
      context.main?.putMarks([...marks]).catch(() => undefined),
      state.write(() => state.storage.commit({ put: { marks } })),
    ]);
  };

  return {
    async markRead(id) {
      await soonOpened(context);
      const state = stateOf(context, id);
      const index = state?.columns.indexOf(id) ?? -1;
      if (!state || index < 0) return;
      const before = state.marks.get(id) ?? noMark(id);
      const readAt = Math.max(before.readAt, newestAt(state, index));
      // Once it is read it need not stand out as woken any more.
      const isWoken = isAwake(state, index, context.env.now());
      if (readAt === before.readAt && !before.unread && !isWoken) return;
      const snooze = isWoken ? null : before.snooze;
      await put(state, [{ ...before, readAt, unread: false, snooze, changedAt: laterThan(before, context) }]);
    },

    async changeMarks(changes) {
      await soonOpened(context);
      const back: MarkChange[] = [];
      const marks = new Map<AccountState, TicketMark[]>();
      for (const change of changes) {
        const state = context.accounts.get(accountOf(change.ticketId));
        const index = state?.columns.indexOf(change.ticketId) ?? -1;
        if (!state || index < 0) continue;
        const before = state.marks.get(change.ticketId) ?? noMark(change.ticketId);
        const after = markAfter(state, index, before, change, context.env.now());
        if (JSON.stringify(after) === JSON.stringify(before)) continue;
        back.push(inverseOf(before, change));
        marks.set(state, [...(marks.get(state) ?? []), { ...after, changedAt: laterThan(before, context) }]);
      }
      await Promise.all([...marks].map(([state, its]) => put(state, its)));
      return back;
    },
  };
}

/** Up to the newest message there is, by the helpdesk's clock, not up to now: ours may run ahead. */
function newestAt(state: AccountState, index: number): number {
  const { lastOtherAt, lastMineAt, createdAt } = state.columns.numbers();
  return Math.max(lastOtherAt[index] ?? 0, lastMineAt[index] ?? 0, createdAt[index] ?? 0);
}

function markAfter(
  state: AccountState,
  index: number,
  before: TicketMark,
  change: MarkChange,
  now: number,
): TicketMark {
  const { snooze, starred, skip, unread } = change;
  const seenAt = newestAt(state, index);
  const ticketUpdatedAt = state.columns.numbers().updatedAt[index] ?? 0;
  return {
    ...before,
    ...(starred === undefined ? {} : { starred }),
    ...(unread === undefined ? {} : { unread, ...(unread ? {} : { readAt: Math.max(before.readAt, seenAt) }) }),
    ...(snooze === undefined ? {} : { snooze: snooze && { at: now, seenAt, ...snooze } }),
    ...(skip === undefined ? {} : { skip: skip && { at: now, ticketUpdatedAt, ...skip } }),
  };
}

/** What makes a mark what it was before a change. */
const inverseOf = (before: TicketMark, { ticketId, snooze, starred, skip, unread }: MarkChange): MarkChange => ({
  ticketId,
  ...(snooze === undefined ? {} : { snooze: before.snooze }),
  ...(starred === undefined ? {} : { starred: before.starred }),
  ...(skip === undefined ? {} : { skip: before.skip }),
  ...(unread === undefined ? {} : { unread: !unread }),
});

/** Also where the clock was set back: the newer of two is the one that counts. */
const laterThan = (before: TicketMark, { env }: StoreContext): number => Math.max(env.now(), before.changedAt + 1);

const isAwake = (state: AccountState, index: number, now: number): boolean => {
  const until = state.columns.numbers().snoozedUntil[index] ?? 0;
  return until > 0 && until <= now;
};
