import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allHours, type BusinessHours, businessElapsed, businessHoursSchema } from '#shared/metrics/calendar.ts';
import { HOUR_MS } from '#shared/metrics/day-of.ts';
import { clock, officeHours } from '../../../support/timeline.ts';

const hoursIn = (hours: BusinessHours, from: string, until: string): number =>
  businessElapsed(hours)(clock(from, hours.timeZone), clock(until, hours.timeZone)) / HOUR_MS;
const oslo = officeHours('Europe/Oslo', ['2026-12-25']);

it('counts what lies within opening hours', () => {
  // Monday 08:00 to 18:00: 09:00-17:00 = 8 h. Within a day: 10:00-11:30 = 1.5 h. Outside: 0.
  expect(hoursIn(oslo, '2026-03-02 08:00', '2026-03-02 18:00')).toBe(8);
  expect(hoursIn(oslo, '2026-03-02 10:00', '2026-03-02 11:30')).toBe(1.5);
  expect(hoursIn(oslo, '2026-03-02 17:00', '2026-03-03 09:00')).toBe(0);
});

it('leaves out weekends and holidays', () => {
  // Friday 16:00-17:00 = 1 h, Monday 09:00-10:00 = 1 h.
  expect(hoursIn(oslo, '2026-03-06 16:00', '2026-03-09 10:00')).toBe(2);
  // Thursday 24 December 16:00-17:00 = 1 h; Friday is Christmas; Monday 28 December 09:00-09:30 = 0.5 h.
  expect(hoursIn(oslo, '2026-12-24 16:00', '2026-12-28 09:30')).toBe(1.5);
});

it('keeps eight hours from nine on eight over the days on which clocks change, and makes nights longer or shorter', () => {
  const always = { ...oslo, week: Array.from({ length: 7 }, () => [{ from: 0, until: 1_440 }]) };
  // The days themselves have 23 and 25 hours.
  expect(hoursIn(always, '2026-03-29 00:00', '2026-03-30 00:00')).toBe(23);
  expect(hoursIn(always, '2026-10-25 00:00', '2026-10-26 00:00')).toBe(25);
  // A night shift from 22 to 6, as 22-24 and 0-6: 8 h, 7 h when clocks are set forward, 9 h when they are set back.
  const nights = {
    ...oslo,
    week: Array.from({ length: 7 }, () => [
      { from: 0, until: 360 },
      { from: 1_320, until: 1_440 },
    ]),
  };
  expect(hoursIn(nights, '2026-03-27 22:00', '2026-03-28 06:00')).toBe(8);
  expect(hoursIn(nights, '2026-03-28 22:00', '2026-03-29 06:00')).toBe(7);
  expect(hoursIn(nights, '2026-10-24 22:00', '2026-10-25 06:00')).toBe(9);
  // In the hour that is left out nothing is open; the next morning is as long as any.
  expect(
    hoursIn(
      { ...oslo, week: [...oslo.week.slice(0, 6), [{ from: 120, until: 180 }]] },
      '2026-03-29 00:00',
      '2026-03-29 12:00',
    ),
  ).toBe(0);
  expect(hoursIn(oslo, '2026-03-30 00:00', '2026-03-31 00:00')).toBe(8);
});

it('goes by the clocks of its own zone', () => {
  // 09:00-17:00 in Tokyo is 00:00-08:00 UTC.
  expect(
    businessElapsed(officeHours('Asia/Tokyo'))(clock('2026-03-02 07:00', 'UTC'), clock('2026-03-02 12:00', 'UTC')),
  ).toBe(HOUR_MS);
});

it('counts hours that were entered twice or overlap once, and breaks not at all', () => {
  const week = [
    [
      { from: 540, until: 720 },
      { from: 660, until: 780 },
      { from: 540, until: 720 },
      { from: 840, until: 900 },
    ],
    [],
    [],
    [],
    [],
    [],
    [],
  ];
  // 09:00-13:00 and 14:00-15:00 = 5 h.
  expect(hoursIn({ ...oslo, week }, '2026-03-02 00:00', '2026-03-03 00:00')).toBe(5);
});

it('is nothing backwards, and takes years asked for in any order', () => {
  const elapsed = businessElapsed(oslo);
  const at = (text: string): number => clock(text, 'UTC');
  expect(elapsed(at('2026-03-03 12:00'), at('2026-03-02 12:00'))).toBe(0);
  expect(allHours(5, 3)).toBe(0);
  expect(elapsed(at('2026-03-02 00:00'), at('2026-03-03 00:00'))).toBe(8 * HOUR_MS);
  expect(elapsed(at('2019-03-04 00:00'), at('2019-03-05 00:00'))).toBe(8 * HOUR_MS);
  expect(elapsed(at('2031-03-03 00:00'), at('2031-03-04 00:00'))).toBe(8 * HOUR_MS);
  // 2019 to 2031 by weeks of 40 h: 626 weeks from Monday 4 March 2019 to Monday 3 March 2031, less Christmas 2026, a Friday.
  expect(elapsed(at('2019-03-04 00:00'), at('2031-03-03 00:00'))).toBe((626 * 40 - 8) * HOUR_MS);
});

it('adds up over parts of a time, and is never more than went by', () => {
  const elapsed = businessElapsed(officeHours('America/New_York'));
  const start = clock('2026-02-20 00:00', 'UTC');
  const instant = fc.integer({ min: start, max: start + 40 * 24 * HOUR_MS });
  fc.assert(
    fc.property(instant, instant, instant, (...times) => {
      const [a = 0, b = 0, c = 0] = times.toSorted((x, y) => x - y);
      expect(elapsed(a, b) + elapsed(b, c)).toBe(elapsed(a, c));
      expect(elapsed(a, c)).toBeLessThanOrEqual(allHours(a, c));
    }),
  );
});

it('takes no hours that end before they begin, no week of six days and no zone that is none', () => {
  expect(businessHoursSchema.safeParse(oslo).success).toBe(true);
  const wrong = [
    { ...oslo, timeZone: 'Europe/Nowhere' },
    { ...oslo, week: oslo.week.slice(1) },
    { ...oslo, week: [[{ from: 600, until: 540 }], ...oslo.week.slice(1)] },
    { ...oslo, holidays: ['25 December'] },
  ];
  expect(wrong.map((one) => businessHoursSchema.safeParse(one).success)).toEqual([false, false, false, false]);
});

it('is quick enough for a hundred thousand tickets', () => {
  const elapsed = businessElapsed(oslo);
  const start = clock('2025-01-01 00:00', 'UTC');
  let sum = 0;
  for (let ticket = 0; ticket < 100_000; ticket++) {
    const from = start + ticket * 5 * 60_000;
    sum += elapsed(from, from + 3 * 24 * HOUR_MS);
  }
  // About 3 days × 8 h × 5/7 each: what matters is that it has come to an end by now.
  expect(sum / 100_000 / HOUR_MS).toBeCloseTo((3 * 8 * 5) / 7, 0);
});
