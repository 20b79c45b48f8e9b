import { backlogAt } from '#shared/metrics/backlog-at.ts';
import { NO_TICKET } from '#shared/metrics/columns.ts';
import { CELLS, type HeatMap, heatMapOf } from '#shared/metrics/heat-map.ts';
import type { MetricId } from '#shared/metrics/measured.ts';
import { endOf, isSelected } from '#shared/metrics/selection.ts';
import { MOST_BEHIND } from '../store/desk-metrics.ts';
import { newestTickets } from './behind.ts';
import { byFacet, type Rows } from './by-facet.ts';
import type { Chosen } from './chosen.ts';
import { createValueOfRows, valueOfBacklog } from './figure-value.ts';
import { momentOf } from './figures.ts';
import { histogramOf } from './histogram.ts';
import type { Measurements } from './measurements.ts';
import { BY_DAY, BY_TICKET } from './ratio-figures.ts';
import type { ReportDetail } from './report-api.ts';
import { type RowsAt, summedByTicket, together } from './rows-at.ts';

const noHeat = () => ({ counts: new Uint32Array(CELLS), sums: new Float64Array(CELLS) });

/** What was counted by days is of no ticket and no hour. */
const nothingBehind = (): ReportDetail => ({
  histogram: [],
  heat: noHeat(),
  by: { channel: [], group: [], tag: [], priority: [] },
  ticketIds: [],
  total: 0,
});

/** What is behind metrics of a selection that are told together, as the first of them is. */
export function detailOf(
  measurements: Measurements,
  chosen: Chosen,
  [metric, ...others]: readonly [MetricId, ...MetricId[]],
): ReportDetail {
  if (metric === 'backlog') return backlogDetail(measurements, chosen);
  if (BY_DAY.has(metric)) return nothingBehind();
  const { tickets } = measurements.numbers;
  const { selection, zone } = chosen;
  const all = [metric, ...others].map((one) => {
    const columns = chosen.rowsOf(one).of(one, selection.range);
    const rows = selectedRows(columns, selection);
    return {
      rows: BY_TICKET.has(one) ? summedByTicket(rows, tickets.size) : rows,
      heat: heatMapOf(columns, one, selection, zone),
    };
  });
  const rows = together(all.map((one) => one.rows));
  const valueOf = createValueOfRows(tickets.size);
  const { numbers, total } = newestTickets(rows, tickets.size, MOST_BEHIND);
  return {
    histogram: histogramOf(metric, rows.values),
    heat: sumOfHeat(all.map((one) => one.heat)),
    by: byFacet(rows, measurements.facts(), measurements.isHere, (its) => valueOf(metric, its)),
    ticketIds: numbers.map(tickets.textOf),
    total,
  };
}

function sumOfHeat([first = noHeat(), ...others]: readonly HeatMap[]): HeatMap {
  for (const { counts, sums } of others)
    for (let cell = 0; cell < CELLS; cell++) {
      first.counts[cell] = (first.counts[cell] ?? 0) + (counts[cell] ?? 0);
      first.sums[cell] = (first.sums[cell] ?? 0) + (sums[cell] ?? 0);
    }
  return first;
}

/** What waits at a moment did not come about in any hour of it. */
function backlogDetail(measurements: Measurements, { rowsOf, selection }: Chosen): ReportDetail {
  const facts = measurements.facts();
  const { tickets } = measurements.numbers;
  const moment = momentOf(selection);
  const oldest = backlogAt(rowsOf('backlog').all('backlog'), facts, selection, moment);
  const rows: Rows = {
    values: Float64Array.from(oldest, (ticket) => moment - (facts.createdAt[ticket] ?? moment)),
    tickets: Uint32Array.from(oldest),
  };
  return {
    histogram: histogramOf('backlog', rows.values),
    heat: noHeat(),
    by: byFacet(rows, facts, measurements.isHere, ({ values }) => valueOfBacklog(values)),
    ticketIds: oldest.slice(0, MOST_BEHIND).map(tickets.textOf),
    total: oldest.length,
  };
}

function selectedRows(columns: Parameters<typeof isSelected>[0], selection: Chosen['selection']): RowsAt {
  const { from } = selection.range;
  const until = endOf(selection);
  const rows = new Uint32Array(columns.length);
  let count = 0;
  for (let row = 0; row < columns.length; row++) {
    const at = columns.at[row] ?? 0;
    if (at >= from && at < until && isSelected(columns, row, selection)) rows[count++] = row;
  }
  const values = new Float64Array(count);
  const at = new Float64Array(count);
  const tickets = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const row = rows[index] ?? 0;
    values[index] = columns.value[row] ?? 0;
    at[index] = columns.at[row] ?? 0;
    tickets[index] = columns.ticket[row] ?? NO_TICKET;
  }
  return { values, at, tickets };
}
