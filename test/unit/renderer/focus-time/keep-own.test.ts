import { expect, it } from 'vitest';
import { createOwnKeeper } from '#renderer/focus-time/keep-own.ts';
import type { OwnEvent } from '#shared/metrics/own-events.ts';

const focus = (until: number, ticketId = 'a:1'): OwnEvent => ({ event: 'ticket-focus', at: 0, until, ticketId });

/** What is kept, and the timers to be run by hand. */
function keeping(answers: readonly boolean[] = []) {
  const kept: (readonly OwnEvent[])[] = [];
  const timers: (() => void)[] = [];
  const left = [...answers];
  const keeper = createOwnKeeper(
    async (events) => {
      kept.push(events);
      return left.shift() ?? true;
    },
    (_ms, run) => timers.push(run),
  );
  return { keeper, kept, run: () => timers.shift()?.(), timers };
}

it('hands on what has gathered in one go, each once', async () => {
  const { keeper, kept, run, timers } = keeping();
  keeper.add(focus(5));
  keeper.add(focus(10));
  keeper.add(focus(3, 'a:2'));
  expect([kept.length, timers.length]).toEqual([0, 1]);
  run();
  expect(kept).toEqual([[focus(10), focus(3, 'a:2')]]);
  run();
  expect(kept).toHaveLength(1);
});

it('tries again with the next what could not be kept', async () => {
  const { keeper, kept, run } = keeping([false]);
  keeper.add(focus(5));
  run();
  await Promise.resolve().then(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 0));
  keeper.add(focus(3, 'a:2'));
  run();
  expect(kept[1]).toEqual([focus(5), focus(3, 'a:2')]);
});
