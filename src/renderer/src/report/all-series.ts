import { GONE, type MeasureColumns } from '#shared/metrics/columns.ts';
import { METRIC_IDS } from '#shared/metrics/measured.ts';
import { endOf, isSelected, type Selection } from '#shared/metrics/selection.ts';

export type AllSeries = {
  /** A 1 for each metric, by number, that was measured at all, whenever and of whomever. */
  readonly ever: Uint8Array;
  /** By metric and, in it, by part of the range. */
  readonly counts: Uint32Array;
  readonly sums: Float64Array;
};

/** How much of every metric lies in each part of a selection's range, in one pass: one for each metric would be twenty. */
export function allSeries(columns: MeasureColumns, selection: Selection, buckets: Float64Array): AllSeries {
  const size = Math.max(1, buckets.length - 1);
  const ever = new Uint8Array(256);
  const counts = new Uint32Array(METRIC_IDS.length * size);
  const sums = new Float64Array(METRIC_IDS.length * size);
  const { from } = selection.range;
  const until = endOf(selection);
  const isOpen = selection.agents === null && selection.tickets === null;
  // Parts are nearly as long as each other: a guess is at most a few places off.
  const length = Math.max(1, ((buckets[size] ?? 0) - (buckets[0] ?? 0)) / size);
  for (let row = 0; row < columns.length; row++) {
    const metric = columns.metric[row] ?? GONE;
    ever[metric] = 1;
    const at = columns.at[row] ?? 0;
    if (at < from || at >= until || metric === GONE || (!isOpen && !isSelected(columns, row, selection))) continue;
    let place = Math.min(size - 1, Math.floor((at - from) / length));
    while (place > 0 && at < (buckets[place] ?? 0)) place--;
    while (place < size - 1 && at >= (buckets[place + 1] ?? 0)) place++;
    const cell = metric * size + place;
    counts[cell] = (counts[cell] ?? 0) + 1;
    sums[cell] = (sums[cell] ?? 0) + (columns.value[row] ?? 0);
  }
  return { ever, counts, sums };
}
