import type { TicketId } from '#shared/domain/ids.ts';
import type { MainContract } from '#shared/link/contract.ts';
import { type Client, LinkClosed } from '#shared/link/define.ts';
import { type Draft, draftKey, isLive, type OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { AccountState } from './account-state.ts';
import { entriesOf } from './account-state.ts';
import { buildEntry } from './build-entry.ts';
import type { AcceptProblem, DeskApi, EntryProblem } from './desk-api.ts';
import type { Journal } from './fold-journal.ts';
import { refreshTickets } from './load-account.ts';
import { changed, type StoreContext, stateOf } from './store-context.ts';
import type { Upkeep } from './upkeep.ts';

type Accepts = Pick<
  DeskApi,
  | 'enqueue'
  | 'replaceEntry'
  | 'discardEntry'
  | 'retryEntry'
  | 'draftProblem'
  | 'saveDraft'
  | 'discardDraft'
  | 'markRead'
>;

/** How long after each failed write in a row a draft is written again; the last stands for all that follow. */
const KEEP_AGAIN_MS = [1_000, 5_000, 15_000] as const;

/** How long after a main that could not write a journal it is asked again. */
const ASK_AGAIN_MS = 1_000;

/** How the agent's own words and wishes come in: journalled by main, then committed here, then answered. */
export function createAccept(
  context: StoreContext,
  upkeep: Upkeep,
  whenMain: () => Promise<Client<MainContract>>,
): Accepts {
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

  const showQueued = async (state: AccountState, entry: OutboxEntry, anyway: boolean): Promise<void> => {
    await state.write(async () => {
      if (state.outbox.get(entry.id) !== entry) return;
      const queued: OutboxEntry = {
        ...entry,
        sendAnyway: entry.sendAnyway || anyway,
        state: { name: 'queued', retryAt: null },
      };
      // Should this commit fail, the journal says it when it is folded next.
      await state.storage.commit({ put: { outbox: [queued] } });
      state.outbox.set(entry.id, queued);
      await refreshTickets(state, [entry.ticketId]).catch(() => undefined);
    });
    tell(state, entry.ticketId);
  };

  /** Resolves once a main has it in its journal for certain: it is accepted then, and not before. Told twice it counts once. */
  const journalledByNext = async (entry: OutboxEntry): Promise<void> => {
    for (;;) {
      const main = await whenMain();
      const put = await journal(context, () => main.journalPut(entry));
      if (put.ok) return;
      await new Promise<void>((resolve) => env.after(ASK_AGAIN_MS, resolve));
    }
  };

  const dropEntry = (state: AccountState, entry: OutboxEntry): Promise<void> =>
    state.write(async () => {
      // The journal has dropped it; should this commit fail, the next fold removes it.
      await state.storage.commit({ delete: { outbox: [entry.id] } });
      state.outbox.delete(entry.id);
      // A closed database cannot be read: the list then shows the ticket as it was, and the entry is gone all the same.
      await refreshTickets(state, [entry.ticketId]).catch(() => undefined);
    });

  const whyNotFound = (entryId: string): EntryProblem =>
    [...context.unopened.values()].some(({ entries }) => entries.some(({ id }) => id === entryId))
      ? 'cannot-open'
      : 'too-late';

  /** Main answers no both when an attempt is on disk and when it could not write; it has told of the second before. */
  const ask = async (call: () => Promise<boolean>): Promise<Result<null, EntryProblem>> => {
    try {
      if (await call()) return ok(null);
      return err(context.journalFails ? 'full' : 'too-late');
    } catch {
      return err('no-link');
    }
  };

  /** By key, why the newest words of a draft are not safe, though they stand in memory. */
  const unkept = new Map<string, AcceptProblem>();

  const keepDraft = async (state: AccountState, draft: Draft, failures = 0): Promise<Result<null, AcceptProblem>> => {
    const key = draftKey(draft);
    const [journalled, stored] = await Promise.all([
      journal(context, () => context.main?.draftPut(draft)),
      state.write(() => state.storage.commit({ put: { drafts: [{ key, draft }] } })),
    ]);
    const kept = journalled.ok ? stored : err(journalled.error === 'maybe' ? 'no-link' : journalled.error);
    const isNewest = (): boolean => state.drafts.get(key) === draft;
    if (!isNewest()) return kept;
    if (kept.ok) unkept.delete(key);
    else {
      unkept.set(key, kept.error);
      // The composer tries again only while it is on the screen.
      const wait = KEEP_AGAIN_MS[Math.min(failures, KEEP_AGAIN_MS.length - 1)] ?? 0;
      env.after(wait, () => isNewest() && void keepDraft(state, draft, failures + 1));
    }
    return kept;
  };

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
      if (!journalled.ok) {
        if (!kept.ok) state.outbox.set(entry.id, entry);
        tell(state, entry.ticketId);
        await journalledByNext(entry);
      } else if (!kept.ok) {
        // Journalled only, it would be sent although we say that it is not kept.
        const withdrawn = await context.main
          ?.journalDiscard({ accountId, entryId: entry.id, lostAnswer: false, wordsKept: true })
          .catch(() => false);
        if (withdrawn) return err(kept.error);
        state.outbox.set(entry.id, entry);
      }
      tell(state, entry.ticketId);
      return ok({ entryId: entry.id, ticketId: entry.ticketId, notBefore: entry.notBefore });
    },

    async replaceEntry({ entryId, ticketId, action }) {
      const { main } = context;
      if (!main) return err('no-link');
      const found = find(entryId);
      if (!found) return err(whyNotFound(entryId));
      const { state, entry: old } = found;
      const entry = await buildEntry(
        state,
        { ticketId, action },
        { id: env.newId(), now: env.now(), undoMs: context.settings.undoSeconds * 1_000 },
      );
      if (!entry) return err('unknown-ticket');
      const lostAnswer = old.state.name === 'unknown';
      const replaced = await ask(() => main.journalReplace({ entryId, lostAnswer, entry }));
      if (!replaced.ok) return replaced;
      // The journal has the one in place of the other; should this commit fail, the next fold says it here.
      await state.write(async () => {
        await state.storage.commit({ delete: { outbox: [old.id] }, put: { outbox: [entry] } });
        state.outbox.delete(old.id);
        state.outbox.set(entry.id, entry);
        await refreshTickets(state, [...new Set([old.ticketId, entry.ticketId])]).catch(() => undefined);
      });
      for (const one of new Set([old.ticketId, entry.ticketId])) tell(state, one);
      return ok({ entryId: entry.id, ticketId: entry.ticketId, notBefore: entry.notBefore });
    },

    async discardEntry(entryId, { wordsKept = false } = {}) {
      const { main } = context;
      if (!main) return err('no-link');
      const found = find(entryId);
      if (!found) return err(whyNotFound(entryId));
      const { state, entry } = found;
      const drop = async (one: OutboxEntry): Promise<Result<null, EntryProblem>> => {
        // What the screen says of it is what the agent has decided on.
        const lostAnswer = one.state.name === 'unknown';
        const dropped = await ask(() =>
          main.journalDiscard({ accountId: one.accountId, entryId: one.id, lostAnswer, wordsKept }),
        );
        if (!dropped.ok) return dropped;
        await dropEntry(state, one);
        tell(state, one.ticketId);
        return dropped;
      };
      const dropped = await drop(entry);
      if (!dropped.ok || entry.action.kind !== 'create') return dropped;
      // What follows on a ticket that will never be delivered has nowhere to go. The create went first, because it alone may
      // be too late; one of these that cannot go now is refused later ("the ticket is gone") and stays in the outbox.
      for (const one of entriesOf(state, entry.ticketId)) await drop(one);
      return dropped;
    },

    async retryEntry({ entryId, anyway }) {
      const { main } = context;
      if (!main) return err('no-link');
      const found = find(entryId);
      if (!found) return err(whyNotFound(entryId));
      const { state, entry } = found;
      const queued = await ask(() => main.journalRetry({ accountId: entry.accountId, entryId, anyway }));
      // Shown at once, also where nothing can be sent yet. What main has told of it meanwhile is newer.
      if (queued.ok) await showQueued(state, entry, anyway);
      return queued;
    },

    draftProblem: async (request) => unkept.get(draftKey(request)) ?? null,

    async saveDraft(draft) {
      const state = context.accounts.get(draft.accountId);
      if (!state) return err(context.unopened.has(draft.accountId) ? 'cannot-open' : 'unknown-ticket');
      const key = draftKey(draft);
      const before = state.drafts.get(key);
      state.drafts.set(key, draft);
      const kept = await keepDraft(state, draft);
      if (before === undefined || !hasWords(before) || !hasWords(draft))
        changed(context, { views: true, ticketIds: [draft.ticketId], outbox: true });
      return kept;
    },

    async discardDraft(draft) {
      const state = context.accounts.get(draft.accountId);
      if (!state) return;
      const key = draftKey(draft);
      state.drafts.delete(key);
      unkept.delete(key);
      const { accountId, ticketId, kind, wordsKept } = draft;
      await Promise.all([
        context.main?.draftDiscard({ accountId, ticketId, kind, wordsKept }).catch(() => undefined),
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

/** `maybe`: the link broke before the answer, so the journal may have it, or not. */
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

/** A form without a message has words as well: whom it is for, what it is about. */
export const hasWords = ({ text, fields }: Draft): boolean =>
  text.trim() !== '' || WRITTEN.some((name) => (fields[name] ?? '').trim() !== '');

/** Fields that are typed; the others are chosen, and chosen again in a moment. */
const WRITTEN = ['subject', 'requesterText', 'requesterName', 'requesterEmail', 'tags'] as const;

/** Of an account whose database cannot be opened the journal knows what would go. */
export const removalCostOf = (state: AccountState | undefined, journal: Journal | undefined) => ({
  unsent: state?.outbox.size ?? journal?.entries.filter(isLive).length ?? 0,
  drafts: [...(state?.drafts.values() ?? journal?.drafts ?? [])].filter(hasWords).length,
  marks: state?.marks.size ?? journal?.marks.length ?? 0,
});
