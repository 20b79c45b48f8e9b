import { z } from '../schema.ts';
import { DAY_MS, dayNamed, dayOf, weekdayOf } from './day-of.ts';
import { type Zone, zoneOf } from './zone.ts';

/** How much time counts between two instants, ms; 0 when `until` is not after `from`. */
export type Elapsed = (from: number, until: number) => number;

const MINUTE_MS = 60_000;
/** Days that are worked out beyond those asked for, so that they are not worked out again with every new ticket. */
const AHEAD_DAYS = 400;

const minuteSchema = z.number().int().min(0).max(1_440);
/** Opening hours in minutes of the day's clock; past midnight they go on in the next day's. */
export const openSchema = z
  .object({ from: minuteSchema, until: minuteSchema })
  .refine(({ from, until }) => from < until, 'ends before it begins');

export const businessHoursSchema = z.object({
  /** IANA name. */
  timeZone: z.string().refine(isTimeZone, 'no time zone'),
  /** From Monday to Sunday; a day without hours is closed. */
  week: z.array(z.array(openSchema).readonly()).length(7).readonly(),
  /** Closed days, as 2026-12-25. */
  holidays: z.array(z.iso.date()).readonly(),
});
export type BusinessHours = Readonly<z.infer<typeof businessHoursSchema>>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Every hour of every day. */
export const allHours: Elapsed = (from, until) => Math.max(0, until - from);

/**
 * Time within business hours. They are by the clock on the wall: on the day on which it is set forward a night shift is an hour
 * shorter, and eight hours from nine on stay eight. Zendesk counts a ticket by the last schedule that was applied to it, Fivetran's
 * models by each in turn; here one schedule, the agent's own, counts for all tickets.
 */
export function businessElapsed(hours: BusinessHours): Elapsed {
  const zone = zoneOf(hours.timeZone);
  const closed = new Set(hours.holidays.map(dayNamed));
  let table = tableOf(zone, hours, closed, 0, -1);

  const within = (at: number): number => {
    const day = dayOf(zone, at);
    if (day < table.firstDay || day > table.lastDay) {
      const isNew = table.lastDay < table.firstDay;
      const firstDay = isNew ? day - AHEAD_DAYS : Math.min(table.firstDay, day - AHEAD_DAYS);
      const lastDay = isNew ? day + AHEAD_DAYS : Math.max(table.lastDay, day + AHEAD_DAYS);
      table = tableOf(zone, hours, closed, firstDay, lastDay);
    }
    return openBefore(table, at);
  };
  return (from, until) => {
    if (until <= from) return 0;
    // Both ends first, so that both are read from one table.
    within(from);
    const end = within(until);
    return end - within(from);
  };
}

/** Opening hours of a run of days one after another, with what was open before each. */
type Table = {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly from: readonly number[];
  readonly until: readonly number[];
  readonly before: readonly number[];
};

function tableOf(
  zone: Zone,
  { week }: BusinessHours,
  closed: ReadonlySet<number>,
  firstDay: number,
  lastDay: number,
): Table {
  const from: number[] = [];
  const until: number[] = [];
  const before: number[] = [];
  let sum = 0;
  for (let day = firstDay; day <= lastDay; day++) {
    if (closed.has(day)) continue;
    const open = (week[weekdayOf(day)] ?? []).toSorted((a, b) => a.from - b.from);
    for (const one of open) {
      // Hours that were entered twice or overlap count once.
      const start = Math.max(
        zone.instantOf(day * DAY_MS + one.from * MINUTE_MS),
        until.at(-1) ?? Number.NEGATIVE_INFINITY,
      );
      const end = zone.instantOf(day * DAY_MS + one.until * MINUTE_MS);
      if (end <= start) continue;
      from.push(start);
      until.push(end);
      before.push(sum);
      sum += end - start;
    }
  }
  return { firstDay, lastDay, from, until, before };
}

function openBefore({ from, until, before }: Table, at: number): number {
  let [low, high] = [0, from.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const place = low - 1;
  if (place < 0) return 0;
  return (before[place] ?? 0) + Math.min(at, until[place] ?? 0) - (from[place] ?? 0);
}
