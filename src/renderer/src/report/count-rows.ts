import { type MeasureColumns, NO_TICKET } from '#shared/metrics/columns.ts';
import type { MetricId } from '#shared/metrics/measured.ts';
import { METRICS } from '#shared/metrics/measures/index.ts';
import type { Part } from '#shared/metrics/ratio.ts';
import { endOf, type Selection } from '#shared/metrics/selection.ts';

export type Counted = Part & {
  /** The durations that were counted, until the next call. Of anything else there is no spread to be told: none. */
  readonly values: Float64Array;
  /** By part of the range; one where no parts were asked for. */
  readonly counts: Uint32Array;
  readonly sums: Float64Array;
};

export type CountRows = (
  metric: MetricId,
  columns: MeasureColumns,
  selection: Selection,
  /** Where the parts of the range begin, and its end last. */
  parts?: Float64Array,
) => Counted;

const NO_PARTS = new Float64Array(0);

/**
 * Counts a metric's rows, as a whole and for its series, in one pass: with a pass for each of them a year of everybody's takes twice as
 * long. `size`: how many numbers of tickets there are.
 */
export function createRowCounter(size: number): CountRows {
  // Which call saw a ticket last.
  const seen = new Uint32Array(size);
  let call = 0;
  /** Of one call after the other: new ones each time would be megabytes to throw away. */
  let values = new Float64Array(0);
  return (metric, columns, selection, parts = NO_PARTS) => {
    call++;
    const { at, value, agent, ticket } = columns;
    const { agents, tickets } = selection;
    const { from } = selection.range;
    const until = endOf(selection);
    const spreads = METRICS[metric].unit === 'duration';
    if (spreads && values.length < columns.length) values = new Float64Array(columns.length);
    const last = Math.max(0, parts.length - 2);
    const counts = new Uint32Array(last + 1);
    const sums = new Float64Array(last + 1);
    let [count, sum, different, place] = [0, 0, 0, 0];
    let begin = Number.NEGATIVE_INFINITY;
    let end = last === 0 ? Number.POSITIVE_INFINITY : (parts[1] ?? 0);
    // Of the part that rows are in now.
    let [its, itsSum] = [0, 0];
    for (let row = 0; row < columns.length; row++) {
      const when = at[row] ?? 0;
      if (when < from || when >= until) continue;
      if (agents !== null && agents[agent[row] ?? 0] !== 1) continue;
      const number = ticket[row] ?? NO_TICKET;
      if (tickets !== null && (number === NO_TICKET || tickets[number] !== 1)) continue;
      const one = value[row] ?? 0;
      if (spreads) values[count] = one;
      count++;
      if (number !== NO_TICKET && seen[number] !== call) {
        seen[number] = call;
        different++;
      }
      // Rows come day by day, so that the part is mostly that of the row before.
      if (when < begin || when >= end) {
        counts[place] = (counts[place] ?? 0) + its;
        sums[place] = (sums[place] ?? 0) + itsSum;
        its = itsSum = 0;
        while (place > 0 && when < (parts[place] ?? 0)) place--;
        while (place < last && when >= (parts[place + 1] ?? 0)) place++;
        begin = place === 0 ? Number.NEGATIVE_INFINITY : (parts[place] ?? 0);
        end = place === last ? Number.POSITIVE_INFINITY : (parts[place + 1] ?? 0);
      }
      its++;
      itsSum += one;
    }
    counts[place] = (counts[place] ?? 0) + its;
    sums[place] = (sums[place] ?? 0) + itsSum;
    for (const part of sums) sum += part;
    return { count, sum, tickets: different, values: values.subarray(0, spreads ? count : 0), counts, sums };
  };
}
