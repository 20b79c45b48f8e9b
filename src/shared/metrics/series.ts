import { type MeasureColumns, metricNumber } from './columns.ts';
import { DAY_MS, dayOf, firstOfMonth, firstOfWeek, HOUR_MS, startOfDay } from './day-of.ts';
import type { MetricId } from './measured.ts';
import type { Range } from './range.ts';
import { endOf, isSelected, type Selection } from './selection.ts';
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

export type Series = { readonly starts: Float64Array; readonly counts: Uint32Array; readonly sums: Float64Array };

/** How much of a metric lies in each part of a selection's range. */
export function seriesOf(
  columns: MeasureColumns,
  metric: MetricId,
  selection: Selection,
  buckets: Float64Array,
): Series {
  const size = Math.max(0, buckets.length - 1);
  const counts = new Uint32Array(size);
  const sums = new Float64Array(size);
  const { from } = selection.range;
  const until = endOf(selection);
  const number = metricNumber(metric);
  // Parts are nearly as long as each other: a guess is at most a few places off.
  const length = ((buckets[size] ?? 0) - (buckets[0] ?? 0)) / Math.max(1, size) || DAY_MS;
  for (let row = 0; row < columns.length; row++) {
    if (columns.metric[row] !== number) continue;
    const at = columns.at[row] ?? 0;
    if (at < from || at >= until || !isSelected(columns, row, selection)) continue;
    let place = Math.min(size - 1, Math.floor((at - from) / length));
    while (place > 0 && at < (buckets[place] ?? 0)) place--;
    while (place < size - 1 && at >= (buckets[place + 1] ?? 0)) place++;
    counts[place] = (counts[place] ?? 0) + 1;
    sums[place] = (sums[place] ?? 0) + (columns.value[row] ?? 0);
  }
  return { starts: buckets.subarray(0, size), counts, sums };
}
