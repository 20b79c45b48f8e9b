import { KEYS, type RawStorage, TABLES, type TableName, type Tables, type TicketRow } from '#renderer/store/storage.ts';

type Held = Map<TableName, Map<string, unknown>>;

/** How a simulated disk behaves before it takes a commit: return to take it, throw to refuse it, never settle to hang. */
export type Disk = { beforeCommit?(): Promise<void> };

/** Tables in memory, with the same contract as the database. `held` outlives a close, as a disk would. */
export function memoryStorage(held: Held = new Map(), disk: Disk = {}): RawStorage {
  for (const table of TABLES) if (!held.has(table)) held.set(table, new Map());
  const rowsOf = <T extends TableName>(table: T): Map<string, Tables[T]> => held.get(table) as Map<string, Tables[T]>;
  let closed = false;
  const check = (): void => {
    if (closed) throw new DOMException('The database is closed.', 'DatabaseClosedError');
  };
  return {
    async get(table, key) {
      check();
      return rowsOf(table).get(key);
    },
    async getMany(table, keys) {
      check();
      return keys.map((key) => rowsOf(table).get(key));
    },
    async all(table) {
      check();
      return [...rowsOf(table)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    },
    async ofTickets(table, ids) {
      check();
      const wanted = new Set(ids);
      return [...rowsOf(table).values()].filter((row) => wanted.has(row.ticketId));
    },
    async between(table, first, last) {
      check();
      const idOf = (row: TicketRow | { readonly ticketId: string }): string =>
        'ticketId' in row ? row.ticketId : row.id;
      return [...rowsOf(table).values()]
        .filter((row) => idOf(row) >= first && idOf(row) <= last)
        .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    },
    async ticketsAfter(change, visit) {
      check();
      const rows = [...rowsOf('tickets').values()].filter((row: TicketRow) => row.change > change);
      if (rows.length > 0) visit(rows.sort((a, b) => a.change - b.change));
    },
    async count(table) {
      check();
      return rowsOf(table).size;
    },
    async commit(changes) {
      check();
      const copy = structuredClone(changes);
      await disk.beforeCommit?.();
      check();
      for (const table of copy.clear ?? []) rowsOf(table).clear();
      for (const table of TABLES) {
        for (const key of copy.delete?.[table] ?? []) rowsOf(table).delete(key);
        for (const row of copy.put?.[table] ?? [])
          held.get(table)?.set((row as unknown as Record<string, string>)[KEYS[table]] ?? '', row);
      }
    },
    onLost() {},
    close() {
      closed = true;
    },
  };
}
