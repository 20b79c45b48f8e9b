import type { Person } from '#shared/domain/desk.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { type Columns, createColumns } from './columns.ts';
import type { ArticleSummary } from './desk-tickets.ts';
import { readPacked } from './packed-columns.ts';
import type { Storage } from './storage.ts';

/**
 * People and article titles as one text each: reading 20,000 people row by row takes a second, parsing them 30 ms. A commit that
 * writes such rows deletes the saved list in the same transaction.
 */
export const SAVED_PEOPLE = 'saved-people';
export const SAVED_ARTICLES = 'saved-articles';

type Snapshot = {
  /** Of the last row it holds. */
  readonly change: number;
  /** Tickets with live entries when it was made: what lay over them may have gone since. */
  readonly overlaid: readonly TicketId[];
  readonly packed: unknown;
};

export type Restored = { readonly columns: Columns; readonly change: number; readonly overlaid: readonly TicketId[] };

/** The columns as they were last saved, or empty ones with change 0, from which every row is read again. */
export async function restoreColumns(storage: Storage): Promise<Restored> {
  const found = (await storage.get('meta', 'columns'))?.value as Partial<Snapshot> | undefined;
  const packed = readPacked(found?.packed);
  if (!packed || typeof found?.change !== 'number' || !Array.isArray(found.overlaid))
    return { columns: createColumns(), change: 0, overlaid: [] };
  return { columns: createColumns(packed), change: found.change, overlaid: found.overlaid };
}

/** Saves the columns for the next start. Losing them costs time, nothing else, so a problem is not told. */
export async function saveColumns(
  storage: Storage,
  columns: Columns,
  change: number,
  overlaid: readonly TicketId[],
  lists: { readonly people: Iterable<Person>; readonly articles: Iterable<ArticleSummary> },
): Promise<void> {
  const value: Snapshot = { change, overlaid, packed: columns.pack() };
  await storage.commit({
    put: {
      meta: [
        { key: 'columns', value },
        { key: SAVED_PEOPLE, value: JSON.stringify([...lists.people]) },
        { key: SAVED_ARTICLES, value: JSON.stringify([...lists.articles]) },
      ],
    },
  });
}

/** A saved list, or null when rows have changed since and it must be read from them. */
export async function readSaved<Row>(storage: Storage, key: string): Promise<readonly Row[] | null> {
  const value = (await storage.get('meta', key))?.value;
  return typeof value === 'string' ? (JSON.parse(value) as readonly Row[]) : null;
}
