import type { StoreProblem } from '#shared/link/values.ts';
import { newerMark, type TicketMark } from '#shared/mine/ticket-mark.ts';
import { type Draft, draftKey, isLive, type OutboxEntry } from '#shared/outbox/entry.ts';
import { ok, type Result } from '#shared/result.ts';
import type { AccountState } from './account-state.ts';
import { refreshTickets } from './load-account.ts';
import { showMark } from './marks-in-columns.ts';

/** What main's journal knows of an account. */
export type Journal = {
  readonly entries: readonly OutboxEntry[];
  readonly settledIds: readonly string[];
  readonly delivered: readonly OutboxEntry[];
  readonly drafts: readonly Draft[];
  readonly marks: readonly TicketMark[];
};

/**
 * The journal wins: its live entries are restored, settled ones removed. Entries that only the store has are kept and held, and
 * returned: they are shown and never sent by themselves. Drafts that only the store has stay, being somebody's words.
 */
export const foldJournal = (
  state: AccountState,
  journal: Journal,
  now: number,
): Promise<Result<readonly OutboxEntry[], StoreProblem>> =>
  state.write(async () => {
    const live = journal.entries.filter(isLive);
    const settled = new Set([
      ...journal.settledIds,
      ...journal.entries.filter((entry) => !isLive(entry)).map((entry) => entry.id),
    ]);
    const known = new Set(live.map((entry) => entry.id));
    const removed = [...state.outbox.values()].filter((entry) => settled.has(entry.id));
    const strangers = [...state.outbox.values()]
      .filter((entry) => !known.has(entry.id) && !settled.has(entry.id))
      .map(
        (entry): OutboxEntry => ({
          ...entry,
          state: { name: 'held', reason: 'not-in-journal', since: sinceOf(entry, now), fields: [] },
        }),
      );
    const marks = journal.marks.filter((mark) => {
      const known = state.marks.get(mark.ticketId);
      return !known || newerMark(known, mark) !== known;
    });
    // The newer words win: a draft may have been written here while there was no link.
    const drafts = journal.drafts.filter(
      (draft) => draft.updatedAt >= (state.drafts.get(draftKey(draft))?.updatedAt ?? 0),
    );
    const kept = await state.storage.commit({
      delete: { outbox: removed.map((entry) => entry.id) },
      put: {
        outbox: [...live, ...strangers],
        drafts: drafts.map((draft) => ({ key: draftKey(draft), draft })),
        marks,
      },
    });
    // What the journal says counts here also where the database does not take it: a composer must not begin on older words.
    for (const entry of removed) state.outbox.delete(entry.id);
    for (const entry of [...live, ...strangers]) state.outbox.set(entry.id, entry);
    for (const draft of drafts) state.drafts.set(draftKey(draft), draft);
    for (const mark of marks) showMark(state, mark);
    const touched = new Set([...removed, ...live, ...strangers, ...marks].map(({ ticketId }) => ticketId));
    const refreshed = refreshTickets(state, [...touched]);
    if (!kept.ok) {
      // Nor may it be readable.
      await refreshed.catch(() => undefined);
      return kept;
    }
    await refreshed;
    return ok(strangers);
  });

const sinceOf = (entry: OutboxEntry, now: number): number =>
  entry.state.name === 'held' && entry.state.reason === 'not-in-journal' ? entry.state.since : now;
