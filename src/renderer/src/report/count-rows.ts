import { type MeasureColumns, NO_TICKET } from '#shared/metrics/columns.ts';
import type { MetricId } from '#shared/metrics/measured.ts';
import { METRICS } from '#shared/metrics/measures/index.ts';
import { endOf, type Selection } from '#shared/metrics/selection.ts';
import type { FigureValue } from '../store/desk-metrics.ts';
import { figureValue } from './figure-value.ts';

export type Counted = {
  readonly value: FigureValue;
  /** By part of the range, where parts were asked for. */
  readonly counts: Uint32Array;
  readonly sums: Float64Array;
};

const NO_PARTS = new Float64Array(0);

/**
 * Counts a metric's rows, its value and its series in one pass: with a pass for each of them a year of everybody's takes twice as long.
 * `size`: how many numbers of tickets there are. `parts` begin the parts of the range, and its end is the last.
 */
export function createRowCounter(
  size: number,
): (metric: MetricId, columns: MeasureColumns, selection: Selection, parts?: Float64Array) => Counted {
  // Which call saw a ticket last.
  const seen = new Uint32Array(size);
  let call = 0;
  return (metric, columns, selection, parts = NO_PARTS) => {
    call++;
    const { at, value, agent, ticket } = columns;
    const { agents, tickets } = selection;
    const { from } = selection.range;
    const until = endOf(selection);
    const spreads = METRICS[metric].unit === 'duration';
    const values = new Float64Array(spreads ? columns.length : 0);
    const last = Math.max(0, parts.length - 2);
    const counts = new Uint32Array(last + 1);
    const sums = new Float64Array(last + 1);
    let [count, sum, different, place] = [0, 0, 0, 0];
    for (let row = 0; row < columns.length; row++) {
      const when = at[row] ?? 0;
      if (when < from || when >= until) continue;
      if (agents !== null && agents[agent[row] ?? 0] !== 1) continue;
      const number = ticket[row] ?? NO_TICKET;
      if (tickets !== null && (number === NO_TICKET || tickets[number] !== 1)) continue;
      const one = value[row] ?? 0;
      if (spreads) values[count] = one;
      count++;
      sum += one;
      if (number !== NO_TICKET && seen[number] !== call) {
        seen[number] = call;
        different++;
      }
      // Rows come day by day, so that the part is mostly that of the row before.
      while (place > 0 && when < (parts[place] ?? 0)) place--;
      while (place < last && when >= (parts[place + 1] ?? 0)) place++;
      counts[place] = (counts[place] ?? 0) + 1;
      sums[place] = (sums[place] ?? 0) + one;
    }
    return { value: figureValue(metric, { count, sum, tickets: different }, values.subarray(0, count)), counts, sums };
  };
}
