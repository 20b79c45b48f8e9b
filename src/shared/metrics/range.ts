import { DAY_MS, dayOf, firstOfMonth, firstOfWeek, startOfDay } from './day-of.ts';
import type { Zone } from './zone.ts';

const MINUTE_MS = 60_000;

/** From `from` up to and without `until`, UTC ms. */
export type Range = { readonly from: number; readonly until: number };
/** `span` is any other range. */
export type RangeKind = 'day' | 'week' | 'month' | 'shift' | 'span';

/** When a shift begins, in minutes of the day's clock, and how many minutes of it it lasts. */
export type Shift = { readonly from: number; readonly minutes: number };

/** The shift that began last, which may be over. */
export function shiftRange({ from, minutes }: Shift, at: number, zone: Zone): Range {
  const begins = (day: number): number => day * DAY_MS + from * MINUTE_MS;
  const today = dayOf(zone, at);
  const local = zone.instantOf(begins(today)) <= at ? begins(today) : begins(today - 1);
  return { from: zone.instantOf(local), until: zone.instantOf(local + minutes * MINUTE_MS) };
}

/** The calendar's day, week or month in which an instant lies, `steps` later. `weekStart` is the weekday that weeks begin with, 0 Monday. */
export function calendarRange(
  kind: Exclude<RangeKind, 'span' | 'shift'>,
  at: number,
  { zone, weekStart, steps = 0 }: { readonly zone: Zone; readonly weekStart: number; readonly steps?: number },
): Range {
  const day = dayOf(zone, at);
  const [first, next] =
    kind === 'month'
      ? [firstOfMonth(day, steps), firstOfMonth(day, steps + 1)]
      : kind === 'week'
        ? [firstOfWeek(day, weekStart) + 7 * steps, firstOfWeek(day, weekStart) + 7 * (steps + 1)]
        : [day + steps, day + steps + 1];
  return { from: startOfDay(zone, first), until: startOfDay(zone, next) };
}

/**
 * The range that a range is compared with: the day, week or month before, whatever its length; a shift with that of the day before;
 * a span with one of the same length before it. A span of whole days is preceded by as many days, also where one of them has 23 or 25 hours.
 */
export function previousRange(
  kind: RangeKind,
  range: Range,
  { zone, weekStart }: { readonly zone: Zone; readonly weekStart: number },
): Range {
  const { from, until } = range;
  const local = (at: number): number => at + zone.offsetAt(at);
  if (kind === 'shift')
    return { from: zone.instantOf(local(from) - DAY_MS), until: zone.instantOf(local(until) - DAY_MS) };
  if (kind !== 'span') return calendarRange(kind, from, { zone, weekStart, steps: -1 });
  const [start, end] = [local(from), local(until)];
  return start % DAY_MS === 0 && end % DAY_MS === 0
    ? { from: zone.instantOf(2 * start - end), until: from }
    : { from: 2 * from - until, until: from };
}

/** Of the range before, only as much as has passed of one that is not over yet: until noon today is held against yesterday until noon. */
export function soFar(before: Range, range: Range, now: number, zone: Zone): Range {
  if (now >= range.until) return before;
  const local = (at: number): number => at + zone.offsetAt(at);
  const passed = Math.max(0, local(now) - local(range.from));
  return { from: before.from, until: Math.min(before.until, zone.instantOf(local(before.from) + passed)) };
}
