import { expect, it } from 'vitest';
import { timersOf } from '#renderer/features/calls/bar/timers-of.ts';
import { clockTime } from '#renderer/features/calls/clock-time.ts';
import { aCall } from '../../../../../support/a-call.ts';

it('shows what lasts first, and leaves out what never was', () => {
  const call = aCall(1, { startedAt: 0 });
  const talking = { ...call, answeredAt: 8_000 };
  const held = { ...talking, holds: [{ from: 20_000, until: null }] };
  const wrapping = { ...talking, endedAt: 30_000 };
  const shown = (one: typeof call, now: number): string =>
    timersOf(one, now)
      .map(({ kind, ms }) => `${kind} ${ms / 1_000}`)
      .join(' ');
  expect(shown(call, 5_000)).toBe('ring 5');
  expect(shown(talking, 10_000)).toBe('talk 2 ring 8');
  expect(shown(held, 25_000)).toBe('hold 5 talk 12 ring 8');
  expect(shown(wrapping, 31_000)).toBe('wrap 1 talk 22 ring 8');
  expect(shown({ ...call, endedAt: 6_000 }, 99_000)).toBe('ring 6');
});

it('writes a time as a clock does', () => {
  expect([0, 7_999, 60_000, 3_599_000, 3_600_000, 36_062_000].map(clockTime)).toEqual([
    '0:00',
    '0:07',
    '1:00',
    '59:59',
    '1:00:00',
    '10:01:02',
  ]);
  expect(clockTime(-5)).toBe('0:00');
});
