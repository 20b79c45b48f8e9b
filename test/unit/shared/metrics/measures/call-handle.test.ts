import { expect, it } from 'vitest';
import { measureCallHandle } from '#shared/metrics/measures/call-handle.ts';
import { callAt, clock, durations } from '../../../../support/timeline.ts';

const handle = (...times: Parameters<typeof callAt>[1]) => durations(measureCallHandle(callAt(1, times)));

it('is talk and after-call work', () => {
  // talk 09:00-09:10 = 10 min, after-call work 09:10-09:14 = 4 min: 14 min.
  expect(handle('2026-03-02 09:00', '2026-03-02 09:10', '2026-03-02 09:14')).toEqual(['2026-03-02 09:14 nobody 0:14']);
});

it('has holds in it, however many', () => {
  // talk 09:00-09:02, hold 09:02-09:07, talk 09:07-09:10 = 10 min, after-call work 2 min: 12 min.
  const call = callAt(1, ['2026-03-02 09:00', '2026-03-02 09:10', '2026-03-02 09:12']);
  const holds = [{ from: clock('2026-03-02 09:02', 'UTC'), until: clock('2026-03-02 09:07', 'UTC') }];
  expect(durations(measureCallHandle({ ...call, holds }))).toEqual(['2026-03-02 09:12 nobody 0:12']);
});

it('has no ringing in it', () => {
  // It rang from the first second of 1970 on, here; answered 09:00, ended 09:03, wrapped up at once: 3 min.
  expect(handle('2026-03-02 09:00', '2026-03-02 09:03', '2026-03-02 09:03')).toEqual(['2026-03-02 09:03 nobody 0:03']);
});

it('is none of a call that nobody answered, or that somebody else did', () => {
  expect(handle(null, '2026-03-02 09:03', '2026-03-02 09:05')).toEqual([]);
});

it('is none while the call, or the work after it, goes on', () => {
  expect(handle('2026-03-02 09:00', null, null)).toEqual([]);
  expect(handle('2026-03-02 09:00', '2026-03-02 09:10', null)).toEqual([]);
});

it('is what went by, not what clocks show, in the night in which they are set back', () => {
  // 02:50 to 02:10 of the second two o'clock = 20 min, and 5 min more.
  expect(handle('2026-10-25 00:50Z', '2026-10-25 01:10Z', '2026-10-25 01:15Z')).toEqual([
    '2026-10-25 01:15 nobody 0:25',
  ]);
});

it('is never negative where a clock was set back during the call', () => {
  // talk 09:00-08:58 = nothing, after-call work 08:58-09:01 = 3 min.
  expect(handle('2026-03-02 09:00', '2026-03-02 08:58', '2026-03-02 09:01')).toEqual(['2026-03-02 09:01 nobody 0:03']);
});
