import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseName, deleteDexieStorage, openDexieStorage } from '#renderer/store/dexie-storage.ts';
import { storageContract } from './storage-contract.ts';

let name = '';
beforeEach(() => {
  name = `test-${crypto.randomUUID()}`;
});
afterEach(() => deleteDexieStorage(name));
const open = async () => {
  const opened = await openDexieStorage(name);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
};

describe('the database', () => {
  storageContract(open);

  it('of the first version keeps its tickets, which promise nothing until they are read anew', async () => {
    const first = new Dexie(databaseName(name));
    first.version(1).stores({ tickets: 'id, change', cursors: 'stream' });
    await first.open();
    const kept = { id: 'desk-1:7', change: 4, ticket: { remoteId: '7', subject: 'Zip' } };
    await first.table('tickets').put(kept);
    await first.table('cursors').bulkPut([{ stream: 'tickets' }, { stream: 'articles' }]);
    first.close();
    const now = await open();
    expect(await now.get('tickets', 'desk-1:7')).toEqual({
      ...kept,
      ticket: { ...kept.ticket, sla: [], links: [], followerIds: [] },
    });
    expect((await now.all('cursors')).map(({ stream }) => stream)).toEqual(['articles']);
    now.close();
  });

  it('of the second version has no macros until they are read anew', async () => {
    const second = new Dexie(databaseName(name));
    second.version(2).stores({ macros: 'remoteId', groups: 'remoteId' });
    await second.open();
    await second
      .table('macros')
      .put({ remoteId: 'm-1', title: 'Solve', actions: [{ field: 'status', value: 'solved' }] });
    await second.table('groups').put({ remoteId: 'g-1', name: 'Billing' });
    second.close();
    const now = await open();
    expect(await now.all('macros')).toEqual([]);
    expect((await now.all('groups')).map(({ remoteId }) => remoteId)).toEqual(['g-1']);
    now.close();
  });

  it('of the third version keeps its tickets, which nobody follows until they are read anew, and its macros', async () => {
    const third = new Dexie(databaseName(name));
    third.version(3).stores({ tickets: 'id, change', cursors: 'stream', macros: 'remoteId' });
    await third.open();
    const kept = { id: 'desk-1:7', change: 4, ticket: { remoteId: '7', links: [{ kind: 'problem', remoteId: '3' }] } };
    await third.table('tickets').put(kept);
    await third.table('cursors').bulkPut([{ stream: 'tickets' }, { stream: 'articles' }]);
    await third.table('macros').put({ remoteId: 'm-1', title: 'Slip' });
    third.close();
    const now = await open();
    expect(await now.get('tickets', 'desk-1:7')).toEqual({ ...kept, ticket: { ...kept.ticket, followerIds: [] } });
    expect((await now.all('cursors')).map(({ stream }) => stream)).toEqual(['articles']);
    expect(await now.all('macros')).toEqual([{ remoteId: 'm-1', title: 'Slip', attachments: 'unasked' }]);
    now.close();
  });

  it('of a newer program is left alone', async () => {
    const newer = new Dexie(databaseName(name));
    newer.version(9).stores({ tickets: 'id, change', other: 'id' });
    await newer.open();
    newer.close();
    expect(await openDexieStorage(name)).toEqual({ ok: false, error: 'newer-database' });
    const after = (await indexedDB.databases()).find((one) => one.name === databaseName(name));
    expect(after?.version).toBe(90);
  });

  it('tells when another window takes it away', async () => {
    const one = await open();
    const lost = new Promise<void>((resolve) => one.onLost(resolve));
    await Dexie.delete(databaseName(name));
    await lost;
    await expect(one.get('meta', 'x')).rejects.toThrow(/closed/i);
  });
});
