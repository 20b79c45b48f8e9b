import { type Hits, LIST_INCLUDE } from './ticket-lists.ts';
import type { WireTicket } from './wire.ts';

const SEARCH_PAGE = 100;
// Zendesk's search gives no more than a thousand results of one query.
export const LAST_SEARCH_PAGE = 10;
const EXPORT_PAGE = 1000;

export const watchedOf = (tickets: readonly WireTicket[]) =>
  tickets.map((ticket) => ({ id: ticket.id, watched: ticket.status !== 'closed' && ticket.status !== 'deleted' }));

/** Where a keyset search goes on after a page; null at its end. */
export function nextSearch(
  at: { readonly bound: string | null; readonly page: number },
  found: Pick<Hits, 'hits' | 'length'>,
): { readonly bound: string | null; readonly page: number } | null {
  if (found.length < SEARCH_PAGE) return null;
  const last = found.hits.at(-1)?.updated_at ?? null;
  // A page that is all of one second, or of which nothing could be read, goes on by number.
  if (last !== null && last !== at.bound) return { bound: last, page: 1 };
  if (at.page < LAST_SEARCH_PAGE) return { bound: at.bound, page: at.page + 1 };
  return null;
}

/** Where the export begins: the API wants a time, and has nothing before this one. */
const BEGINNING = 1;

export const exportPath = (after: string | null): string =>
  `/api/v2/incremental/tickets/cursor?${new URLSearchParams({
    ...(after === null ? { start_time: String(BEGINNING) } : { cursor: after }),
    per_page: String(EXPORT_PAGE),
    include: LIST_INCLUDE,
  })}`;
