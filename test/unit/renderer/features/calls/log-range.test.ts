import { expect, it } from 'vitest';
import { clockTime } from '#renderer/features/calls/clock-time.ts';
import { durationInWords } from '#renderer/features/calls/log/duration.ts';
import { beginOf } from '#renderer/features/calls/log/log-range.ts';
import { createText } from '#shared/i18n/text.ts';

// A Thursday, in whatever zone this runs.
const NOON = new Date(2026, 10, 26, 12).getTime();

it('a day begins at midnight, and a week as it does in the locale', () => {
  expect(beginOf('today', NOON, 'en')).toBe(new Date(2026, 10, 26).getTime());
  expect(beginOf('week', NOON, 'en-US')).toBe(new Date(2026, 10, 22).getTime());
  expect(beginOf('week', NOON, 'de-DE')).toBe(new Date(2026, 10, 23).getTime());
  const monday = new Date(2026, 10, 23, 0, 30).getTime();
  expect(beginOf('week', monday, 'de-DE')).toBe(new Date(2026, 10, 23).getTime());
  expect(beginOf('all', NOON, 'en')).toBeNull();
});

it('how long something lasted reads as a clock shows it, and in words', () => {
  const t = createText('en');
  expect([0, 60_000, 245_000, 3_723_000].map(clockTime)).toEqual(['0:00', '1:00', '4:05', '1:02:03']);
  expect([0, 245_000, 3_600_000].map((ms) => durationInWords(t, ms))).toEqual([
    '0 seconds',
    '4 minutes, 5 seconds',
    '1 hour',
  ]);
});
