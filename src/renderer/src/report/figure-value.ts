import { FEW, type Summary } from '#shared/metrics/aggregate.ts';
import type { Backlog } from '#shared/metrics/backlog-at.ts';
import { NO_TICKET } from '#shared/metrics/columns.ts';
import type { MetricId } from '#shared/metrics/measured.ts';
import { METRICS } from '#shared/metrics/measures/index.ts';
import { percentiles } from '#shared/metrics/percentile.ts';
import type { FigureValue } from '../store/desk-metrics.ts';

/** What a metric comes to: how many there were is a number also when it is none. */
export const toldValue = (metric: MetricId, count: number, sum: number): number | null =>
  METRICS[metric].unit === 'count' ? sum : count === 0 ? null : sum / count;

export const valueOfSummary = (metric: MetricId, { count, tickets, sum, median, p90 }: Summary): FigureValue => ({
  value: toldValue(metric, count, sum),
  count,
  tickets,
  median,
  p90,
  tooFew: isTooFew(metric, count),
});

/** Of a backlog the number of its tickets, and how old the middle and the oldest tenth are. */
export const valueOfBacklog = ({ tickets, median, p90 }: Pick<Backlog, 'tickets' | 'median' | 'p90'>): FigureValue => ({
  value: tickets.length,
  count: tickets.length,
  tickets: tickets.length,
  median,
  p90,
  tooFew: false,
});

/** Of some values of a metric and the numbers of the tickets that they were measured on. The values are moved about. */
export function valueOfRows(metric: MetricId, values: Float64Array, tickets: Uint32Array): FigureValue {
  const count = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  const different = new Set(tickets);
  different.delete(NO_TICKET);
  const [median = null, p90 = null] =
    METRICS[metric].unit === 'duration' && count > 0 ? percentiles(values, [0.5, 0.9]) : [];
  return {
    value: toldValue(metric, count, sum),
    count,
    tickets: different.size,
    median,
    p90,
    tooFew: isTooFew(metric, count),
  };
}

/** Of counts each one is told; of means and shares a few say nothing. */
const isTooFew = (metric: MetricId, count: number): boolean => METRICS[metric].unit !== 'count' && count < FEW;
