import { afterEach, expect, it, vi } from 'vitest';
import type { Ticket } from '#shared/domain/ticket.ts';
import { batch, healthy, MINUTE, message, NOW, startStore, ticket } from './fixtures.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

const promised = (minutes: number): Pick<Ticket, 'sla'> => ({
  sla: [{ metric: 'first-reply', stage: 'active', breachAt: NOW + minutes * MINUTE, policy: null }],
});
const mine = (remoteId: string, over: Partial<Ticket> = {}): Ticket => ticket({ remoteId, assigneeId: 'me', ...over });
const asks = (ticketRemoteId: string) => message({ remoteId: `${ticketRemoteId}0`, ticketRemoteId });

async function standingOf(...tickets: readonly Ticket[]) {
  const store = await startStore();
  stop = store.stop;
  await store.remote.applyBatch(
    batch({ tickets: [...tickets], messages: tickets.map(({ remoteId }) => asks(remoteId)) }),
  );
  return store.desk.standing({ solvedSince: NOW - 60 * MINUTE });
}

it('counts the agent’s own open tickets whose customers wait', async () => {
  const standing = await standingOf(mine('1'), mine('2', { status: 'pending' }), ticket({ remoteId: '3' }));
  expect(standing).toEqual({ waitingForMe: 1, nextSla: null, solved: 0 });
});

it('names the promise that is missed soonest, and one that was missed only where no other is left', async () => {
  const left = await standingOf(mine('1', promised(90)), mine('2', promised(20)), mine('3', promised(-5)));
  expect(left.nextSla).toMatchObject({ number: '2', slaAt: NOW + 20 * MINUTE });
  stop();
  const missed = await standingOf(mine('1', promised(-90)), mine('2', promised(-5)));
  expect(missed.nextSla?.number).toBe('2');
});

it('is told anew when the next promise is missed', async () => {
  const store = await startStore();
  stop = store.stop;
  const tickets = [mine('1', promised(1 / 100)), mine('2', promised(90))];
  await store.remote.applyBatch(batch({ tickets }));
  const next = async () => (await store.desk.standing({ solvedSince: NOW })).nextSla?.number;
  store.events.length = 0;
  expect(await next()).toBe('1');
  store.clock.now = NOW + 1_000;
  await vi.waitFor(() =>
    expect(store.events).toContainEqual(expect.objectContaining({ type: 'changed', views: true })),
  );
  expect(await next()).toBe('2');
});

it('goes by the clock of the helpdesk, as the countdowns do', async () => {
  const store = await startStore();
  stop = store.stop;
  const next = async () => (await store.desk.standing({ solvedSince: NOW })).nextSla?.number;
  await store.remote.applyBatch(batch({ tickets: [mine('1', promised(5)), mine('2', promised(90))] }));
  expect(await next()).toBe('1');
  const viewsTold = () => store.events.filter((event) => event.type === 'changed' && event.views).length;
  // There it is ten minutes later than here, and the first promise has been missed.
  const before = viewsTold();
  await store.remote.health(healthy({ clockSkewMs: 10 * MINUTE }));
  await vi.waitFor(() => expect(viewsTold()).toBe(before + 1));
  expect(await next()).toBe('2');
  // Half a second more or less is what an answer took.
  await store.remote.health(healthy({ clockSkewMs: 10 * MINUTE + 500 }));
  // There it is ten minutes earlier: what this machine's clock takes for missed can still be kept.
  await store.remote.health(healthy({ clockSkewMs: -10 * MINUTE }));
  await vi.waitFor(() => expect(viewsTold()).toBe(before + 2));
  store.clock.now = NOW + 10 * MINUTE;
  expect(await next()).toBe('1');
});

it('tells that the next promise is missed when the clock of the helpdesk says so', async () => {
  const store = await startStore();
  stop = store.stop;
  await store.remote.health(healthy({ clockSkewMs: 10 * MINUTE }));
  const tickets = [mine('1', promised(10 + 1 / 100)), mine('2', promised(90))];
  await store.remote.applyBatch(batch({ tickets }));
  const next = async () => (await store.desk.standing({ solvedSince: NOW })).nextSla?.number;
  expect(await next()).toBe('1');
  store.events.length = 0;
  store.clock.now = NOW + 1_000;
  await vi.waitFor(() =>
    expect(store.events).toContainEqual(expect.objectContaining({ type: 'changed', views: true })),
  );
  expect(await next()).toBe('2');
});

it('counts what was solved since then', async () => {
  const solved = (remoteId: string, minutes: number, over: Partial<Ticket> = {}) =>
    mine(remoteId, { status: 'solved', solvedAt: NOW - minutes * MINUTE, ...over });
  const standing = await standingOf(solved('1', 10), solved('2', 70), solved('3', 10, { assigneeId: 'other' }));
  expect(standing.solved).toBe(1);
});
