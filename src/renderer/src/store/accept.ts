import type { TicketId } from '#shared/domain/ids.ts';
import { LinkClosed } from '#shared/link/define.ts';
import { type Draft, draftKey, isLive, type OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { AccountState } from './account-state.ts';
import { entriesOf } from './account-state.ts';
import { buildEntry } from './build-entry.ts';
import type { AcceptProblem, DeskApi } from './desk-api.ts';
import type { Journal } from './fold-journal.ts';
import { refreshTickets } from './load-account.ts';
import { changed, type StoreContext, stateOf } from './store-context.ts';
import type { Upkeep } from './upkeep.ts';

type Accepts = Pick<DeskApi, 'enqueue' | 'discardEntry' | 'retryEntry' | 'saveDraft' | 'discardDraft' | 'markRead'>;

/** How the agent's own words and wishes come in: journalled by main, then committed here, then answered. */
export function createAccept(context: StoreContext, upkeep: Upkeep): Accepts {
  const { env } = context;

  const find = (entryId: string): { state: AccountState; entry: OutboxEntry } | null => {
    for (const state of context.accounts.values()) {
      const entry = state.outbox.get(entryId);
      if (entry) return { state, entry };
    }
    return null;
  };

  const keepEntry = (state: AccountState, entry: OutboxEntry) =>
    state.write(async () => {
      const kept = await state.storage.commit({ put: { outbox: [entry] } });
      if (kept.ok) {
        state.outbox.set(entry.id, entry);
        await refreshTickets(state, [entry.ticketId]);
      }
      return kept;
    });

  const dropEntry = (state: AccountState, entry: OutboxEntry): Promise<void> =>
    state.write(async () => {
      // The journal has dropped it; should this commit fail, the next fold removes it.
      await state.storage.commit({ delete: { outbox: [entry.id] } });
      state.outbox.delete(entry.id);
      await refreshTickets(state, [entry.ticketId]);
    });

  const tell = (state: AccountState, ticketId: TicketId): void => {
    changed(context, { views: true, ticketIds: [ticketId], outbox: true });
    upkeep.soon(state);
  };

  return {
    async enqueue({ accountId, ticketId, action }) {
      const state = context.accounts.get(accountId);
      if (!context.main) return err('no-link');
      if (!state) return err(context.unopened.has(accountId) ? 'cannot-open' : 'unknown-ticket');
      const problem = state.storage.problem();
      if (problem) return err(problem);
      const entry = await buildEntry(
        state,
        { ticketId, action },
        { id: env.newId(), now: env.now(), undoMs: context.settings.undoSeconds * 1_000 },
      );
      if (!entry) return err('unknown-ticket');
      const journalled = await journal(context, () => context.main?.journalPut(entry));
      if (!journalled.ok && journalled.error !== 'maybe') return err(journalled.error);
      const kept = await keepEntry(state, entry);
      if (!kept.ok) {
        // Journalled only, it would be sent although we say that it is not kept.
        const withdrawn = await context.main?.journalDiscard({ accountId, entryId: entry.id }).catch(() => false);
        if (withdrawn) return err(kept.error);
        state.outbox.set(entry.id, entry);
      }
      tell(state, entry.ticketId);
      return ok({ entryId: entry.id, ticketId: entry.ticketId, notBefore: entry.notBefore });
    },

    async discardEntry(entryId) {
      const found = find(entryId);
      if (!found || !context.main) return false;
      const { state, entry } = found;
      // What follows on a ticket that will never be delivered has nowhere to go.
      const behind =
        entry.action.kind === 'create' ? entriesOf(state, entry.ticketId).filter((one) => one.id > entryId) : [];
      for (const one of [...behind.toReversed(), entry]) {
        const dropped = await context.main
          .journalDiscard({ accountId: one.accountId, entryId: one.id })
          .catch(() => false);
        if (!dropped) return false;
        await dropEntry(state, one);
        tell(state, one.ticketId);
      }
      return true;
    },

    async retryEntry({ entryId, anyway }) {
      const found = find(entryId);
      if (!found || !context.main) return false;
      return context.main.journalRetry({ accountId: found.entry.accountId, entryId, anyway }).catch(() => false);
    },

    async saveDraft(draft: Draft): Promise<Result<null, AcceptProblem>> {
      const state = context.accounts.get(draft.accountId);
      if (!state) return err('unknown-ticket');
      const key = draftKey(draft);
      const before = state.drafts.get(key);
      state.drafts.set(key, draft);
      const [journalled, kept] = await Promise.all([
        journal(context, () => context.main?.draftPut(draft)),
        state.write(() => state.storage.commit({ put: { drafts: [{ key, draft }] } })),
      ]);
      if ((before?.text.trim() ?? '') === '' || draft.text.trim() === '')
        changed(context, { views: true, ticketIds: [draft.ticketId], outbox: true });
      if (!journalled.ok) return err(journalled.error === 'maybe' ? 'no-link' : journalled.error);
      return kept;
    },

    async discardDraft(draft) {
      const state = context.accounts.get(draft.accountId);
      if (!state) return;
      const key = draftKey(draft);
      state.drafts.delete(key);
      const { accountId, ticketId, kind } = draft;
      await Promise.all([
        context.main?.draftDiscard({ accountId, ticketId, kind }).catch(() => undefined),
        state.write(() => state.storage.commit({ delete: { drafts: [key] } })),
      ]);
      changed(context, { views: true, ticketIds: [ticketId], outbox: true });
    },

    async markRead(id) {
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
    },
  };
}

/**
 * `maybe`: the link broke before the answer, so the journal may have it. Such an entry is kept: the next fold restores it as
 * queued or shows it held, and either way it is neither lost nor sent twice.
 */
async function journal(
  context: StoreContext,
  put: () => Promise<Result<null, AcceptProblem>> | undefined,
): Promise<Result<null, AcceptProblem | 'maybe'>> {
  try {
    const answer = await put();
    if (answer?.ok && context.journalFails) {
      context.journalFails = false;
      context.announce.tell({ type: 'notice-over', code: 'journal-unwritable' });
    }
    return answer ?? err('no-link');
  } catch (error) {
    return err(error instanceof LinkClosed ? 'maybe' : 'no-link');
  }
}

/** Of an account whose database cannot be opened the journal knows what would go. */
export const removalCostOf = (state: AccountState | undefined, journal: Journal | undefined) => ({
  unsent: state?.outbox.size ?? journal?.entries.filter(isLive).length ?? 0,
  drafts: [...(state?.drafts.values() ?? journal?.drafts ?? [])].filter((draft) => draft.text.trim() !== '').length,
  marks: state?.marks.size ?? journal?.marks.length ?? 0,
});
