import { expect, test } from 'vitest';
import { type Block, createBudget } from '#main/sync/budget.ts';
import { NOON } from '../../../support/outbox-entry.ts';
import { virtualClock } from '../../../support/virtual-clock.ts';

const never = new AbortController().signal;
const setUp = (block: Block | null = null) => {
  const clock = virtualClock(NOON);
  const kept: Block[] = [];
  const budget = createBudget({ requests: 10, perMs: 10_000 }, clock, { block, keep: (noted) => kept.push(noted) });
  const taken = (lane: 'agent' | 'sync', times: number) => {
    const done: boolean[] = [];
    for (let time = 0; time < times; time += 1) void budget.take(lane, never).then((ok) => done.push(ok));
    return done;
  };
  return { clock, budget, kept, taken };
};

test('sync stops at half of the budget, the agent may use the rest', async () => {
  const { clock, taken } = setUp();
  const sync = taken('sync', 10);
  await clock.advance(0);
  expect(sync).toHaveLength(6);
  const agent = taken('agent', 4);
  await clock.advance(0);
  expect(agent).toHaveLength(4);
});

test('the budget refills with time, also after the clock was set back', async () => {
  const { clock, taken } = setUp();
  taken('agent', 10);
  await clock.advance(0);
  const late = taken('agent', 1);
  await clock.advance(999);
  expect(late).toHaveLength(0);
  await clock.advance(1);
  expect(late).toHaveLength(1);
  clock.set(NOON - 3_600_000);
  const after = taken('agent', 1);
  await clock.advance(1_000);
  expect(after).toHaveLength(1);
});

test('nothing leaves before Retry-After, not even for the agent, and it is kept for the next start', async () => {
  const { clock, budget, kept, taken } = setUp();
  budget.blockUntil(NOON + 7_000);
  const agent = taken('agent', 1);
  await clock.advance(6_999);
  expect(agent).toHaveLength(0);
  await clock.advance(1);
  expect(agent).toHaveLength(1);
  expect(kept).toEqual([{ at: NOON, until: NOON + 7_000 }]);
  const restarted = setUp({ at: NOON - 1_000, until: NOON + 7_000 }).taken('agent', 1);
  expect(restarted).toHaveLength(0);
});

test('a block that was noted before the clock was set back lasts no longer than it was meant to', async () => {
  const { clock, taken } = setUp({ at: NOON + 3_600_000, until: NOON + 3_607_000 });
  const agent = taken('agent', 1);
  await clock.advance(6_999);
  expect(agent).toHaveLength(0);
  await clock.advance(1);
  expect(agent).toHaveLength(1);
});

test('what the headers say is left counts when it is less', async () => {
  const { clock, budget, taken } = setUp();
  budget.report(20, 100);
  const agent = taken('agent', 5);
  await clock.advance(0);
  expect(agent).toHaveLength(2);
});

test('while colleagues have used more than half of it, sync waits and the agent does not', async () => {
  const { clock, budget, kept, taken } = setUp();
  budget.report(349, 700);
  const [sync, agent] = [taken('sync', 1), taken('agent', 1)];
  await clock.advance(0);
  expect([sync.length, agent.length]).toEqual([0, 1]);
  await clock.advance(2_000);
  expect(sync).toHaveLength(1);
  expect(kept).toEqual([]);
});

test('waiting for the budget ends when the call is not wanted any more', async () => {
  const { clock, budget } = setUp({ at: NOON, until: NOON + 60_000 });
  const stop = new AbortController();
  const waiting = budget.take('agent', stop.signal);
  await clock.advance(0);
  stop.abort();
  expect(await waiting).toBe(false);
});
