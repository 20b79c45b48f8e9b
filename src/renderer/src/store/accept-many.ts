import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { Client } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import { changesAnything } from '#shared/outbox/changes-anything.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { isStuck } from '#shared/outbox/order.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type AccountState, entriesOf } from './account-state.ts';
import { entryOn } from './build-entry.ts';
import type { AcceptedAll, AcceptProblem } from './desk-actions.ts';
import type { DeskApi } from './desk-api.ts';
import type { OutboxItem } from './desk-tickets.ts';
import { journalled, journalledByNext } from './journalled.ts';
import { refreshTickets } from './load-account.ts';
import { recordArticles } from './record-own.ts';
import { refreshColumn, showTicket } from './show-ticket.ts';
import type { TicketRow } from './storage.ts';
import { changed, type StoreContext, soonOpened } from './store-context.ts';
import type { Upkeep } from './upkeep.ts';

type AcceptMany = Pick<DeskApi, 'enqueueAll' | 'discardEntries' | 'batchProgress'>;
type Request = Parameters<DeskApi['enqueueAll']>[0][number];
type Built = {
  readonly entries: readonly OutboxEntry[];
  readonly unchanged: readonly TicketId[];
  /** What they were built on, and the last change to any row by then. */
  readonly rows: ReadonlyMap<TicketId, TicketRow>;
  readonly change: number;
};

/** Actions on many tickets at once: one write of the journal and one transaction for each account, and one way back. */
export function createAcceptMany(
  context: StoreContext,
  upkeep: Upkeep,
  whenMain: () => Promise<Client<MainContract>>,
  outbox: () => Promise<readonly OutboxItem[]>,
): AcceptMany {
  const { env } = context;

  const build = async (state: AccountState, requests: readonly Request[], batchId: string): Promise<Built> => {
    const ids = requests.map(({ ticketId }) => ticketId);
    const { change } = state;
    const rows = await state.storage.getMany('tickets', ids);
    const entries: OutboxEntry[] = [];
    const unchanged: TicketId[] = [];
    const now = env.now();
    for (const [at, request] of requests.entries()) {
      const { ticketId, action, draft } = request;
      const row = rows[at];
      const others = entriesOf(state, ticketId);
      const shown = showTicket(row, others, state.account.me.remoteId);
      if (shown && action.kind === 'update' && !changesAnything(shown.ticket, action.changes)) {
        unchanged.push(ticketId);
        continue;
      }
      const entry = entryOn(
        state,
        { ticketId, action, batchId, draft },
        { row, others },
        { id: env.newId(), now, undoMs: context.settings.undoSeconds * 1_000 },
      );
      if (entry && row?.gone == null) entries.push(entry);
    }
    const known = new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
    return { entries, unchanged, rows: known, change };
  };

  const keep = (state: AccountState, built: Built): Promise<Result<null, AcceptProblem>> =>
    state.write(async () => {
      const kept = await state.storage.commit({ put: { outbox: built.entries } });
      if (kept.ok) await show(state, built);
      return kept;
    });

  const show = async (state: AccountState, { entries, rows, change }: Built): Promise<void> => {
    for (const entry of entries) state.outbox.set(entry.id, entry);
    if (state.change !== change) return refreshTickets(state, ticketsOf(entries));
    for (const id of ticketsOf(entries)) refreshColumn(state, id, rows.get(id));
  };

  const tell = (state: AccountState, entries: readonly OutboxEntry[]): void => {
    changed(context, { views: true, ticketIds: ticketsOf(entries), outbox: true });
    upkeep.soon(state);
  };

  /** Those that count as accepted afterwards; a problem when none does. */
  const accept = async (state: AccountState, built: Built): Promise<Result<readonly OutboxEntry[], AcceptProblem>> => {
    const accountId = state.account.id;
    const { entries } = built;
    const put = await journalled(context, () => context.main?.journalPutAll({ accountId, entries: [...entries] }));
    if (!put.ok && put.error !== 'maybe') return err(put.error);
    const kept = await keep(state, built);
    let accepted = entries;
    if (!put.ok) {
      if (!kept.ok) for (const entry of entries) state.outbox.set(entry.id, entry);
      tell(state, entries);
      await journalledByNext(context, whenMain, (main) => main.journalPutAll({ accountId, entries: [...entries] }));
    } else if (!kept.ok) {
      // Journalled only, they would be sent although we say that they are not kept.
      const gone = await withdrawn(accountId, entries);
      accepted = entries.filter(({ id }) => !gone.has(id));
      if (accepted.length === 0) return kept;
      for (const entry of accepted) state.outbox.set(entry.id, entry);
    }
    tell(state, entries);
    void recordArticles(context, state, accepted).catch(() => undefined);
    return ok(accepted);
  };

  const withdrawn = async (accountId: AccountId, entries: readonly OutboxEntry[]): Promise<ReadonlySet<string>> => {
    const entryIds = entries.map(({ id }) => id);
    return new Set(await context.main?.journalDiscardAll({ accountId, entryIds }).catch(() => []));
  };

  const enqueueIn = async (
    accountId: AccountId,
    requests: readonly Request[],
    batchId: string,
  ): Promise<Pick<AcceptedAll, 'accepted' | 'unchanged' | 'refused'>> => {
    const refuse = (problem: AcceptProblem, ids = requests.map(({ ticketId }) => ticketId)) =>
      ids.map((ticketId) => ({ ticketId, problem }));
    const none = (problem: AcceptProblem) => ({ accepted: [], unchanged: [], refused: refuse(problem) });
    const state = context.accounts.get(accountId);
    if (!context.main) return none('no-link');
    if (!state) return none(context.unopened.has(accountId) ? 'cannot-open' : 'unknown-ticket');
    const problem = state.storage.problem();
    if (problem) return none(problem);
    const built = await build(state, requests, batchId);
    const { entries, unchanged } = built;
    const known = new Set([...unchanged, ...ticketsOf(entries)]);
    const unknown = requests.map(({ ticketId }) => ticketId).filter((id) => !known.has(id));
    const accepted = entries.length === 0 ? ok([]) : await accept(state, built);
    const stay = new Set(accepted.ok ? ticketsOf(accepted.value) : []);
    const lost = ticketsOf(entries).filter((id) => !stay.has(id));
    return {
      accepted: (accepted.ok ? accepted.value : []).map(({ id, ticketId, notBefore }) => ({
        entryId: id,
        ticketId,
        notBefore,
      })),
      unchanged,
      refused: [...refuse('unknown-ticket', unknown), ...refuse(accepted.ok ? 'full' : accepted.error, lost)],
    };
  };

  return {
    async enqueueAll(requests) {
      await soonOpened(context);
      const batchId = env.newId();
      const accountIds = [...new Set(requests.map(({ accountId }) => accountId))];
      const parts = [];
      for (const accountId of accountIds)
        parts.push(
          await enqueueIn(
            accountId,
            requests.filter((request) => request.accountId === accountId),
            batchId,
          ),
        );
      return {
        batchId,
        accepted: parts.flatMap(({ accepted }) => accepted),
        unchanged: parts.flatMap(({ unchanged }) => unchanged),
        refused: parts.flatMap(({ refused }) => refused),
      };
    },

    async discardEntries(entryIds) {
      const { main } = context;
      if (!main) return err('no-link');
      const gone: string[] = [];
      let problem: AcceptProblem | null = null;
      for (const state of context.accounts.values()) {
        const entries = entryIds.flatMap((id) => state.outbox.get(id) ?? []);
        if (entries.length === 0) continue;
        try {
          const accountId = state.account.id;
          const ids = new Set(await main.journalDiscardAll({ accountId, entryIds: entries.map(({ id }) => id) }));
          const dropped = entries.filter(({ id }) => ids.has(id));
          if (dropped.length < entries.length && context.journalFails) problem = 'full';
          await drop(state, dropped);
          gone.push(...ids);
        } catch {
          problem = 'no-link';
        }
      }
      return problem !== null && gone.length === 0 ? err(problem) : ok(gone);
    },

    async batchProgress(batchId, accountIds) {
      const { main } = context;
      if (!main) return err('no-link');
      try {
        const told = await Promise.all(accountIds.map((accountId) => main.batchCounts({ accountId, batchId })));
        const items = (await outbox()).filter(({ entry }) => entry.batchId === batchId);
        const stuck = items.filter(({ entry }) => isStuck(entry));
        return ok({
          delivered: told.reduce((sum, { delivered }) => sum + delivered, 0),
          takenBack: told.reduce((sum, { takenBack }) => sum + takenBack, 0),
          waiting: items.length - stuck.length,
          stuck,
        });
      } catch {
        return err('no-link');
      }
    },
  };

  async function drop(state: AccountState, entries: readonly OutboxEntry[]): Promise<void> {
    await state.write(async () => {
      // The journal has dropped them; should this commit fail, the next fold removes them.
      await state.storage.commit({ delete: { outbox: entries.map(({ id }) => id) } });
      for (const { id } of entries) state.outbox.delete(id);
      await refreshTickets(state, ticketsOf(entries)).catch(() => undefined);
    });
    tell(state, entries);
  }
}

const ticketsOf = (entries: readonly OutboxEntry[]): readonly TicketId[] => [
  ...new Set(entries.map(({ ticketId }) => ticketId)),
];
