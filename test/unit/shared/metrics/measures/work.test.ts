import { expect, it } from 'vitest';
import { measureWork } from '#shared/metrics/measures/work.ts';
import { unionOf } from '#shared/metrics/stretch.ts';
import { presenceIn, workOf } from '#shared/metrics/work-stretches.ts';
import { callAt, durations, ownTimeline } from '../../../../support/timeline.ts';

const work = (lines: string, calls: readonly ReturnType<typeof callAt>[] = [], awayMs?: number) =>
  durations(measureWork(workOf(presenceIn(ownTimeline(lines), awayMs), calls, awayMs)));

it('goes from one sign of the agent to the next', () => {
  // 09:00-09:05-09:12 without a gap of more than ten minutes: 12 min.
  expect(
    work(`
      2026-03-02 09:00 draft-dropped 1
      2026-03-02 09:05 ticket-focus 1 09:12`),
  ).toEqual(['2026-03-02 09:00 nobody 0:12']);
});

it('stops where the agent was away', () => {
  // 09:00-09:10 = 10 min; eleven minutes without a sign are none; 09:21-09:25 = 4 min.
  expect(
    work(`
      2026-03-02 09:00 draft-dropped 1
      2026-03-02 09:10 draft-dropped 1
      2026-03-02 09:21 draft-dropped 1
      2026-03-02 09:25 draft-dropped 1`),
  ).toEqual(['2026-03-02 09:00 nobody 0:10', '2026-03-02 09:21 nobody 0:04']);
});

it('goes on through a long focus without another sign', () => {
  // 09:00-09:05, the focus 09:05-09:35: 35 min.
  expect(
    work(`
      2026-03-02 09:00 draft-dropped 1
      2026-03-02 09:05 ticket-focus 1 09:35`),
  ).toEqual(['2026-03-02 09:00 nobody 0:35']);
});

it('takes another time for being away', () => {
  const lines = `
    2026-03-02 09:00 draft-dropped 1
    2026-03-02 09:03 draft-dropped 1`;
  expect(work(lines, [], 2 * 60_000)).toEqual([]);
  expect(work(lines, [], 3 * 60_000)).toEqual(['2026-03-02 09:00 nobody 0:03']);
});

it('goes on through a long call without a sign', () => {
  // 09:00-09:05, the call 09:05-09:55, 09:55-10:00: one hour.
  expect(
    work(
      `
      2026-03-02 09:00 draft-dropped 1
      2026-03-02 09:05 draft-dropped 1
      2026-03-02 09:55 draft-dropped 1
      2026-03-02 10:00 draft-dropped 1`,
      [callAt(1, ['2026-03-02 09:05', '2026-03-02 09:50', '2026-03-02 09:55'])],
    ),
  ).toEqual(['2026-03-02 09:00 nobody 1:00']);
});

it('is nothing of a single sign, and does not care in which order they come', () => {
  expect(work('2026-03-02 09:00 draft-dropped 1')).toEqual([]);
  expect(
    work(`
      2026-03-02 09:05 draft-dropped 1
      2026-03-02 09:00 draft-dropped 1`),
  ).toEqual(['2026-03-02 09:00 nobody 0:05']);
});

it('is what went by in a night in which clocks are set back', () => {
  // In Oslo from 02:58 to 02:04, of the second two o'clock: six minutes.
  expect(
    work(`
      2026-10-25 00:58Z draft-dropped 1
      2026-10-25 01:04Z draft-dropped 1`),
  ).toEqual(['2026-10-25 00:58 nobody 0:06']);
});

it('is no sign of the agent that something was held', () => {
  expect(
    work(`
      2026-03-02 09:00 draft-dropped 1
      2026-03-02 09:05 entry-held 1 a`),
  ).toEqual([]);
});

it('is the same when it comes piece by piece', () => {
  const events = ownTimeline(`
    2026-03-02 09:00 draft-dropped 1
    2026-03-02 09:09 ticket-focus 1 09:15
    2026-03-02 09:18 draft-dropped 1
    2026-03-02 09:30 draft-dropped 1
    2026-03-02 09:31 draft-dropped 1`);
  const pieces = [events.slice(3), events.slice(0, 1), events.slice(1, 3)].map((piece) => presenceIn(piece));
  // 09:00-09:18 = 18 min, 09:30-09:31 = 1 min.
  expect(durations(measureWork(workOf(unionOf(pieces.flat()), [])))).toEqual([
    '2026-03-02 09:00 nobody 0:18',
    '2026-03-02 09:30 nobody 0:01',
  ]);
});
