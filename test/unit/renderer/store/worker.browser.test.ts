import { createBirpc } from 'birpc';
import { afterEach, expect, it, vi } from 'vitest';
import type { DeskApi, DeskEvent } from '#renderer/store/desk-api.ts';
import type { MetricsQuery } from '#renderer/store/desk-metrics.ts';
import { deleteDexieStorage } from '#renderer/store/dexie-storage.ts';
import type { WindowFace } from '#renderer/store/window-messages.ts';
import { connectLink } from '#shared/link/connect-link.ts';
import { mainContract } from '#shared/link/main-contract.ts';
import { messagePortLink } from '#shared/link/message-port-link.ts';
import { storeContract } from '#shared/link/store-contract.ts';
import { account, batch, createFakeMain, type FakeMain, MINUTE, message, person, ticket } from './fixtures.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** The real worker with its database, main played by the test. */
async function startWorker(main: FakeMain) {
  const worker = new Worker(new URL('../../../../src/renderer/src/store/worker.ts', import.meta.url), {
    type: 'module',
  });
  cleanups.push(() => worker.terminate());
  const events: DeskEvent[] = [];
  const waiting: { matches: (event: DeskEvent) => boolean; resolve: () => void }[] = [];
  const desk = createBirpc<DeskApi, WindowFace>(
    {
      deskEvent(event) {
        events.push(event);
        for (const wait of waiting) if (wait.matches(event)) wait.resolve();
      },
    },
    {
      post: (data) => worker.postMessage(data),
      on: (listener) => worker.addEventListener('message', (event) => listener(event.data)),
      timeout: -1,
    },
  );
  const seen = (matches: (event: DeskEvent) => boolean) =>
    events.some(matches) ? Promise.resolve() : new Promise<void>((resolve) => waiting.push({ matches, resolve }));
  const connect = async () => {
    const { port1, port2 } = new MessageChannel();
    const link = connectLink({
      port: messagePortLink(port1),
      serves: mainContract,
      implementation: main.implementation,
      calls: storeContract,
    });
    events.length = 0;
    worker.postMessage({ type: 'holdfast:port' }, [port2]);
    await seen((event) => event.type === 'link' && event.state === 'connected');
    const opened = await link.remote.openAccount({
      account,
      entries: [...main.entries.values()],
      settledIds: [],
      delivered: [],
      drafts: [],
      marks: [],
    });
    return { link, opened };
  };
  return { worker, desk, connect, seen, ...(await connect()) };
}

it('keeps rows and what the agent wrote in a real database, over a killed worker and a new main', async () => {
  cleanups.push(() => deleteDexieStorage(account.id));
  await deleteDexieStorage(account.id);
  const main = createFakeMain();
  const first = await startWorker(main);
  expect(first.opened).toMatchObject({ ok: true, value: { cursors: {} } });
  await first.link.remote.applyBatch(
    batch({
      tickets: [ticket({ remoteId: '1' }), ticket({ remoteId: '2' })],
      messages: [message({ remoteId: 'm1', ticketRemoteId: '1' })],
      people: [person('r1', 'Rita')],
    }),
  );
  const answer = await first.desk.enqueue({
    accountId: account.id,
    ticketId: 'desk-1:1',
    action: { kind: 'update', changes: { status: 'solved' } },
  });
  expect(answer.ok).toBe(true);
  await first.seen((event) => event.type === 'changed' && event.views);
  // Main goes and comes back while the worker stays.
  first.link.close();
  const again = await first.connect();
  expect(again.opened).toMatchObject({ ok: true, value: { cursors: { tickets: 'c1' }, strangers: [] } });
  first.worker.terminate();

  const second = await startWorker(main);
  expect(second.opened).toMatchObject({ ok: true, value: { cursors: { tickets: 'c1' }, strangers: [] } });
  const rows = await second.desk.rows({ viewId: 'own:recent', sort: null, offset: 0, limit: 10 });
  expect(rows.rows.find((row) => row.id === 'desk-1:1')).toMatchObject({
    requesterName: 'Rita',
    preview: 'Text m1',
    status: 'solved',
    pending: 'queued',
  });
  expect((await second.desk.search('subject 2')).tickets).toHaveLength(1);
  // The same store comes again: main tells by its id.
  const ids = main.called('hello').map((args) => (args as { storeId: string }).storeId);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
  await second.link.remote.closeAccount({ accountId: account.id, forget: true });
  expect((await indexedDB.databases()).some((one) => one.name === `holdfast-${account.id}`)).toBe(false);
});

it('answers about figures by a worker of its own, which the first question starts', async () => {
  cleanups.push(() => deleteDexieStorage(account.id));
  await deleteDexieStorage(account.id);
  const { link, desk, seen } = await startWorker(createFakeMain());
  const createdAt = Date.now() - 60 * MINUTE;
  const conversation = (remoteId: string) => ({
    tickets: [ticket({ remoteId, createdAt, assigneeId: 'me' })],
    messages: [
      message({ remoteId: `${remoteId}0`, ticketRemoteId: remoteId, createdAt }),
      message({
        remoteId: `${remoteId}1`,
        ticketRemoteId: remoteId,
        createdAt: createdAt + 30 * MINUTE,
        authorId: 'me',
        authorRole: 'agent',
      }),
    ],
    conversations: [{ ticketRemoteId: remoteId, version: 'v1' }],
  });
  await link.remote.applyBatch(batch(conversation('1')));
  const range = { from: createdAt - MINUTE, until: Date.now() + MINUTE };
  const query: MetricsQuery = {
    range,
    kind: 'span',
    zone: 'UTC',
    weekStart: 0,
    mine: true,
    hours: 'all',
    filter: {},
  };
  const replies = async (): Promise<number | null | undefined> =>
    (await desk.metrics(query)).figures.find(({ id }) => id === 'replies')?.now.value;
  await vi.waitFor(async () => expect(await replies()).toBe(1), { timeout: 10_000 });
  await seen((event) => event.type === 'metrics');
  expect(await desk.metricDetail(query, 'first-reply')).toMatchObject({
    total: 1,
    tickets: [{ id: 'desk-1:1' }],
    histogram: [{ from: 30 * MINUTE, until: 60 * MINUTE, count: 1 }],
  });
  await link.remote.applyBatch(batch(conversation('2')));
  await vi.waitFor(async () => expect(await replies()).toBe(2), { timeout: 10_000 });
  expect((await desk.metrics(query)).coverage).toEqual({ tickets: 2, whole: 2, since: createdAt, reading: null });
});
