import { NO_TICKET } from '#shared/metrics/columns.ts';
import { FEW, type MetricId } from '#shared/metrics/measured.ts';
import { METRICS } from '#shared/metrics/measures/index.ts';
import { percentiles } from '#shared/metrics/percentile.ts';
import type { Part } from '#shared/metrics/ratio.ts';
import type { FigureValue } from '../store/desk-metrics.ts';
import type { Rows } from './by-facet.ts';

/** What a metric comes to: how many there were is a number also when it is none. */
export const toldValue = (metric: MetricId, count: number, sum: number): number | null =>
  METRICS[metric].unit === 'count' ? sum : count === 0 ? null : sum / count;

/** Of as many values as were counted; the durations among them are moved about. */
export const figureValue = (metric: MetricId, { count, sum, tickets }: Part, values: Float64Array): FigureValue => ({
  value: toldValue(metric, count, sum),
  count,
  tickets,
  ...(METRICS[metric].unit === 'duration' ? spreadOf(values) : { median: null, p90: null }),
  // Of counts each one is told; of means and shares a few say nothing.
  tooFew: METRICS[metric].unit !== 'count' && count < FEW,
});

/** Of a backlog the number of its tickets, and of their ages the median and the 90th percentile. The ages are moved about. */
export const valueOfBacklog = (ages: Float64Array): FigureValue => ({
  value: ages.length,
  count: ages.length,
  tickets: ages.length,
  ...spreadOf(ages),
  tooFew: false,
});

/** Of some rows of a metric. The values are moved about. `size`: how many numbers of tickets there are. */
export function createValueOfRows(size: number): (metric: MetricId, rows: Rows) => FigureValue {
  // Which call saw a ticket last: a set of numbers for each of a hundred groups would take most of the time.
  const seen = new Uint32Array(size);
  let call = 0;
  return (metric, { values, tickets }) => {
    call++;
    let [sum, different] = [0, 0];
    for (let row = 0; row < values.length; row++) {
      sum += values[row] ?? 0;
      const ticket = tickets[row] ?? NO_TICKET;
      if (ticket === NO_TICKET || seen[ticket] === call) continue;
      seen[ticket] = call;
      different++;
    }
    return figureValue(metric, { count: values.length, sum, tickets: different }, values);
  };
}

function spreadOf(values: Float64Array): Pick<FigureValue, 'median' | 'p90'> {
  const [median = null, p90 = null] = values.length > 0 ? percentiles(values, [0.5, 0.9]) : [];
  return { median, p90 };
}
