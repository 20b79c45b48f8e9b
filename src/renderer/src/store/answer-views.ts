import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { ListColumn } from '#shared/domain/list-columns.ts';
import type { ViewQuery } from '#shared/domain/view.ts';
import { typedViewId, typedViewOf } from '#shared/views/typed-view.ts';
import { type AccountState, draftsOf, entriesOf, nameOf } from './account-state.ts';
import { channelAt, FOREVER, priorityAt, slaMetricAt, statusAt } from './columns.ts';
import type { DeskApi } from './desk-api.ts';
import type { QueryAnswer, RowsAnswer, RowsRequest, Standing, TicketHeader, ViewSummary } from './desk-views.ts';
import { hasWords } from './draft-words.ts';
import { evaluate, type Selection } from './evaluate-view.ts';
import { groupingOf } from './group-rows.ts';
import { listViews, queryFor, statesOf, viewOf } from './list-views.ts';
import { OWN_VIEWS } from './own-views.ts';
import { cellReader } from './read-cells.ts';
import { completionsAt, readQuery } from './read-query.ts';
import { type Sorted, sortRows } from './sort-rows.ts';
import { standingOf } from './standing-of.ts';
import { changed, isOpened, type StoreContext, skewOf } from './store-context.ts';
import { unreadTest } from './test-condition.ts';
import { pendingOf, viewedRows } from './viewed-rows.ts';

type Found = { readonly parts: readonly { readonly state: AccountState; readonly selection: Selection }[] };
type Sort = ViewQuery['sort'];

/** Lists kept in order at once: the one on screen, the one before, and what is counted. */
const SORTED_KEPT = 4;

/** Views over all accounts, computed when asked and kept until something changes or time alone changes them. */
export function createViews(context: StoreContext) {
  let version = -1;
  let until = Number.POSITIVE_INFINITY;
  let stopWaiting: () => void = () => {};
  const found = new Map<string, Found>();
  const sorted = new Map<string, { readonly parts: Found['parts']; readonly rows: Sorted }>();

  const refresh = (): void => {
    if (version === context.version && context.env.now() < until) return;
    version = context.version;
    until = Number.POSITIVE_INFINITY;
    found.clear();
    sorted.clear();
  };

  const find = (viewId: string, query: ViewQuery, accountId: AccountId | null): Found => {
    refresh();
    const known = found.get(viewId);
    if (known) return known;
    const now = context.env.now();
    const parts = statesOf(context, accountId).map((state) => ({
      state,
      selection: evaluate(queryFor(query, state), viewedRows(state), now, skewOf(context, state.account.id)),
    }));
    const result = { parts };
    if (typedViewOf(viewId)) forgetOldest();
    found.set(viewId, result);
    changesAt(Math.min(...parts.map((part) => part.selection.until)), now);
    return result;
  };

  /** Time alone changes what was answered: then it is asked for again. */
  const changesAt = (at: number, now: number): void => {
    if (at >= until) return;
    until = at;
    stopWaiting();
    // One day at most: a timer past 2^31 ms would fire at once.
    const wait = Math.min(until - now, 86_400_000);
    stopWaiting = context.env.after(wait, () => changed(context, { views: true }));
  };

  /** Each letter of a query that is being typed is a view of its own: only the last few are kept. */
  const forgetOldest = (): void => {
    const typed = [...found.keys()].filter((id) => typedViewOf(id));
    for (const id of typed.slice(0, Math.max(0, typed.length + 1 - SORTED_KEPT))) found.delete(id);
  };

  const sort = (viewId: string, wanted: Sort | null) => {
    const view = viewOf(context, viewId);
    if (!view?.query) return null;
    refresh();
    const by = wanted ?? view.query.sort;
    const key = `${by.by} ${by.descending} ${viewId}`;
    const known = sorted.get(key);
    if (known) return known;
    const { parts } = find(viewId, view.query, view.accountId);
    const { groupBy } = view.query;
    const rows = sortRows(
      parts.map((part) => ({ columns: part.state.columns, rows: part.selection.rows })),
      by,
      groupBy
        ? groupingOf(
            parts.map(({ state }) => state),
            groupBy,
          )
        : null,
    );
    if (sorted.size >= SORTED_KEPT) sorted.delete([...sorted.keys()][0] ?? '');
    const result = { parts, rows };
    sorted.set(key, result);
    return result;
  };

  return {
    /** Gives way between one view and the next: rows that a list waits for go before the counts. */
    async views(): Promise<readonly ViewSummary[]> {
      const summaries: ViewSummary[] = [];
      for (const view of listViews(context)) {
        await context.env.pause();
        const result = view.query ? find(view.id, view.query, view.accountId) : null;
        const sum = (of: (selection: Selection) => number): number =>
          result?.parts.reduce((total, part) => total + of(part.selection), 0) ?? 0;
        summaries.push({
          id: view.id,
          title: view.title,
          source: view.source,
          accountId: view.accountId,
          hidden: view.hidden,
          columns: view.columns,
          count: result ? sum((selection) => selection.rows.length) : null,
          unread: sum((selection) => selection.unread),
          complete: isComplete(context, view.accountId),
        });
      }
      return summaries;
    },
    rows(request: RowsRequest): RowsAnswer {
      const list = sort(request.viewId, request.sort);
      const total = list?.rows.length ?? 0;
      const offset = Math.max(0, Math.min(request.offset, total));
      const end = Math.min(total, offset + Math.max(0, request.limit));
      const readers = list?.parts.map((part) => headerReader(part.state, context.env.now(), request.columns)) ?? [];
      const rows: TicketHeader[] = [];
      for (let position = offset; position < end; position++) {
        const ref = list?.rows.at(position);
        const header = ref ? readers[ref.part]?.(ref.index) : undefined;
        if (header) rows.push(header);
      }
      return { total, offset, rows, groups: list?.rows.groups ?? null, opened: isOpened(context) };
    },
    idsOf(request: Pick<RowsRequest, 'viewId' | 'sort'>): readonly TicketId[] {
      const list = sort(request.viewId, request.sort);
      return Array.from({ length: list?.rows.length ?? 0 }, (_, position) => {
        const ref = list?.rows.at(position);
        return (ref && list?.parts[ref.part]?.state.columns.idAt(ref.index)) ?? '';
      });
    },
    standing({ solvedSince }: { readonly solvedSince: number }): Standing {
      const mine = find('own:mine', OWN_VIEWS.mine, null).parts;
      const solved = find('own:solved', OWN_VIEWS.solved, null).parts;
      const now = context.env.now();
      const headerOf = (state: AccountState, index: number) => headerReader(state, now)(index);
      const dueAt = ({ account }: Pick<AccountState, 'account'>, at: number) => at - skewOf(context, account.id);
      const standing = standingOf({ mine, solved }, { solvedSince, now, dueAt, headerOf });
      // Once it is missed, another is the next.
      const { nextSla } = standing;
      const at = nextSla?.slaAt ? nextSla.slaAt - skewOf(context, nextSla.accountId) : null;
      if (at !== null && at >= now) changesAt(at + 1, now);
      return standing;
    },
    countOutside({ viewId, ids }: { readonly viewId: string; readonly ids: readonly TicketId[] }): number {
      const view = viewOf(context, viewId);
      if (!view?.query) return ids.length;
      const listed = find(view.id, view.query, view.accountId).parts.map(({ state, selection }) => {
        const rows = new Uint8Array(state.columns.size());
        for (const row of selection.rows) rows[row] = 1;
        return { state, rows };
      });
      return ids.filter((id) => !listed.some(({ state, rows }) => rows[state.columns.indexOf(id)] === 1)).length;
    },
    locate(request: { readonly viewId: string; readonly sort: Sort | null; readonly ticketId: TicketId }): number {
      const list = sort(request.viewId, request.sort);
      if (!list) return -1;
      for (const [part, { state }] of list.parts.entries()) {
        const index = state.columns.indexOf(request.ticketId);
        if (index >= 0) return list.rows.positionOf({ part, index });
      }
      return -1;
    },
    read({ accountId, text, caret }: Parameters<DeskApi['readQuery']>[0]): QueryAnswer {
      const states = statesOf(context, accountId);
      const answer = readQuery(states, text);
      const { parts } = find(typedViewId(accountId, text), answer.query, accountId);
      return {
        ...answer,
        count: parts.reduce((sum, { selection }) => sum + selection.rows.length, 0),
        completion: completionsAt(states, text, caret),
      };
    },
    /** Unread tickets of mine, for the badge. */
    unreadOfMine(): number {
      const { parts } = find('own:mine', OWN_VIEWS.mine, null);
      return parts.reduce((total, part) => total + part.selection.unread, 0);
    },
  };
}

/** An account whose database does not open may hold anything, and so may those that are still to be opened. */
function isComplete(context: StoreContext, accountId: AccountId | null): boolean {
  const states = statesOf(context, accountId);
  if (states.length === 0 || (accountId === null && context.unopened.size > 0)) return false;
  return states.every((state) => state.cursors.get('tickets')?.complete ?? false);
}

/** What a column's `snoozedUntil` means now. */
export const snoozedAt = (until: number, now: number): TicketHeader['snoozed'] =>
  until > now ? { until: until === FOREVER ? null : until } : null;

/** Decodes rows of one account into headers. */
export function headerReader(
  state: AccountState,
  now: number,
  columns: readonly ListColumn[] = [],
): (index: number) => TicketHeader {
  const cellsAt = cellReader(state, columns);
  const numbers = state.columns.numbers();
  const isUnread = unreadTest(state.columns);
  return (index) => {
    const id = state.columns.idAt(index);
    const waitingSince = numbers.waitingSince[index] ?? 0;
    const slaAt = numbers.slaAt[index] ?? 0;
    const until = numbers.snoozedUntil[index] ?? 0;
    const skip = state.marks.get(id)?.skip ?? null;
    return {
      id,
      accountId: state.account.id,
      ...state.columns.textAt(index),
      status: statusAt(numbers.status[index] ?? 0),
      priority: priorityAt(numbers.priority[index] ?? 0),
      channel: channelAt(numbers.channel[index] ?? 0),
      requesterName: requesterName(state, id, state.columns.people.value(numbers.requester[index] ?? 0)),
      assigneeName: nameOf(state, state.columns.people.value(numbers.assignee[index] ?? 0)),
      updatedAt: numbers.updatedAt[index] ?? 0,
      waitingSince: waitingSince === 0 ? null : waitingSince,
      slaMetric: slaMetricAt(numbers.slaMetric[index] ?? 0),
      slaAt: slaAt === 0 ? null : slaAt,
      unread: isUnread(index),
      pending: pendingOf(entriesOf(state, id)),
      hasDraft: draftsOf(state, id).some(hasWords),
      starred: numbers.starred[index] === 1,
      snoozed: snoozedAt(until, now),
      woken: until > 0 && until <= now,
      cells: cellsAt(index),
      skipped: skip !== null && skip.ticketUpdatedAt === numbers.updatedAt[index] ? skip.reason : null,
    };
  };
}

/** A ticket made here may be for somebody whom the helpdesk does not know yet. */
function requesterName(state: AccountState, ticketId: TicketId, personId: string | null): string {
  if (personId !== null) return nameOf(state, personId);
  if (state.outbox.size === 0) return '';
  for (const { action } of entriesOf(state, ticketId))
    if (action.kind === 'create') return action.requester.name || (action.requester.email ?? '');
  return '';
}
