import { type MeasureColumns, metricNumber } from './columns.ts';
import { DAY_MS, HOUR_MS, weekdayOf } from './day-of.ts';
import type { MetricId } from './measured.ts';
import { endOf, isSelected, type Selection } from './selection.ts';
import type { Zone } from './zone.ts';

export const CELLS = 7 * 24;
/** The cell of a weekday, 0 Monday, and an hour. */
export const cellOf = (weekday: number, hour: number): number => weekday * 24 + hour;

export type HeatMap = { readonly counts: Uint32Array; readonly sums: Float64Array };

/** How much of a metric lies in each hour of each weekday, by the clocks of a zone: an hour that they show twice has both. */
export function heatMapOf(columns: MeasureColumns, metric: MetricId, selection: Selection, zone: Zone): HeatMap {
  const counts = new Uint32Array(CELLS);
  const sums = new Float64Array(CELLS);
  const { from } = selection.range;
  const until = endOf(selection);
  const number = metricNumber(metric);
  for (let row = 0; row < columns.length; row++) {
    if (columns.metric[row] !== number) continue;
    const at = columns.at[row] ?? 0;
    if (at < from || at >= until || !isSelected(columns, row, selection)) continue;
    const local = at + zone.offsetAt(at);
    const day = Math.floor(local / DAY_MS);
    const cell = cellOf(weekdayOf(day), Math.floor((local - day * DAY_MS) / HOUR_MS));
    counts[cell] = (counts[cell] ?? 0) + 1;
    sums[cell] = (sums[cell] ?? 0) + (columns.value[row] ?? 0);
  }
  return { counts, sums };
}
