import type { CallOptions, Page } from '#main/connectors/contract.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Account } from './account.ts';
import { pullChanges } from './pull-changes.ts';
import { changesFrom, readTicketCursor, type TicketCursor } from './ticket-cursor.ts';
import { listTickets, loadTickets, rowsOf, searchTickets, type TicketList } from './ticket-lists.ts';
import { exportPath, LAST_SEARCH_PAGE, nextSearch, watchedOf } from './ticket-paging.ts';
import { updateWatch } from './watch.ts';

const BATCH = 250;

/** Keeps one page of the export in memory, to be handed over in batches. */
export type ExportShelf = { page: { readonly asked: string; readonly list: TicketList } | null };

const page = (rows: Rows, cursor: TicketCursor, more: boolean, remaining: number | null): Page => ({
  rows,
  cursor: JSON.stringify(cursor),
  more,
  remaining,
});

/** The next page of tickets; the phases are told in `ticket-cursor.ts`. */
export async function pullTickets(
  account: Account,
  shelf: ExportShelf,
  text: string | null,
  options: CallOptions,
): Promise<Result<Page, Failure>> {
  const cursor = readTicketCursor(text, account.administrator);
  const { mode } = cursor;
  if (cursor.phase === 'changes') return pullChanges(account, cursor, options);
  if (cursor.phase === 'export') return pullExport(account, shelf, cursor, options);

  const filter = cursor.phase === 'mine' ? 'assignee:me status<solved' : '';
  const bound = cursor.bound === null ? '' : `updated<=${cursor.bound}`;
  const found = await searchTickets(account.client, `${filter} ${bound}`.trim(), 'desc', cursor.page, options);
  if (!found.ok) return found;
  const { hits, count, length } = found.value;
  const list = await loadTickets(
    account.client,
    hits.map((hit) => hit.id),
    options,
  );
  if (!list.ok) return list;
  const rows = await rowsOf(list.value, account, options);
  if (!rows.ok) return rows;
  const watch = mode === 'admin' ? '' : updateWatch(cursor.watch, watchedOf(list.value.tickets));
  const next = nextSearch(cursor, found.value);
  const base = { v: 1, mode, watch } as const;
  const remaining = count === null ? null : Math.max(0, count - length);

  if (cursor.phase === 'mine')
    return ok(
      page(
        rows.value,
        next
          ? { ...base, ...next, phase: 'mine', highWater: null }
          : { ...base, phase: 'newest', highWater: null, bound: null, page: 1, pages: 0 },
        true,
        null,
      ),
    );

  // Only the page without a bound shows what is newest.
  const highWater = cursor.highWater ?? hits[0]?.updated_at ?? null;
  const pages = cursor.pages + 1;
  if (next && (mode === 'agent' || pages < LAST_SEARCH_PAGE))
    return ok(page(rows.value, { ...base, ...next, phase: 'newest', highWater, pages }, true, remaining));
  if (mode === 'admin')
    return ok(page(rows.value, { ...base, phase: 'export', highWater, after: null, offset: 0 }, true, remaining));
  return ok(page(rows.value, changesFrom({ ...base, ...cursor, highWater, watch }, null, 0), true, 0));
}

async function pullExport(
  account: Account,
  shelf: ExportShelf,
  cursor: Extract<TicketCursor, { phase: 'export' }>,
  options: CallOptions,
): Promise<Result<Page, Failure>> {
  const asked = cursor.after ?? '';
  let offset = cursor.offset;
  if (shelf.page?.asked !== asked) {
    const waitMs = account.exports.waitMs();
    if (waitMs > 0) return ok({ ...page(noRows(), cursor, true, null), waitMs });
    const list = await listTickets(account.client, exportPath(cursor.after), options);
    // An administrator by name whose custom role may not export is served as an agent.
    if (!list.ok && list.error.code === 'forbidden')
      return ok(page(noRows(), readTicketCursor(null, false), true, null));
    if (!list.ok) return list;
    shelf.page = { asked, list: list.value };
    // The page may have moved on since it was last read: hand all of it over.
    offset = 0;
  }
  const { list } = shelf.page;
  const end = offset + BATCH;
  const rows = await rowsOf(
    { ...list, tickets: list.tickets.slice(offset, end), unreadable: offset === 0 ? list.unreadable : [] },
    account,
    options,
  );
  if (!rows.ok) return rows;
  const left = Math.max(0, list.tickets.length - end);
  if (left > 0) return ok(page(rows.value, { ...cursor, offset: end }, true, list.endOfStream ? left : null));
  shelf.page = null;
  const ended = list.endOfStream || list.after === null;
  const next: TicketCursor = ended
    ? changesFrom(cursor, list.after ?? cursor.after, account.now())
    : { ...cursor, after: list.after, offset: 0 };
  return ok(page(rows.value, next, true, ended ? 0 : null));
}
