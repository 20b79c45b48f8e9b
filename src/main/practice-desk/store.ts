import type { TableName, Tables } from './model.ts';
import { TABLE_NAMES } from './model.ts';

export type Op =
  | { readonly table: TableName; readonly put: { readonly id: number | string } }
  | { readonly table: TableName; readonly remove: number | string };

/** Where commits go so that they are there after a restart. */
export type Journal = { readonly append: (ops: readonly Op[]) => void };

/**
 * The desk's tables, in memory. Changes gather until `commit`, which hands them to the journal as one unit: what an
 * answer reported is on disk before the answer leaves.
 */
export type DeskStore = {
  readonly get: <Name extends TableName>(table: Name, id: number | string) => Tables[Name] | undefined;
  readonly all: <Name extends TableName>(table: Name) => readonly Tables[Name][];
  readonly put: <Name extends TableName>(table: Name, record: Tables[Name]) => void;
  readonly remove: (table: TableName, id: number | string) => void;
  /** Audits of a ticket, oldest first. */
  readonly auditsOf: (ticketId: number) => readonly Tables['audits'][];
  /** The next number of a sequence; the first is `start`. */
  readonly nextId: (sequence: string, start: number) => number;
  readonly commit: () => void;
};

export const createStore = (rows: Iterable<Op>, journal: Journal): DeskStore => {
  const tables = new Map<TableName, Map<number | string, { readonly id: number | string }>>(
    TABLE_NAMES.map((name) => [name, new Map()]),
  );
  const table = (name: TableName) => {
    const found = tables.get(name);
    if (!found) throw new Error(`No table ${name}`);
    return found;
  };
  const audits = new Map<number, Tables['audits'][]>();
  let pending: Op[] = [];
  const cache = new Map<TableName, readonly unknown[]>();

  const apply = (op: Op): void => {
    cache.delete(op.table);
    if ('remove' in op) {
      table(op.table).delete(op.remove);
      return;
    }
    table(op.table).set(op.put.id, op.put);
    if (op.table !== 'audits') return;
    const audit = op.put as Tables['audits'];
    const list = audits.get(audit.ticket_id) ?? [];
    const at = list.findIndex((known) => known.id === audit.id);
    if (at >= 0) list[at] = audit;
    else list.push(audit);
    audits.set(audit.ticket_id, list);
  };
  for (const op of rows) apply(op);

  const write = (op: Op): void => {
    apply(op);
    pending.push(op);
  };
  const store: DeskStore = {
    get: <Name extends TableName>(name: Name, id: number | string) => table(name).get(id) as Tables[Name] | undefined,
    all: <Name extends TableName>(name: Name) => {
      const known = cache.get(name) ?? [...table(name).values()];
      cache.set(name, known);
      return known as readonly Tables[Name][];
    },
    put: (name, record) => write({ table: name, put: record }),
    remove: (name, id) => write({ table: name, remove: id }),
    auditsOf: (ticketId) => audits.get(ticketId) ?? [],
    nextId: (sequence, start) => {
      const value = (store.get('facts', sequence)?.value ?? start - 1) + 1;
      store.put('facts', { id: sequence, value });
      return value;
    },
    commit: () => {
      if (pending.length === 0) return;
      const ops = pending;
      pending = [];
      journal.append(ops);
    },
  };
  return store;
};

/** Everything that is kept, as one list of ops: what a snapshot holds. */
export function* everything(store: DeskStore): Generator<Op> {
  for (const name of TABLE_NAMES) for (const put of store.all(name)) yield { table: name, put };
}
