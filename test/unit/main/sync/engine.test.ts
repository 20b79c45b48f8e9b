import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Connector, Page } from '#main/connectors/contract.ts';
import { type Journal, openJournal } from '#main/journal/journal.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { type Engine, startEngine } from '#main/sync/engine.ts';
import { watchLostAnswers } from '#main/sync/lost-answers.ts';
import type { Store } from '#main/sync/pull-streams.ts';
import type { Account, Health } from '#shared/domain/account.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { Batch } from '#shared/link/values.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { capabilitiesWith } from '../../../support/capabilities.ts';
import { aMessage, anEntry, aTicket, NOON } from '../../../support/outbox-entry.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

const account: Account = {
  id: 'test',
  connectorId: 'model',
  label: 'Model',
  config: {},
  me: { remoteId: 'me', name: 'Me', email: null, administrator: false, groupIds: [] },
  practice: false,
};

let folder: string;
let journal: Journal;
let engine: Engine | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-engine-'));
  journal = await openJournal(nodeDisk, join(folder, 'journal.log'), () => NOON);
});
afterEach(async () => {
  await engine?.stop();
  engine = null;
  await journal.close();
  await rm(folder, { recursive: true, force: true });
});

/** A helpdesk of three ticket pages and a store that keeps what it is given; both say no when told. */
function setUp() {
  const clock = virtualClock(NOON);
  const down: { failure: Failure | null } = { failure: null };
  const storeSays: { full: boolean; thrown: Error | null } = { full: false, thrown: null };
  const paced: { ms: number | null } = { ms: null };
  const kept: string[] = [];
  const order: string[] = [];
  const batches: Batch[] = [];
  const settled: OutboxEntry[] = [];
  const health: Health[] = [];
  const synced: number[] = [];
  const guarded = async <Value>(name: string, value: () => Value): Promise<Result<Value, Failure>> => {
    order.push(name);
    return down.failure ? err(down.failure) : ok(value());
  };
  const page = (cursor: string | null): Page => {
    const next = Number(cursor ?? 0) + 1;
    return {
      rows: { ...noRows(), tickets: [aTicket({ remoteId: String(next) })] },
      cursor: String(next),
      more: next < 3,
      remaining: 3 - next,
      ...(paced.ms !== null && { rows: noRows(), cursor: cursor ?? '', more: true, waitMs: paced.ms }),
    };
  };
  const push = vi.fn(() =>
    guarded('push', () => ({
      ticketRemoteId: '1',
      messageRemoteId: 'm2',
      rows: { ...noRows(), tickets: [aTicket({ version: 'v2' })] },
    })),
  );
  const connector: Connector = {
    capabilities: capabilitiesWith({
      pollMs: { desk: 60_000, tickets: 5_000, articles: 60_000, ratings: 60_000 },
      abilities: { merge: 'plain', followers: true },
    }),
    whoAmI: () => guarded('whoAmI', () => account.me),
    pull: (stream, cursor) => guarded(`${stream} ${cursor}`, () => page(cursor)),
    conversation: (id) =>
      guarded(`conversation ${id}`, () => ({
        ...noRows(),
        tickets: [aTicket({ remoteId: id })],
        messages: [aMessage('m1')],
      })),
    push,
    readBack: () => guarded('readBack', () => ({ found: 'no' as const })),
    merge: () => guarded('merge', () => null),
    mergeEnded: () => guarded('mergeEnded', () => true),
    macroFiles: () => guarded('macroFiles', () => []),
    attachment: () => guarded('attachment', () => ({ mimeType: 'image/png', bytes: new Uint8Array() })),
  };
  const store = {
    applyBatch: async (batch: Batch) => {
      if (storeSays.thrown) throw storeSays.thrown;
      if (storeSays.full) return err('full' as const);
      batches.push(batch);
      return ok(null);
    },
    settle: async ({ entries }: { entries: OutboxEntry[] }) => {
      settled.push(...entries);
      return ok(null);
    },
    conversationsWanted: async () => [],
    ticketsKept: async () => kept,
    health: async (told: Health) => void health.push(told),
  } as unknown as Store;
  const start = (cursor: string | null = null, lastSyncAt: number | null = null): Engine => {
    engine = startEngine(
      {
        account: () => account,
        connector,
        journal,
        lost: watchLostAnswers(journal, clock),
        store,
        clock,
        random: () => 0,
        log: () => undefined,
        prefetchTickets: () => 0,
        journalFailed: (error) => {
          throw error;
        },
        fetchOriginal: async () => err({ code: 'offline', cause: 'other', detail: '' }),
        synced: (at) => void synced.push(at),
        identified: () => undefined,
        conversationRead: async () => undefined,
        keepFile: async () => '',
      },
      {
        cursors: cursor === null ? {} : { tickets: cursor },
        complete: lastSyncAt === null ? [] : ['tickets'],
        lastSyncAt,
      },
    );
    return engine;
  };
  const cursors = () => batches.filter(({ stream }) => stream === 'tickets').map(({ cursor }) => cursor);
  return { clock, down, storeSays, paced, kept, order, batches, settled, health, synced, push, start, cursors };
}

const lastState = (entries: readonly OutboxEntry[]) => entries.at(-1)?.state.name;

test('a first fill goes page by page to its end and is then looked at again', async () => {
  const model = setUp();
  model.start();
  await model.clock.advance(100);
  expect(model.cursors()).toEqual(['1', '2', '3']);
  expect(model.batches.at(-1)?.complete).toBe(true);
  expect(model.health.at(-1)).toMatchObject({ online: true, phase: 'idle', complete: ['tickets'], lastSyncAt: NOON });
  await model.clock.advance(5_000);
  expect(model.cursors().length).toBeGreaterThan(3);
});

test('what was kept before the first page is asked for by itself, and the page is kept only after that', async () => {
  const model = setUp();
  model.kept.push('1', '9');
  model.down.failure = { code: 'offline', cause: 'refused', detail: 'down' };
  model.start();
  await model.clock.advance(10);
  model.down.failure = null;
  await model.clock.advance(5_000);
  const asked = model.order.filter((call) => /^(tickets|conversation)/.test(call));
  expect(asked.slice(-4)).toEqual(['tickets null', 'conversation 9', 'tickets 1', 'tickets 2']);
  expect(model.batches.map(({ stream }) => stream)).toEqual([null, 'tickets', 'tickets', 'tickets']);
});

test('a page that the store could not keep is asked for again, and nothing after it', async () => {
  const model = setUp();
  model.storeSays.full = true;
  model.start('1');
  await model.clock.advance(100);
  expect(model.order.filter((call) => call.startsWith('tickets'))).toEqual(['tickets 1']);
  model.storeSays.full = false;
  await model.clock.advance(3_000);
  expect(model.cursors()).toEqual(['2', '3']);
});

test('whatever is thrown over a page costs a wait, and sync goes on', async () => {
  const model = setUp();
  model.storeSays.thrown = new Error('The store broke off.');
  model.start('1');
  await model.clock.advance(100);
  expect(model.order.filter((call) => call.startsWith('tickets'))).toEqual(['tickets 1']);
  model.storeSays.thrown = null;
  await model.clock.advance(3_000);
  expect(model.cursors()).toEqual(['2', '3']);
});

test('our own pace makes only its stream wait: nothing is wrong, and what the agent wrote goes out', async () => {
  const model = setUp();
  model.paced.ms = 20_000;
  await journal.append([{ type: 'put', entry: anEntry(1) }]);
  model.start().outboxChanged();
  await vi.waitFor(async () => {
    await model.clock.advance(10);
    expect(lastState(model.settled)).toBe('confirmed');
  });
  expect(model.health.every(({ problem }) => problem === null)).toBe(true);
  expect(model.health.at(-1)?.phase).toBe('first-sync');
  expect(model.cursors()).toEqual([]);
  model.paced.ms = null;
  await model.clock.advance(20_000);
  expect(model.cursors()).toEqual(expect.arrayContaining(['1', '2', '3']));
});

test('an outage is waited out with growing patience and ends without a click', async () => {
  const model = setUp();
  model.down.failure = { code: 'offline', cause: 'refused', detail: '' };
  model.start();
  await model.clock.advance(60_000);
  const tries = model.order.length;
  expect(tries).toBeGreaterThan(3);
  expect(tries).toBeLessThan(10);
  expect(model.health.at(-1)).toMatchObject({ online: false, problem: { code: 'offline' } });
  model.down.failure = null;
  await model.clock.advance(45_000);
  expect(model.health.at(-1)).toMatchObject({ online: true, problem: null });
  expect(model.cursors()).toEqual(expect.arrayContaining(['1', '2', '3']));
});

test('how old the cache is is known before the first answer, and stays known while there is none', async () => {
  const model = setUp();
  model.down.failure = { code: 'offline', cause: 'refused', detail: '' };
  model.start('3', NOON - 3_600_000);
  expect(model.health).toMatchObject([{ phase: 'waiting', online: false, lastSyncAt: NOON - 3_600_000 }]);
  await model.clock.advance(10_000);
  expect(model.health.at(-1)).toMatchObject({ problem: { code: 'offline' }, lastSyncAt: NOON - 3_600_000 });
  model.down.failure = null;
  await model.clock.advance(60_000);
  expect(model.synced.at(-1)).toBeGreaterThan(NOON);
});

test('a pull that fails is no longer syncing', async () => {
  const model = setUp();
  model.start();
  await model.clock.advance(100);
  model.down.failure = { code: 'timeout', detail: '' };
  await model.clock.advance(5_000);
  expect(model.health.some(({ phase }) => phase === 'syncing')).toBe(true);
  expect(model.health.at(-1)).toMatchObject({ phase: 'idle', problem: { code: 'timeout' }, lastSyncAt: NOON });
});

test('a wrong password is not tried again until the agent does something', async () => {
  const model = setUp();
  model.down.failure = { code: 'unauthorized', detail: '' };
  const running = model.start();
  await model.clock.advance(600_000);
  expect(model.order).toEqual(['whoAmI']);
  expect(model.health.at(-1)).toMatchObject({ problem: { code: 'unauthorized' }, retryAt: null });
  model.down.failure = null;
  running.syncNow();
  await model.clock.advance(100);
  expect(model.cursors()).toEqual(['1', '2', '3']);
});

test('nothing is asked for before Retry-After has passed', async () => {
  const model = setUp();
  model.down.failure = { code: 'rateLimited', retryAfterMs: 90_000, detail: '' };
  model.start();
  await model.clock.advance(89_999);
  expect(model.order).toHaveLength(1);
});

test('a call beside sync that is told to wait makes everything wait, and the agent is told until when', async () => {
  const model = setUp();
  const running = model.start();
  await model.clock.advance(100);
  const asked = model.order.length;
  running.rateLimited({ code: 'rateLimited', retryAfterMs: 90_000, detail: '' });
  expect(model.health.at(-1)).toMatchObject({ problem: { code: 'rateLimited' }, retryAt: NOON + 100 + 90_000 });
  await model.clock.advance(89_999);
  expect(model.order).toHaveLength(asked);
  await model.clock.advance(10_000);
  expect(model.order.length).toBeGreaterThan(asked);
  expect(model.health.at(-1)).toMatchObject({ problem: null, retryAt: null });
});

test('what was accepted offline goes out once when the helpdesk is back, and its end is on disk before the store hears', async () => {
  const model = setUp();
  model.down.failure = { code: 'offline', cause: 'refused', detail: '' };
  await journal.append([{ type: 'put', entry: anEntry(1) }]);
  model.start().outboxChanged();
  await model.clock.advance(20_000);
  expect(model.push).not.toHaveBeenCalled();
  model.down.failure = null;
  await model.clock.advance(60_000);
  await vi.waitFor(async () => {
    await model.clock.advance(10);
    expect(lastState(model.settled)).toBe('confirmed');
  });
  expect(model.push).toHaveBeenCalledTimes(1);
  expect(journal.folded.entries.size).toBe(0);
  expect(model.settled.map(({ state }) => state.name)).toEqual(['sending', 'confirmed']);
});

test('an entry inside its undo window does not leave, and one that was undone never does', async () => {
  const model = setUp();
  await journal.append([{ type: 'put', entry: anEntry(1, { notBefore: NOON + 5_000 }) }]);
  const running = model.start();
  await model.clock.advance(4_000);
  expect(model.push).not.toHaveBeenCalled();
  await journal.append([{ type: 'discard', id: anEntry(1).id, at: NOON + 4_000 }]);
  running.outboxChanged();
  await model.clock.advance(60_000);
  expect(model.push).not.toHaveBeenCalled();
});
