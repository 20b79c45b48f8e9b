import { expect, it } from 'vitest';
import { calendarRange, previousRange, type Range, type RangeKind, shiftRange, soFar } from '#shared/metrics/range.ts';
import { bucketsOf, type Step } from '#shared/metrics/series.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import { clock } from '../../../support/timeline.ts';

const ZONE = 'Europe/Oslo';
const calendar = { zone: zoneOf(ZONE), weekStart: 0 };
const at = (text: string): number => clock(text, ZONE);
const text = (instant: number): string =>
  new Date(instant + calendar.zone.offsetAt(instant)).toISOString().slice(0, 16).replace('T', ' ');
const shown = ({ from, until }: Range): readonly string[] => [text(from), text(until)];

it('is the day, the week or the month in which an instant lies', () => {
  const noon = at('2026-03-29 12:00');
  expect(shown(calendarRange('day', noon, calendar))).toEqual(['2026-03-29 00:00', '2026-03-30 00:00']);
  expect(shown(calendarRange('week', noon, calendar))).toEqual(['2026-03-23 00:00', '2026-03-30 00:00']);
  expect(shown(calendarRange('week', noon, { ...calendar, weekStart: 6 }))).toEqual([
    '2026-03-29 00:00',
    '2026-04-05 00:00',
  ]);
  expect(shown(calendarRange('month', noon, { ...calendar, steps: 1 }))).toEqual([
    '2026-04-01 00:00',
    '2026-05-01 00:00',
  ]);
});

it('is compared with the one of its kind before it, whatever its length', () => {
  const before = (kind: RangeKind, from: string, until: string) =>
    shown(previousRange(kind, { from: at(from), until: at(until) }, calendar));
  expect(before('month', '2026-03-01 00:00', '2026-04-01 00:00')).toEqual(['2026-02-01 00:00', '2026-03-01 00:00']);
  expect(before('week', '2026-03-30 00:00', '2026-04-06 00:00')).toEqual(['2026-03-23 00:00', '2026-03-30 00:00']);
  expect(before('day', '2026-03-30 00:00', '2026-03-31 00:00')).toEqual(['2026-03-29 00:00', '2026-03-30 00:00']);
  // Ten days, with a day of 23 hours among those before them.
  expect(before('span', '2026-03-30 00:00', '2026-04-09 00:00')).toEqual(['2026-03-20 00:00', '2026-03-30 00:00']);
  // A shift of eight hours.
  expect(before('span', '2026-03-30 09:00', '2026-03-30 17:00')).toEqual(['2026-03-30 01:00', '2026-03-30 09:00']);
});

it('is compared with as much of the one before as has passed of it', () => {
  const so = (kind: RangeKind, from: string, until: string, now: string) => {
    const range = { from: at(from), until: at(until) };
    return shown(soFar(previousRange(kind, range, calendar), range, at(now), calendar.zone));
  };
  const day = ['2026-03-30 00:00', '2026-03-31 00:00'] as const;
  // The day before has 23 hours.
  expect(so('day', ...day, '2026-03-30 11:00')).toEqual(['2026-03-29 00:00', '2026-03-29 11:00']);
  expect(so('day', ...day, '2026-03-31 00:00')).toEqual(['2026-03-29 00:00', '2026-03-30 00:00']);
  // February has no 30th.
  const march = ['2026-03-01 00:00', '2026-04-01 00:00'] as const;
  expect(so('month', ...march, '2026-03-30 11:00')).toEqual(['2026-02-01 00:00', '2026-03-01 00:00']);
  expect(so('month', ...march, '2026-03-10 11:00')).toEqual(['2026-02-01 00:00', '2026-02-10 11:00']);
});

it('is of the shift that began last, and is compared with the one of the day before', () => {
  const shift = (now: string, from = 22 * 60) => shiftRange({ from, minutes: 8 * 60 }, at(now), calendar.zone);
  expect(shown(shift('2026-03-27 23:00'))).toEqual(['2026-03-27 22:00', '2026-03-28 06:00']);
  expect(shown(shift('2026-03-28 21:59'))).toEqual(['2026-03-27 22:00', '2026-03-28 06:00']);
  // Clocks are set forward at two: by the clock it is as long as ever.
  const night = shift('2026-03-29 01:00');
  expect(shown(night)).toEqual(['2026-03-28 22:00', '2026-03-29 06:00']);
  expect(night.until - night.from).toBe(7 * 3_600_000);
  expect(shown(previousRange('shift', night, calendar))).toEqual(['2026-03-27 22:00', '2026-03-28 06:00']);
});

it('is parted by the hours, days, weeks and months of the zone', () => {
  const parts = (step: Step, from: string, until: string): readonly string[] =>
    [...bucketsOf({ from: at(from), until: at(until) }, step, calendar)].map(text);
  expect(parts('day', '2026-03-28 10:00', '2026-03-30 12:00')).toEqual([
    '2026-03-28 10:00',
    '2026-03-29 00:00',
    '2026-03-30 00:00',
    '2026-03-30 12:00',
  ]);
  expect(parts('week', '2026-03-01 00:00', '2026-03-16 00:00')).toEqual([
    '2026-03-01 00:00',
    '2026-03-02 00:00',
    '2026-03-09 00:00',
    '2026-03-16 00:00',
  ]);
  expect(parts('month', '2026-01-15 00:00', '2026-03-02 00:00')).toEqual([
    '2026-01-15 00:00',
    '2026-02-01 00:00',
    '2026-03-01 00:00',
    '2026-03-02 00:00',
  ]);
  // The hour from two to three is left out, and shown twice in autumn.
  expect(parts('hour', '2026-03-29 01:30', '2026-03-29 04:00')).toEqual([
    '2026-03-29 01:30',
    '2026-03-29 03:00',
    '2026-03-29 04:00',
  ]);
  expect(parts('hour', '2026-10-25 01:00', '2026-10-25 04:00')).toHaveLength(5);
});

it('parts hours where they begin in zones that are half an hour off', () => {
  const zone = zoneOf('Asia/Kolkata');
  const from = clock('2026-03-02 09:10', 'Asia/Kolkata');
  expect([...bucketsOf({ from, until: from + 3_600_000 }, 'hour', { zone, weekStart: 0 })]).toEqual([
    from,
    clock('2026-03-02 10:00', 'Asia/Kolkata'),
    from + 3_600_000,
  ]);
});
