import { expect, it } from 'vitest';
import { measureAfterCallWork } from '#shared/metrics/measures/after-call-work.ts';
import { callAt, durations } from '../../../../support/timeline.ts';

const work = (...times: Parameters<typeof callAt>[1]) => durations(measureAfterCallWork(callAt(1, times)));

it('goes from the end of the call until the agent had done with it', () => {
  // 09:14 - 09:10 = 4 min.
  expect(work('2026-03-02 09:00', '2026-03-02 09:10', '2026-03-02 09:14')).toEqual(['2026-03-02 09:14 nobody 0:04']);
});

it('is nothing where the agent had done with it at once', () => {
  expect(work('2026-03-02 09:00', '2026-03-02 09:10', '2026-03-02 09:10')).toEqual(['2026-03-02 09:10 nobody 0:00']);
});

it('is the same however long the call was', () => {
  // 10:30:30 - 10:30 = 30 s after an hour and a half on the line.
  expect(work('2026-03-02 09:00', '2026-03-02 10:30', '2026-03-02 10:30:30')).toEqual([
    '2026-03-02 10:30 nobody 0:00:30',
  ]);
});

it('is none of a call that nobody answered, though it was seen later', () => {
  expect(work(null, '2026-03-02 09:03', '2026-03-02 09:30')).toEqual([]);
});

it('is none while it goes on', () => {
  expect(work('2026-03-02 09:00', '2026-03-02 09:10', null)).toEqual([]);
});

it('is what went by, not what clocks show, in the night in which they are set forward', () => {
  // In Oslo from 01:55 to 03:05: ten minutes.
  expect(work('2026-03-29 00:50Z', '2026-03-29 00:55Z', '2026-03-29 01:05Z')).toEqual(['2026-03-29 01:05 nobody 0:10']);
});
