import type { Call } from '#shared/calls/call.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { Implementation } from '#shared/link/define.ts';
import type { StoreContract } from '#shared/link/store-contract.ts';
import type { StoreProblem } from '#shared/link/values.ts';
import { newerMark } from '#shared/mine/ticket-mark.ts';
import { draftKey, type OutboxEntry } from '#shared/outbox/entry.ts';
import { filesOfEntry } from '#shared/outbox/files-of-entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { AccountState } from './account-state.ts';
import { applyBatch } from './apply-batch.ts';
import { conversationsWanted, ticketsKept } from './conversations-wanted.ts';
import { foldJournal, type Journal } from './fold-journal.ts';
import { loadAccount } from './load-account.ts';
import { macroFilesWanted } from './macro-files.ts';
import { mendColumns } from './mend-columns.ts';
import { moveCalls } from './move-calls.ts';
import type { Pause } from './plan-rows.ts';
import { settle } from './settle.ts';
import { changed, type StoreContext } from './store-context.ts';
import type { Upkeep } from './upkeep.ts';

/** Once the first lists are on the screen. */
const MEND_AFTER_MS = 3_000;
/** A helpdesk tells its clock in whole seconds, and on the way that grows older. */
const SKEW_NOISE_MS = 2_000;

/** What the store does for main. */
export function serveMain(
  context: StoreContext,
  upkeep: Upkeep,
  onLeaseLost: () => void,
  ringing: (calls: readonly Call[]) => void,
): Implementation<StoreContract> {
  const { env, announce, accounts } = context;

  const open = async (account: AccountState['account']) => {
    const known = accounts.get(account.id);
    if (known && !context.lapsed.has(known)) {
      known.account = account;
      return ok(known);
    }
    const storage = known
      ? ok(known.storage)
      : await env.openStorage(account.id, (problem) =>
          announce.tell({ type: 'storage', accountId: account.id, problem }),
        );
    if (!storage.ok) return storage;
    try {
      return ok(await loadAccount(account, storage.value, env.pause));
    } catch {
      // What was read before goes on being shown; the next try reads again.
      if (!known) storage.value.close();
      return err('cannot-open' as const);
    }
  };

  /** Nothing is unmounted: what this window shows stays, and is read again should it get the lease back. */
  const lapse = (): void => {
    for (const state of accounts.values()) {
      upkeep.forget(state);
      context.lapsed.add(state);
    }
    onLeaseLost();
  };

  const mend = async (state: AccountState): Promise<void> => {
    const { id } = state.account;
    const isOpen = (): boolean => accounts.get(id) === state && !context.lapsed.has(state);
    // A database that is closed meanwhile throws; the next start looks again.
    const mended = isOpen() && (await mendColumns(state, env.pause).catch(() => false));
    if (!mended || !isOpen()) return;
    changed(context, { views: true, ticketIds: 'all' });
    upkeep.soon(state);
  };

  const close = async (accountId: AccountId, forget: boolean): Promise<void> => {
    const state = accounts.get(accountId);
    if (state) {
      if (!forget) await upkeep.save(state);
      accounts.delete(accountId);
      context.feed.closed(accountId);
      upkeep.forget(state);
      state.storage.close();
    }
    context.unopened.delete(accountId);
    context.healths.delete(accountId);
    announce.tell({ type: 'storage', accountId, problem: null });
    if (forget) await env.deleteStorage(accountId);
    changed(context, { views: true, ticketIds: 'all', outbox: true, articles: true, facts: true });
  };

  return {
    openAccount: ({ account, ...journal }) =>
      context.opening(async () => {
        const opened = await open(account);
        if (!opened.ok) {
          context.unopened.set(account.id, journal);
          announce.tell({ type: 'storage', accountId: account.id, problem: opened.error });
          changed(context, { views: true, outbox: true });
          return opened;
        }
        const state = opened.value;
        const strangers = await foldJournal(state, journal, env.now());
        // Nobody reads it before: a composer would begin on a draft that the journal has a newer one of.
        accounts.set(account.id, state);
        context.feed.opened(state);
        if (!strangers.ok) return strangers;
        const bound = await bindDelivered(state, journal.delivered, env.pause);
        if (!bound.ok) return bound;
        context.unopened.delete(account.id);
        announce.tell({ type: 'storage', accountId: account.id, problem: null });
        tellJournal(context, state, journal);
        context.marksChanged();
        changed(context, { views: true, ticketIds: 'all', outbox: true, articles: true, facts: true });
        upkeep.soon(state);
        env.after(MEND_AFTER_MS, () => void mend(state));
        const rows = [...state.cursors.values()];
        return ok({
          cursors: Object.fromEntries(rows.flatMap((row) => (row.cursor === null ? [] : [[row.stream, row.cursor]]))),
          complete: rows.flatMap((row) => (row.complete ? [row.stream] : [])),
          strangers: [...strangers.value],
        });
      }),

    closeAccount: async ({ accountId, forget }) => {
      await context.opening(() => close(accountId, forget));
    },

    applyBatch: async (batch) => {
      const state = accounts.get(batch.accountId);
      if (!state) return err('closed');
      const applied = await closedIfThrown(() => applyBatch(state, batch, { now: env.now(), pause: env.pause }));
      if (!applied.ok) return applied;
      context.feed.touched(applied.value.ticketIds);
      const { rows } = batch;
      const news = {
        views: applied.value.ticketIds.length > 0 || rows.views.length > 0 || rows.people.length > 0 || batch.complete,
        ticketIds: rows.people.length > 0 ? ('all' as const) : applied.value.ticketIds,
        outbox: applied.value.outbox,
        articles: rows.articles.length > 0 || rows.removedArticleIds.length > 0,
        facts:
          rows.whole.length > 0 ||
          [rows.people, rows.groups, rows.fields, rows.macros, rows.macroFiles, rows.organizations].some(
            (list) => list.length > 0,
          ),
      };
      changed(context, news, batch.stream !== null && !batch.complete);
      // Not awaited: main waits for this answer, and is asked there.
      void moveCalls(context, state, rows.removals).catch(() => undefined);
      upkeep.soon(state);
      tellHealth(context, batch.accountId);
      if (context.settings.notifications)
        for (const told of applied.value.news) void context.main?.notify(told).catch(() => undefined);
      return ok(null);
    },

    settle: async ({ accountId, entries, rows }) => {
      const state = accounts.get(accountId);
      if (!state) return err('closed');
      const settled = await closedIfThrown(() => settle(state, { entries, rows }, env.pause));
      if (!settled.ok) return settled;
      changed(context, { views: true, ticketIds: settled.value, outbox: true });
      upkeep.soon(state);
      return ok(null);
    },

    conversationsWanted: async ({ accountId, prefetchTickets, limit }) => {
      const state = accounts.get(accountId);
      return state ? [...conversationsWanted(state, prefetchTickets, limit)] : [];
    },

    macroFilesWanted: async ({ accountId }) => {
      const state = accounts.get(accountId);
      return state ? [...macroFilesWanted(state)] : [];
    },

    ticketsKept: async ({ accountId }) => {
      const state = accounts.get(accountId);
      return state ? [...ticketsKept(state)] : [];
    },

    filesNamed: async () =>
      [...accounts.values()].flatMap(({ drafts, outbox, small }) =>
        [
          ...[...drafts.values()].flatMap(({ files }) => files),
          ...[...outbox.values()].flatMap(filesOfEntry),
          ...[...small.macroFiles.values()].flatMap(({ files }) => files),
        ].map(({ sha256 }) => sha256),
      ),

    callsNow: async ({ calls }) => {
      context.calls.told(calls);
      ringing(calls);
      context.feed.callsChanged();
    },
    health: async (health) => {
      const before = context.healths.get(health.accountId);
      context.healths.set(health.accountId, health);
      if (JSON.stringify(before?.abilities ?? null) !== JSON.stringify(health.abilities))
        changed(context, { facts: true });
      // Which promise is the next, and what views by time hold, hang on it.
      if (Math.abs(health.clockSkewMs - (before?.clockSkewMs ?? 0)) > SKEW_NOISE_MS) changed(context, { views: true });
      tellHealth(context, health.accountId);
    },
    accounts: async (list) => {
      context.accountList = list;
      for (const account of list) {
        const state = accounts.get(account.id);
        if (state) state.account = account;
      }
      announce.tell({ type: 'accounts', accounts: list });
      changed(context, { views: true, facts: true });
    },
    notice: async (notice) => {
      if (notice.code === 'journal-unwritable') context.journalFails = true;
      if (notice.code === 'calls-unwritable') context.callsFail = true;
      announce.tell({ type: 'notice', notice });
    },
    showNotification: async ({ notification, title, body }) =>
      announce.tell({ type: 'notify', notification, title, body }),
    leaseLost: async () => lapse(),
    runCommand: async ({ command, ticketId, source }) =>
      announce.tell({ type: 'run-command', command, ticketId: ticketId as TicketId | null, source }),
  };
}

/** A store that was not told, or has lost its rows since, learns which tickets were made here before sync brings them as others'. */
async function bindDelivered(
  state: AccountState,
  delivered: readonly OutboxEntry[],
  pause: Pause,
): Promise<Result<unknown, StoreProblem>> {
  const known = new Set(state.madeHere.values());
  const entries = delivered.filter(({ ticketId }) => !known.has(ticketId));
  return entries.length === 0 ? ok(null) : settle(state, { entries, rows: noRows() }, pause);
}

/**
 * A closed database throws from the reads before the commit, which the guard does not answer for. Main sends the same again
 * later, as after every write that was not kept.
 */
async function closedIfThrown<Value>(
  write: () => Promise<Result<Value, StoreProblem>>,
): Promise<Result<Value, StoreProblem>> {
  try {
    return await write();
  } catch {
    return err('closed');
  }
}

/** Drafts and marks that main has not, or only in an older state: made while there was no link. */
function tellJournal(context: StoreContext, state: AccountState, journal: Journal): void {
  const known = new Map(journal.drafts.map((draft) => [draftKey(draft), draft.updatedAt]));
  for (const [key, draft] of state.drafts)
    if (draft.updatedAt > (known.get(key) ?? 0)) void context.main?.draftPut(draft).catch(() => undefined);
  const told = new Map(journal.marks.map((mark) => [mark.ticketId, mark]));
  const marks = [...state.marks.values()].filter((mark) => {
    const theirs = told.get(mark.ticketId);
    return !theirs || newerMark(theirs, mark) !== theirs;
  });
  if (marks.length > 0) void context.main?.putMarks(marks).catch(() => undefined);
}

export function tellHealth(context: StoreContext, accountId: AccountId): void {
  const health = context.healths.get(accountId);
  const state = context.accounts.get(accountId);
  if (!health) return;
  const { gone, conversation } = state?.columns.numbers() ?? {};
  let tickets = 0;
  let conversations = 0;
  for (let index = 0; index < (state?.columns.size() ?? 0); index++) {
    if (gone?.[index] !== 0) continue;
    tickets++;
    if (conversation?.[index] !== 0) conversations++;
  }
  context.announce.tell({
    type: 'health',
    health,
    unreadable: state?.unreadable ?? 0,
    rows: { tickets, conversations, articles: state?.articles.size ?? 0 },
  });
}
