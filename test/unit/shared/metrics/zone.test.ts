import { expect, it } from 'vitest';
import {
  dayNamed,
  dayOf,
  dayText,
  firstOfMonth,
  firstOfWeek,
  HOUR_MS,
  startOfDay,
  weekdayOf,
} from '#shared/metrics/day-of.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import { clock } from '../../../support/timeline.ts';

const MINUTE_MS = 60_000;
const oslo = zoneOf('Europe/Oslo');
const utc = (text: string): number => clock(text, 'UTC');

it('knows to the minute when clocks change', () => {
  // Oslo: an hour ahead of UTC, two from 29 March 01:00 UTC to 25 October 01:00 UTC.
  expect(oslo.offsetAt(utc('2026-03-29 01:00') - 1)).toBe(HOUR_MS);
  expect(oslo.offsetAt(utc('2026-03-29 01:00'))).toBe(2 * HOUR_MS);
  expect(oslo.offsetAt(utc('2026-10-25 01:00') - 1)).toBe(2 * HOUR_MS);
  expect(oslo.offsetAt(utc('2026-10-25 01:00'))).toBe(HOUR_MS);
});

it('agrees with Intl all over the world, hour by hour around each change', () => {
  for (const name of [
    'America/New_York',
    'Asia/Kathmandu',
    'Africa/Casablanca',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  ]) {
    const zone = zoneOf(name);
    for (let at = utc('2026-02-01 00:00'); at < utc('2026-12-01 00:00'); at += 13 * HOUR_MS) {
      expect(clock(dayText(dayOf(zone, at)) + timeText(at + zone.offsetAt(at)), name)).toBe(at);
    }
  }
});
const timeText = (local: number): string => ` ${new Date(local).toISOString().slice(11, 19)}`;

it('finds the instant of a local time: the first of two, and past a gap as far as clocks jump', () => {
  const at = (local: string): number => oslo.instantOf(utc(local));
  expect(at('2026-07-01 12:00')).toBe(utc('2026-07-01 10:00'));
  // 02:30 is shown at 00:30 and at 01:30 UTC.
  expect(at('2026-10-25 02:30')).toBe(utc('2026-10-25 00:30'));
  // 02:30 is left out: half an hour after the jump clocks show 03:30.
  expect(at('2026-03-29 02:30')).toBe(utc('2026-03-29 01:30'));
});

it('begins days where they begin, also where clocks leave midnight out', () => {
  expect(startOfDay(oslo, dayNamed('2026-03-29'))).toBe(utc('2026-03-28 23:00'));
  // Santiago goes from 4 September 23:59:59 to 5 September 01:00.
  const santiago = zoneOf('America/Santiago');
  expect(startOfDay(santiago, dayNamed('2026-09-06'))).toBe(utc('2026-09-06 04:00'));
  expect(dayText(dayOf(santiago, utc('2026-09-06 04:00') - 1))).toBe('2026-09-05');
  expect(dayText(dayOf(santiago, utc('2026-09-06 04:00')))).toBe('2026-09-06');
  // Lord Howe Island moves its clocks by half an hour.
  const howe = zoneOf('Australia/Lord_Howe');
  expect(howe.offsetAt(utc('2026-04-05 00:00')) - howe.offsetAt(utc('2026-04-01 00:00'))).toBe(-30 * MINUTE_MS);
});

it('counts weeks and months as a calendar does', () => {
  const day = dayNamed('2026-03-01');
  expect([weekdayOf(day), weekdayOf(dayNamed('1969-12-31'))]).toEqual([6, 2]);
  expect([0, 6].map((weekStart) => dayText(firstOfWeek(day, weekStart)))).toEqual(['2026-02-23', '2026-03-01']);
  expect([0, 1, -1, 12].map((months) => dayText(firstOfMonth(dayNamed('2026-03-31'), months)))).toEqual([
    '2026-03-01',
    '2026-04-01',
    '2026-02-01',
    '2027-03-01',
  ]);
});

it('takes no name that is no zone', () => {
  expect(() => zoneOf('Europe/Nowhere')).toThrow(RangeError);
});
