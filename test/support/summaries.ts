import { arrange } from '#renderer/report/arrange.ts';
import { createRowCounter } from '#renderer/report/count-rows.ts';
import { figureValue } from '#renderer/report/figure-value.ts';
import type { MeasureColumns } from '#shared/metrics/columns.ts';
import { METRIC_IDS, type SummedId } from '#shared/metrics/measured.ts';
import type { Selection } from '#shared/metrics/selection.ts';

export const SUMMED = METRIC_IDS.filter((id): id is SummedId => id !== 'backlog');

/** Every metric over a selection as the report counts it, and by parts of its range. */
export function summariesOf(columns: MeasureColumns, selection: Selection, parts?: Float64Array) {
  const rows = arrange(columns);
  const count = createRowCounter(columns.tickets.size);
  const summaryOf = (id: SummedId) => {
    const { sum, values, counts, sums, ...counted } = count(id, rows.of(id, selection.range), selection, parts);
    return { ...figureValue(id, { ...counted, sum }, values), sum, counts, sums };
  };
  return Object.fromEntries(SUMMED.map((id) => [id, summaryOf(id)])) as Record<SummedId, ReturnType<typeof summaryOf>>;
}
