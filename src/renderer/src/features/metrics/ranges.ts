import type { Text } from '#shared/i18n/text.ts';
import { DAY_MS, dayNamed, dayOf, dayText, startOfDay } from '#shared/metrics/day-of.ts';
import { calendarRange, type Range, type RangeKind, type Shift, shiftRange } from '#shared/metrics/range.ts';
import type { Zone } from '#shared/metrics/zone.ts';
import type { DaysRange, FiguresChoice } from '../../state/figures-choice.ts';

export type ShownRange = { readonly kind: RangeKind; readonly range: Range };

/** The days of a choice, as instants. Days in the wrong order are taken the other way round. */
export function rangeOf(
  choice: FiguresChoice['range'],
  at: number,
  { zone, weekStart, shift }: { readonly zone: Zone; readonly weekStart: number; readonly shift: Shift | null },
): ShownRange {
  if (typeof choice === 'object') {
    const [from = 0, to = 0] = [dayNamed(choice.from), dayNamed(choice.to)].toSorted((a, b) => a - b);
    return { kind: 'span', range: { from: startOfDay(zone, from), until: startOfDay(zone, to + 1) } };
  }
  if (choice === 'last30') {
    const today = dayOf(zone, at);
    return { kind: 'span', range: { from: startOfDay(zone, today - 29), until: startOfDay(zone, today + 1) } };
  }
  // Of a shift that is not set any more, days are counted.
  if (choice === 'shift' && shift) return { kind: 'shift', range: shiftRange(shift, at, zone) };
  const kind = choice === 'today' || choice === 'shift' ? 'day' : choice;
  return { kind, range: calendarRange(kind, at, { zone, weekStart }) };
}

/** The days that a range covers, to be entered in fields. */
export const daysOf = ({ from, until }: Range, zone: Zone): DaysRange => ({
  from: dayText(dayOf(zone, from)),
  to: dayText(dayOf(zone, until - 1)),
});

/** "26 Nov", or "20–26 Nov"; a shift with its hours. */
export function rangeText(t: Text, { kind, range: { from, until } }: ShownRange, zone: Zone): string {
  const options = { day: 'numeric', month: 'short', timeZone: zone.name } as const;
  if (kind === 'shift') {
    const hours = { ...options, hour: 'numeric', minute: '2-digit' } as const;
    return new Intl.DateTimeFormat(t.intl.locale, hours).formatRange(from, until);
  }
  const format = new Intl.DateTimeFormat(t.intl.locale, options);
  return until - from <= DAY_MS + 2 * 3_600_000 ? format.format(from) : format.formatRange(from, until - 1);
}

/** Whether a range ends with a day. */
export const isWhole = ({ until }: Range, zone: Zone): boolean => startOfDay(zone, dayOf(zone, until)) === until;

/** 0 Monday: the weekday that weeks begin with where the agent is, as far as the system tells. */
export function weekStartOf(locale: string, system: string): number {
  const regional = system.split('-')[0] === locale.split('-')[0] ? system : locale;
  const known: Intl.Locale & WeekInfo = new Intl.Locale(regional);
  const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
  return first - 1;
}

/** Newer than the types that the compiler has. */
type WeekInfo = {
  getWeekInfo?: () => { readonly firstDay: number };
  weekInfo?: { readonly firstDay: number };
};
