import { dayOf, firstOfMonth, firstOfWeek, HOUR_MS, startOfDay } from './day-of.ts';
import type { Range } from './range.ts';
import type { Zone } from './zone.ts';

export type Step = 'hour' | 'day' | 'week' | 'month';

/** Where the parts of a range begin, and its end last: the first and the last may be cut off by it. */
export function bucketsOf(
  { from, until }: Range,
  step: Step,
  { zone, weekStart }: { readonly zone: Zone; readonly weekStart: number },
): Float64Array {
  const starts = [from];
  const add = (at: number): void => {
    if (at > from && at < until) starts.push(at);
  };
  if (step === 'hour') {
    // Half-hour zones begin their hours half an hour off.
    const ahead = (((from + zone.offsetAt(from)) % HOUR_MS) + HOUR_MS) % HOUR_MS;
    for (let at = from - ahead + HOUR_MS; at < until; at += HOUR_MS) add(at);
  } else {
    const last = dayOf(zone, until);
    let day = dayOf(zone, from);
    const next = (): number =>
      step === 'day' ? day + 1 : step === 'week' ? firstOfWeek(day, weekStart) + 7 : firstOfMonth(day, 1);
    while (day <= last) {
      day = next();
      add(startOfDay(zone, day));
    }
  }
  return Float64Array.from([...starts, until]);
}
