import { afterEach, expect, it } from 'vitest';
import type { Action } from '#shared/outbox/action.ts';
import { account, batch, createFakeMain, startStore, ticket } from './fixtures.ts';

type Started = Awaited<ReturnType<typeof startStore>>;
const running: Started[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.stop();
});

const IDS = ['1', '2', '3', '4'];
const idOf = (remoteId: string): string => `desk-1:${remoteId}`;
const update = (changes: Action['changes']): Action => ({ kind: 'update', changes });
const onAll = (action: Action, ids: readonly string[] = IDS) =>
  ids.map((remoteId) => ({ accountId: account.id, ticketId: idOf(remoteId), action }));

async function withTickets(options: Parameters<typeof startStore>[0] = {}): Promise<Started> {
  const one = await startStore(options);
  running.push(one);
  await one.remote.applyBatch(
    batch({
      tickets: IDS.map((remoteId) => ticket({ remoteId, ...(remoteId === '4' ? { status: 'closed' } : {}) })),
    }),
  );
  return one;
}
const statuses = async ({ desk }: Started): Promise<readonly string[]> =>
  Promise.all(IDS.map(async (id) => (await desk.ticket(idOf(id)))?.ticket.status ?? ''));

it('is one write of the journal, shown at once, without the tickets that are so already', async () => {
  const one = await withTickets();
  const answer = await one.desk.enqueueAll(onAll(update({ status: 'solved' })));
  expect(answer.accepted.map(({ ticketId }) => ticketId)).toEqual(IDS.slice(0, 3).map(idOf));
  expect(answer).toMatchObject({ unchanged: [idOf('4')], refused: [] });
  expect(one.main.called('journalPutAll')).toHaveLength(1);
  expect([...one.main.entries.values()].map(({ batchId }) => batchId)).toEqual(Array(3).fill(answer.batchId));
  expect(await statuses(one)).toEqual(['solved', 'solved', 'solved', 'closed']);
});

it('is taken back at once, except what has left', async () => {
  const one = await withTickets();
  const { accepted } = await one.desk.enqueueAll(onAll(update({ status: 'solved' })));
  const ids = accepted.map(({ entryId }) => entryId);
  one.main.left.add(ids[1] ?? '');
  expect(await one.desk.discardEntries(ids)).toEqual({ ok: true, value: [ids[0], ids[2]] });
  expect(await statuses(one)).toEqual(['open', 'solved', 'open', 'closed']);
});

it('leaves every ticket as it was when the journal does not take it', async () => {
  const one = await withTickets();
  one.main.journalAnswer = { ok: false, error: 'full' };
  const answer = await one.desk.enqueueAll(onAll(update({ priority: 'high' })));
  expect(answer.accepted).toEqual([]);
  expect(answer.refused).toEqual(IDS.map((id) => ({ ticketId: idOf(id), problem: 'full' })));
  expect(await one.desk.outbox()).toEqual([]);
});

it('is withdrawn from the journal when the database does not take it', async () => {
  const disk = { beforeCommit: async () => {} };
  const one = await withTickets({ disk });
  disk.beforeCommit = async () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  const answer = await one.desk.enqueueAll(onAll(update({ priority: 'high' })));
  expect(answer).toMatchObject({ accepted: [], refused: { length: 4 } });
  expect(one.main.entries.size).toBe(0);
});

it('says that it is accepted only once a main has it, when the link breaks in the middle', async () => {
  const main = createFakeMain();
  const one = await withTickets({ main });
  const { journalPutAll } = main.implementation;
  Object.assign(main.implementation, { journalPutAll: () => new Promise<never>(() => {}) });
  const answer = one.desk.enqueueAll(onAll(update({ status: 'solved' })));
  await one.desk.refreshTicket(idOf('1'));
  one.stop();
  Object.assign(main.implementation, { journalPutAll });
  expect(main.entries.size).toBe(0);
  await one.reconnect();
  expect((await answer).accepted).toHaveLength(3);
  expect(main.entries.size).toBe(3);
});

it('says which tickets are not here', async () => {
  const one = await withTickets();
  const answer = await one.desk.enqueueAll(onAll(update({ priority: 'low' }), ['1', '99']));
  expect(answer.accepted).toHaveLength(1);
  expect(answer.refused).toEqual([{ ticketId: idOf('99'), problem: 'unknown-ticket' }]);
});

it('tells how far it has come: delivered, taken back, on its way, and what needs the agent', async () => {
  const one = await withTickets();
  const { batchId, accepted } = await one.desk.enqueueAll(onAll(update({ status: 'solved' })));
  const [first] = accepted;
  const entry = one.main.entries.get(first?.entryId ?? '');
  if (!entry) throw new Error('no entry');
  const state = { name: 'rejected', reason: 'refused', details: [], since: 0, mergedIntoRemoteId: null } as const;
  await one.remote.settle({ accountId: account.id, entries: [{ ...entry, state }], rows: batch({}).rows });
  expect(await one.desk.batchProgress(batchId, [account.id])).toMatchObject({
    ok: true,
    value: { delivered: 0, takenBack: 0, waiting: 2, stuck: [{ number: '1' }] },
  });
});
