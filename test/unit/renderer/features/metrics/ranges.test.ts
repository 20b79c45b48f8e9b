import { expect, test } from 'vitest';
import { createText } from '#shared/i18n/text.ts';
import { previousRange, type Shift, soFar } from '#shared/metrics/range.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import { daysOf, rangeOf, rangeText } from '../../../../../src/renderer/src/features/metrics/ranges.ts';
import { clock } from '../../../../support/timeline.ts';

const ZONE = 'Europe/Oslo';
const zone = zoneOf(ZONE);
const t = createText('en');
const at = (text: string): number => clock(text, ZONE);
/** From ten in the evening to six in the morning, and from nine to five. */
const NIGHT: Shift = { from: 22 * 60, minutes: 8 * 60 };
const DAY: Shift = { from: 9 * 60, minutes: 8 * 60 };
const of = (shift: Shift | null, now: string) => rangeOf('shift', at(now), { zone, weekStart: 0, shift });
/** The spaces that are set between a time and its AM are narrow ones. */
const words = (shift: Shift, now: string): string => rangeText(t, of(shift, now), zone).replaceAll(/\s/g, ' ');

test.each([
  ['before midnight', NIGHT, '2026-11-26 23:30', '2026-11-26 22:00', '2026-11-27 06:00'],
  ['after midnight', NIGHT, '2026-11-27 03:00', '2026-11-26 22:00', '2026-11-27 06:00'],
  ['at its first minute', NIGHT, '2026-11-26 22:00', '2026-11-26 22:00', '2026-11-27 06:00'],
  ['when it is over and the next has not begun', NIGHT, '2026-11-27 21:59', '2026-11-26 22:00', '2026-11-27 06:00'],
  ['in the evening after it', DAY, '2026-11-26 20:00', '2026-11-26 09:00', '2026-11-26 17:00'],
  ['in the morning after it', DAY, '2026-11-27 08:00', '2026-11-26 09:00', '2026-11-26 17:00'],
  ['over the first of a month', NIGHT, '2026-12-01 01:00', '2026-11-30 22:00', '2026-12-01 06:00'],
  // Clocks go back at three: by the clock it is as long as ever, and by a stopwatch an hour longer.
  ['while clocks are set back', NIGHT, '2026-10-25 05:00', '2026-10-24 22:00', '2026-10-25 06:00'],
])('a shift is the one that began last: %s', (_when, shift, now, from, until) => {
  expect(of(shift, now)).toEqual({ kind: 'shift', range: { from: at(from), until: at(until) } });
  // Asked again of when it began, as the panel does, it is the same.
  expect(rangeOf('shift', at(from), { zone, weekStart: 0, shift })).toEqual(of(shift, now));
});

test('a shift that is not set is the day', () => {
  expect(of(null, '2026-11-27 03:00')).toEqual({
    kind: 'day',
    range: { from: at('2026-11-27 00:00'), until: at('2026-11-28 00:00') },
  });
});

test('a shift over midnight is told with both of its days, and another with one', () => {
  expect(words(NIGHT, '2026-11-27 03:00')).toBe('Nov 26, 10:00 PM – Nov 27, 6:00 AM');
  expect(words(DAY, '2026-11-26 20:00')).toBe('Nov 26, 9:00 AM – 5:00 PM');
  expect(daysOf(of(NIGHT, '2026-11-27 03:00').range, zone)).toEqual({ from: '2026-11-26', to: '2026-11-27' });
  expect(daysOf(of(DAY, '2026-11-26 20:00').range, zone)).toEqual({ from: '2026-11-26', to: '2026-11-26' });
});

test('a shift is held against the one of the day before: as much of it as has passed, and all of it once it is over', () => {
  const against = (shift: Shift, now: string) => {
    const { kind, range } = of(shift, now);
    const before = soFar(previousRange(kind, range, { zone, weekStart: 0 }), range, at(now), zone);
    return rangeText(t, { kind, range: before }, zone).replaceAll(/\s/g, ' ');
  };
  expect(against(NIGHT, '2026-11-26 23:30')).toBe('Nov 25, 10:00 – 11:30 PM');
  expect(against(NIGHT, '2026-11-27 03:00')).toBe('Nov 25, 10:00 PM – Nov 26, 3:00 AM');
  expect(against(NIGHT, '2026-11-27 12:00')).toBe('Nov 25, 10:00 PM – Nov 26, 6:00 AM');
  expect(against(DAY, '2026-11-26 20:00')).toBe('Nov 25, 9:00 AM – 5:00 PM');
});
