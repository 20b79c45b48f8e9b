import { Dexie, type Table } from 'dexie';
import type { AccountId } from '#shared/domain/ids.ts';
import type { StoreProblem } from '#shared/link/values.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type OfTicket, type RawStorage, TABLES, type TableName, type Tables, type TicketRow } from './storage.ts';

export const databaseName = (account: AccountId): string => `holdfast-${account}`;

const VERSION = 4;
/** Dexie counts versions in tens of the database's own. */
const PER_VERSION = 10;

/** Rows handed over at a time where a table is read whole. */
const CHUNK = 2_000;

/**
 * Opens the account's database. `newer-database` when a later Holdfast wrote it; it is then left alone.
 * Durability is relaxed: what the agent wrote is in the journal, what the helpdesk told can be pulled again.
 */
export async function openDexieStorage(account: AccountId): Promise<Result<RawStorage, StoreProblem>> {
  const name = databaseName(account);
  // Looked at from outside: Dexie would open a newer database and add its own tables to it.
  const there = await indexedDB.databases().catch(() => []);
  if (there.some((one) => one.name === name && (one.version ?? 0) >= (VERSION + 1) * PER_VERSION))
    return err('newer-database');
  // Opened once, here: a connection that was lost must not come back behind the guard's back, empty perhaps.
  const db = new Dexie(name, { chromeTransactionDurability: 'relaxed', autoOpen: false });
  // 1: the first. `change` finds tickets written since the columns were last saved; the `ticketId`s assemble a
  // conversation. Views and search read the columns, never the tables, so that nothing else needs an index: each one
  // costs about two seconds per 100,000 rows written.
  db.version(1).stores({
    tickets: 'id, change',
    messages: 'remoteId, ticketId',
    events: 'remoteId, ticketId',
    people: 'remoteId',
    groups: 'remoteId',
    organizations: 'remoteId',
    articles: 'remoteId',
    macros: 'remoteId',
    views: 'remoteId',
    fields: 'remoteId',
    ratings: 'remoteId, ticketId',
    outbox: 'id',
    drafts: 'key',
    marks: 'ticketId',
    cursors: 'stream',
    unreadable: 'key',
    meta: 'key',
  });
  // 2: tickets tell what was promised and what they are linked with. Rows kept before know of neither: they say so, and without
  // a cursor all tickets are read anew.
  db.version(2).upgrade(async (upgrade) => {
    await upgrade
      .table('tickets')
      .toCollection()
      .modify((row: { ticket: Partial<TicketRow['ticket']> }) => {
        row.ticket = { ...row.ticket, sla: [], links: [] };
      });
    await upgrade.table('cursors').delete('tickets');
  });
  // 3: macros tell their steps, where they told the helpdesk's own actions. They are read whole at every pull of the desk.
  db.version(3).upgrade((upgrade) => upgrade.table('macros').clear());
  // 4: tickets tell who follows them: as in 2, all of them are read anew. Dynamic content has come, and files that go along with
  // macros, of which those that were kept do not know whether they have any.
  db.version(4)
    .stores({ dynamicContent: 'remoteId', macroFiles: 'remoteId' })
    .upgrade(async (upgrade) => {
      await upgrade
        .table('tickets')
        .toCollection()
        .modify((row: { ticket: Partial<TicketRow['ticket']> }) => {
          row.ticket = { ...row.ticket, followerIds: [] };
        });
      await upgrade.table('cursors').delete('tickets');
      await upgrade.table('macros').toCollection().modify({ attachments: 'unasked' });
    });
  try {
    await db.open();
  } catch (error) {
    db.close();
    return err(isNewer(error) ? 'newer-database' : 'cannot-open');
  }
  return ok(storageOver(db));
}

/** Deletes the account's database: only when the agent removed the account. */
export const deleteDexieStorage = (account: AccountId): Promise<void> => Dexie.delete(databaseName(account));

function storageOver(db: Dexie): RawStorage {
  const table = <T extends TableName>(name: T): Table<Tables[T], string> => db.table(name);
  return {
    get: (name, key) => table(name).get(key),
    getMany: (name, keys) => table(name).bulkGet([...keys]),
    async all<T extends TableName>(name: T) {
      const rows: Tables[T][] = [];
      for (let from: string | null = null; ; ) {
        const part: Tables[T][] = await (from === null
          ? table(name).orderBy(':id')
          : table(name).where(':id').above(from)
        )
          .limit(CHUNK)
          .toArray();
        rows.push(...part);
        if (part.length < CHUNK) return rows;
        from = String(part.at(-1)?.[db.table(name).schema.primKey.keyPath as keyof Tables[T]]);
      }
    },
    // `anyOf` walks a cursor; `equals` reads all at once, and an opened ticket waits for it.
    ofTickets: <T extends OfTicket>(name: T, ids: readonly string[]) =>
      (ids.length === 1
        ? table(name)
            .where('ticketId')
            .equals(ids[0] ?? '')
        : table(name)
            .where('ticketId')
            .anyOf([...ids])
      ).toArray(),
    between: (name, first, last) =>
      table(name)
        .where(name === 'tickets' ? 'id' : 'ticketId')
        .between(first, last, true, true)
        .toArray(),
    async ticketsAfter(change, visit) {
      for (let from = change; ; ) {
        const part: TicketRow[] = await table('tickets').where('change').above(from).limit(CHUNK).toArray();
        if (part.length > 0) visit(part);
        if (part.length < CHUNK) return;
        from = part.at(-1)?.change ?? from;
      }
    },
    count: (name) => table(name).count(),
    async commit(changes) {
      const touched = TABLES.filter(
        (name) => changes.clear?.includes(name) || changes.delete?.[name]?.length || changes.put?.[name]?.length,
      );
      if (touched.length === 0) return;
      await db.transaction('rw', touched, async () => {
        for (const name of touched) {
          if (changes.clear?.includes(name)) await table(name).clear();
          const keys = changes.delete?.[name];
          if (keys?.length) await table(name).bulkDelete([...keys]);
          const rows = changes.put?.[name];
          if (rows?.length) await db.table(name).bulkPut([...rows]);
        }
      });
    },
    onLost(listener) {
      db.on('close', listener);
      // Another window upgrades the database: let it, and read no further.
      db.on('versionchange', () => {
        db.close();
        listener();
      });
    },
    close: () => db.close(),
  };
}

const isNewer = (error: unknown): boolean => error instanceof Error && error.name === 'VersionError';
