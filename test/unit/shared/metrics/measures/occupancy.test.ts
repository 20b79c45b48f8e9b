import { expect, it } from 'vitest';
import { measureOccupancy } from '#shared/metrics/measures/occupancy.ts';
import { callAt, clock, durations } from '../../../../support/timeline.ts';

const stretch = (from: string, until: string) => ({ from: clock(from, 'UTC'), until: clock(until, 'UTC') });
const parts = (calls: readonly ReturnType<typeof callAt>[], available: readonly ReturnType<typeof stretch>[]) => {
  const measured = measureOccupancy(calls, available);
  const of = (metric: string) => durations(measured.filter((one) => one.metric === metric));
  return { contact: of('on-contact'), idle: of('idle') };
};
const SHIFT = stretch('2026-03-02 09:00', '2026-03-02 12:00');

it('parts the time at work into calls and the rest', () => {
  // One call 10:00-10:30 with its wrap-up: 30 min; idle 1 h + 1 h 30 min. Occupancy = 0:30 ÷ 3:00 = 1/6.
  expect(parts([callAt(1, ['2026-03-02 10:00', '2026-03-02 10:20', '2026-03-02 10:30'])], [SHIFT])).toEqual({
    contact: ['2026-03-02 10:00 nobody 0:30'],
    idle: ['2026-03-02 09:00 nobody 1:00', '2026-03-02 10:30 nobody 1:30'],
  });
});

it('counts two calls at once as one', () => {
  // 10:00-10:20 and 10:10-10:40 = 10:00-10:40 = 40 min; idle 1 h + 1 h 20 min.
  expect(
    parts(
      [
        callAt(1, ['2026-03-02 10:00', '2026-03-02 10:20', '2026-03-02 10:20']),
        callAt(2, ['2026-03-02 10:10', '2026-03-02 10:35', '2026-03-02 10:40']),
      ],
      [SHIFT],
    ),
  ).toEqual({
    contact: ['2026-03-02 10:00 nobody 0:40'],
    idle: ['2026-03-02 09:00 nobody 1:00', '2026-03-02 10:40 nobody 1:20'],
  });
});

it('is all idle without a call, and all calls without a time at work', () => {
  expect(parts([], [SHIFT])).toEqual({ contact: [], idle: ['2026-03-02 09:00 nobody 3:00'] });
  expect(parts([callAt(1, ['2026-03-02 10:00', '2026-03-02 10:20', null])], [])).toEqual({
    contact: ['2026-03-02 10:00 nobody 0:20'],
    idle: [],
  });
});

it('is no ringing, no call that nobody answered and none that goes on', () => {
  expect(
    parts(
      [callAt(1, [null, '2026-03-02 10:20', '2026-03-02 10:30']), callAt(2, ['2026-03-02 11:00', null, null])],
      [SHIFT],
    ),
  ).toEqual({ contact: [], idle: ['2026-03-02 09:00 nobody 3:00'] });
});

it('leaves no idle time before a call that began before work did, or after one that outlasted it', () => {
  // 08:50-09:10 is a call of 20 min; idle 09:10-11:50 = 2 h 40 min; 11:50-12:10 is a call of 20 min.
  expect(
    parts(
      [
        callAt(1, ['2026-03-02 08:50', '2026-03-02 09:10', '2026-03-02 09:10']),
        callAt(2, ['2026-03-02 11:50', '2026-03-02 12:10', '2026-03-02 12:10']),
      ],
      [SHIFT],
    ),
  ).toEqual({
    contact: ['2026-03-02 08:50 nobody 0:20', '2026-03-02 11:50 nobody 0:20'],
    idle: ['2026-03-02 09:10 nobody 2:40'],
  });
});

it('adds up over a night in which clocks are set forward', () => {
  // 00:30 to 03:30 in Oslo are two hours: 23:30Z to 01:30Z; the call takes 01:50 to 03:10 there = 20 min; idle 1 h 20 min + 20 min.
  expect(
    parts(
      [callAt(1, ['2026-03-29 00:50Z', '2026-03-29 01:05Z', '2026-03-29 01:10Z'])],
      [stretch('2026-03-28 23:30Z', '2026-03-29 01:30Z')],
    ),
  ).toEqual({
    contact: ['2026-03-29 00:50 nobody 0:20'],
    idle: ['2026-03-28 23:30 nobody 1:20', '2026-03-29 01:10 nobody 0:20'],
  });
});
