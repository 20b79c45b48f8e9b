import { DAY_MS, HOUR_MS } from '#shared/metrics/day-of.ts';
import type { MetricId } from '#shared/metrics/measured.ts';
import { METRICS } from '#shared/metrics/measures/index.ts';
import type { MetricDetail } from '../store/desk-metrics.ts';

const MINUTE_MS = 60_000;
/** Where people draw lines between durations, ms. */
const LINES_MS = [
  0,
  MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  8 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
  4 * DAY_MS,
  7 * DAY_MS,
  14 * DAY_MS,
  30 * DAY_MS,
  90 * DAY_MS,
];
/** From as many on all counts are one column. */
const MANY = 9;

/**
 * How values spread: durations and ages between lines that people draw, counts one by one. The last column has no end (`until` is
 * infinite). Empty where there is nothing to spread: shares are yes or no, and of what is counted one by one each is 1.
 */
export function histogramOf(metric: MetricId, values: Float64Array): MetricDetail['histogram'] {
  const { unit } = METRICS[metric];
  if (unit === 'duration' || unit === 'interval') return columnsBetween(LINES_MS, values);
  if (unit !== 'count' || values.every((value) => value === 1)) return [];
  return columnsBetween(
    Array.from({ length: MANY + 1 }, (_, index) => index),
    values,
  );
}

/** Columns at both ends that nothing lies in are left out. */
function columnsBetween(lines: readonly number[], values: Float64Array): MetricDetail['histogram'] {
  const counts = new Uint32Array(lines.length);
  for (const value of values) {
    let place = lines.length - 1;
    while (place > 0 && value < (lines[place] ?? 0)) place--;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  return lines
    .map((from, place) => ({ from, until: lines[place + 1] ?? Number.POSITIVE_INFINITY, count: counts[place] ?? 0 }))
    .slice(Math.max(0, first), last + 1);
}
