import { DAY_MS, HOUR_MS } from '#shared/metrics/day-of.ts';
import type { Range } from '#shared/metrics/range.ts';
import type { Step } from '#shared/metrics/series.ts';
import type { SeriesPoint } from '../store/desk-metrics.ts';

/** A day has 25 hours once a year; two months are few enough days to tell them apart on a screen, and a year has 53 weeks. */
export function stepOf({ from, until }: Range): Step {
  const length = until - from;
  if (length <= 36 * HOUR_MS) return 'hour';
  if (length <= 63 * DAY_MS) return 'day';
  return length <= 400 * DAY_MS ? 'week' : 'month';
}

/** What is still to come has no value yet. */
export const pointsOf =
  (buckets: Float64Array, now: number) =>
  (pointOf: (place: number) => Omit<SeriesPoint, 'at'>): readonly SeriesPoint[] =>
    [...buckets.subarray(0, -1)].flatMap((at, place) => (at > now ? [] : [{ at, ...pointOf(place) }]));
