import { expect, test, vi } from 'vitest';
import type { Connector } from '#main/connectors/contract.ts';
import { mergeTickets } from '#main/sync/merge-tickets.ts';
import type { FetchPorts } from '#main/sync/pull-streams.ts';
import { createReadOrder } from '#main/sync/read-order.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { aTicket, NOON } from '../../../support/outbox-entry.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

const request = { sourceRemoteId: '1', targetRemoteId: '2', tellCustomer: false };
const lost: Failure = { code: 'unknownOutcome', detail: 'cut' };
const there: Rows = { ...noRows(), tickets: [aTicket()] };
const merged = (target: string | null): Rows => ({
  ...noRows(),
  removals: [{ remoteId: '1', reason: 'merged', mergedIntoRemoteId: target }],
});

/** A helpdesk at which the source reads as told, the last answer again and again. */
function setUp(answers: {
  readonly source: readonly Rows[];
  readonly begun?: Result<string | null, Failure>;
  readonly ended?: readonly Result<boolean, Failure>[];
}) {
  const clock = virtualClock(NOON);
  let reads = 0;
  let asks = 0;
  const begin = vi.fn(async () => answers.begun ?? ok(null));
  const connector = {
    conversation: async (id: string) =>
      ok(id === '1' ? (answers.source[Math.min(reads++, answers.source.length - 1)] ?? there) : there),
    merge: begin,
    mergeEnded: async () => answers.ended?.[asks++] ?? ok(true),
  } as unknown as Connector;
  const batches: Rows[] = [];
  const ports = {
    accountId: 'a',
    connector,
    clock,
    order: createReadOrder(),
    state: { succeeded: () => undefined, failed: () => null },
    store: { applyBatch: async ({ rows }: { rows: Rows }) => (batches.push(rows), ok(null)) },
    conversationRead: async () => undefined,
  } as unknown as FetchPorts & { readonly clock: typeof clock };
  return { ports, clock, begin, batches };
}
const run = async ({ ports, clock }: ReturnType<typeof setUp>) => {
  const answer = mergeTickets(ports, request, new AbortController().signal);
  await clock.advance(60_000);
  return answer;
};

test('is sent once, waited for as a job, and both tickets come into the store', async () => {
  const one = setUp({ source: [there, merged('2')], begun: ok('job'), ended: [ok(false), ok(false), ok(true)] });
  expect(await run(one)).toEqual(ok(null));
  expect(one.begin).toHaveBeenCalledTimes(1);
  expect(one.batches).toEqual([merged('2'), there]);
});

test('of a lost answer the source is read until it tells; nothing is sent again', async () => {
  const one = setUp({ source: [there, there, there, merged(null)], begun: err(lost) });
  expect(await run(one)).toEqual(ok(null));
  expect(one.begin).toHaveBeenCalledTimes(1);
  const never = setUp({ source: [there], begun: err(lost) });
  expect(await run(never)).toMatchObject(err({ code: 'unknownOutcome' }));
  expect(never.begin).toHaveBeenCalledTimes(1);
});

test('is not sent when it is merged already, and says so when it went elsewhere', async () => {
  const done = setUp({ source: [merged('2')] });
  expect(await run(done)).toEqual(ok(null));
  const elsewhere = setUp({ source: [merged('9')] });
  expect(await run(elsewhere)).toMatchObject(
    err({ code: 'rejected', reasons: [{ code: 'merged-elsewhere', number: '9' }] }),
  );
  expect([done, elsewhere].map(({ begin }) => begin.mock.calls.length)).toEqual([0, 0]);
});

test('a refusal, at once or by the job, is the answer', async () => {
  const refused: Failure = { code: 'rejected', reasons: ['closed'], detail: 'HTTP 422' };
  expect(await run(setUp({ source: [there], begun: err(refused) }))).toEqual(err(refused));
  expect(await run(setUp({ source: [there], begun: ok('job'), ended: [err(refused)] }))).toEqual(err(refused));
});
