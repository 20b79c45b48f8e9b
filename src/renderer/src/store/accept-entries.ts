import type { TicketId } from '#shared/domain/ids.ts';
import type { Client } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import type { Action } from '#shared/outbox/action.ts';
import { draftKey, type OutboxEntry } from '#shared/outbox/entry.ts';
import { handedOver, takesFrom } from '#shared/outbox/handed-over.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { AccountState } from './account-state.ts';
import { entriesOf } from './account-state.ts';
import { buildEntry } from './build-entry.ts';
import type { EntryProblem } from './desk-actions.ts';
import type { DeskApi } from './desk-api.ts';
import { journalled, journalledByNext } from './journalled.ts';
import { refreshTickets } from './load-account.ts';
import { recordArticles } from './record-own.ts';
import { changed, type StoreContext, soonOpened } from './store-context.ts';
import type { Upkeep } from './upkeep.ts';

type AcceptEntries = Pick<DeskApi, 'enqueue' | 'replaceEntry' | 'discardEntry' | 'retryEntry'>;

/** How the agent's actions come in, and what they wish of them later: journalled by main, then committed here, then answered. */
export function createAcceptEntries(
  context: StoreContext,
  upkeep: Upkeep,
  whenMain: () => Promise<Client<MainContract>>,
): AcceptEntries {
  const { env } = context;

  const find = (entryId: string): { state: AccountState; entry: OutboxEntry } | null => {
    for (const state of context.accounts.values()) {
      const entry = state.outbox.get(entryId);
      if (entry) return { state, entry };
    }
    return null;
  };

  const newEntry = (
    state: AccountState,
    request: {
      readonly ticketId: TicketId | null;
      readonly action: Action;
      readonly draft?: OutboxEntry['draft'];
    },
    replaces: string | null = null,
  ): Promise<OutboxEntry | null> =>
    buildEntry(
      state,
      { ...request, replaces },
      { id: env.newId(), now: env.now(), undoMs: context.settings.undoSeconds * 1_000 },
    );

  const keepEntry = (state: AccountState, entry: OutboxEntry) =>
    state.write(async () => {
      const key = takesFrom(entry);
      const from = key === null ? undefined : state.drafts.get(key);
      const left = from && handedOver(from, entry);
      const drafts = left ? [{ key: draftKey(left), draft: left }] : [];
      const kept = await state.storage.commit({ put: { outbox: [entry], drafts } });
      if (kept.ok) {
        state.outbox.set(entry.id, entry);
        if (left) state.drafts.set(draftKey(left), left);
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

  const tell = (state: AccountState, ticketId: TicketId): void => {
    changed(context, { views: true, ticketIds: [ticketId], outbox: true });
    upkeep.soon(state);
  };

  return {
    async enqueue({ accountId, ...request }) {
      await soonOpened(context);
      const state = context.accounts.get(accountId);
      if (!context.main) return err('no-link');
      if (!state) return err(context.unopened.has(accountId) ? 'cannot-open' : 'unknown-ticket');
      const problem = state.storage.problem();
      if (problem) return err(problem);
      const entry = await newEntry(state, request);
      if (!entry) return err('unknown-ticket');
      const put = await journalled(context, () => context.main?.journalPut(entry));
      if (!put.ok && put.error !== 'maybe') return err(put.error);
      const kept = await keepEntry(state, entry);
      if (!put.ok) {
        if (!kept.ok) state.outbox.set(entry.id, entry);
        tell(state, entry.ticketId);
        await journalledByNext(context, whenMain, (main) => main.journalPut(entry));
      } else if (!kept.ok) {
        // Journalled only, it would be sent although we say that it is not kept.
        const withdrawn = await context.main
          ?.journalDiscard({ accountId, entryId: entry.id, lostAnswer: false, wordsKept: true })
          .catch(() => false);
        if (withdrawn) return err(kept.error);
        state.outbox.set(entry.id, entry);
      }
      tell(state, entry.ticketId);
      void recordArticles(context, state, [entry]).catch(() => undefined);
      return ok({ entryId: entry.id, ticketId: entry.ticketId, notBefore: entry.notBefore });
    },

    async replaceEntry({ entryId, ticketId, action }) {
      const { main } = context;
      if (!main) return err('no-link');
      const found = find(entryId);
      if (!found) return err(whyNotFound(entryId));
      const { state, entry: old } = found;
      const entry = await newEntry(state, { ticketId, action, ...draftOf(old) }, entryId);
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
  };
}

/** The words are the same in another entry's place, and so is what they were made of. */
const draftOf = ({ draft }: OutboxEntry): Pick<OutboxEntry, 'draft'> => (draft === undefined ? {} : { draft });
