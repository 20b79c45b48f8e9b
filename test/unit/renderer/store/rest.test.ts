import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRest } from '#renderer/store/rest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

it('lets what nobody waits for go on at once while the window asks nothing, and 400 ms after the last of its questions', async () => {
  const rest = createRest(after, Date.now);
  let rounds = 0;
  const go = async (): Promise<void> => {
    await rest.untilQuiet();
    rounds += 1;
  };
  void go();
  await vi.advanceTimersByTimeAsync(0);
  expect(rounds).toBe(1);
  rest.asked();
  void go();
  await vi.advanceTimersByTimeAsync(300);
  rest.asked();
  await vi.advanceTimersByTimeAsync(399);
  expect(rounds).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(rounds).toBe(2);
});
