import { ticketsBehind } from '#shared/metrics/aggregate.ts';
import { backlogAt } from '#shared/metrics/backlog-at.ts';
import { type MeasureColumns, metricNumber, NO_TICKET } from '#shared/metrics/columns.ts';
import { CELLS, heatMapOf } from '#shared/metrics/heat-map.ts';
import type { MetricId } from '#shared/metrics/measured.ts';
import { endOf, isSelected, type Selection } from '#shared/metrics/selection.ts';
import { MOST_BEHIND } from '../store/desk-metrics.ts';
import { byFacet, type Rows } from './by-facet.ts';
import type { Chosen } from './chosen.ts';
import { valueOfBacklog, valueOfRows } from './figure-value.ts';
import { momentOf } from './figures.ts';
import { histogramOf } from './histogram.ts';
import type { Measurements } from './measurements.ts';
import type { ReportDetail } from './report-api.ts';

/** What is behind a metric of a selection. */
export function detailOf(measurements: Measurements, chosen: Chosen, metric: MetricId): ReportDetail {
  if (metric === 'backlog') return backlogDetail(measurements, chosen);
  const { selection, zone } = chosen;
  const columns = chosen.columnsOf(metric);
  const rows = rowsOf(columns, metric, selection);
  return {
    histogram: histogramOf(metric, rows.values),
    heat: heatMapOf(columns, metric, selection, zone),
    by: byFacet(rows, measurements.facts(), measurements.isHere, ({ values, tickets }) =>
      valueOfRows(metric, values, tickets),
    ),
    ...behind(columns, ticketsBehind(columns, metric, selection)),
  };
}

/** What waits at a moment did not come about in any hour of it. */
function backlogDetail(measurements: Measurements, { columnsOf, selection }: Chosen): ReportDetail {
  const columns = columnsOf('backlog');
  const facts = measurements.facts();
  const moment = momentOf(selection);
  const { tickets } = backlogAt(columns, facts, selection, moment);
  const rows: Rows = {
    values: Float64Array.from(tickets, (ticket) => moment - (facts.createdAt[ticket] ?? moment)),
    tickets: Uint32Array.from(tickets),
  };
  return {
    histogram: histogramOf('backlog', rows.values),
    heat: { counts: new Uint32Array(CELLS), sums: new Float64Array(CELLS) },
    by: byFacet(rows, facts, measurements.isHere, ({ values, tickets: numbers }) => {
      const { median, p90 } = valueOfRows('first-reply', values, numbers);
      return valueOfBacklog({ tickets: [...numbers], median, p90 });
    }),
    ...behind(columns, tickets),
  };
}

const behind = (
  { tickets }: MeasureColumns,
  numbers: readonly number[],
): Pick<ReportDetail, 'ticketIds' | 'total'> => ({
  ticketIds: numbers.slice(0, MOST_BEHIND).map((number) => tickets.textOf(number)),
  total: numbers.length,
});

function rowsOf(columns: MeasureColumns, metric: MetricId, selection: Selection): Rows {
  const number = metricNumber(metric);
  const { from } = selection.range;
  const until = endOf(selection);
  const found: number[] = [];
  for (let row = 0; row < columns.length; row++) {
    if (columns.metric[row] !== number) continue;
    const at = columns.at[row] ?? 0;
    if (at >= from && at < until && isSelected(columns, row, selection)) found.push(row);
  }
  return {
    values: Float64Array.from(found, (row) => columns.value[row] ?? 0),
    tickets: Uint32Array.from(found, (row) => columns.ticket[row] ?? NO_TICKET),
  };
}
