import { summarize } from '#shared/metrics/aggregate.ts';
import { backlogAt, backlogOver } from '#shared/metrics/backlog-at.ts';
import { METRIC_IDS } from '#shared/metrics/measured.ts';
import type { Selection } from '#shared/metrics/selection.ts';
import { bucketsOf, seriesOf } from '#shared/metrics/series.ts';
import type { Figure } from '../store/desk-metrics.ts';
import type { Chosen } from './chosen.ts';
import { toldValue, valueOfBacklog, valueOfSummary } from './figure-value.ts';
import type { Measurements } from './measurements.ts';
import { BY_DAY, ratioFigures } from './ratio-figures.ts';
import type { ReportQuery } from './report-api.ts';
import { pointsOf, stepOf } from './steps.ts';

/** The moment at which a range's backlog is told: its end, or now. */
export const momentOf = ({ range, now }: Pick<Selection, 'range' | 'now'>): number => Math.min(range.until, now);

/** Every figure that anything was measured for, in the order of the metrics; what is told by several of them comes last. */
export function figuresOf(measurements: Measurements, chosen: Chosen, query: ReportQuery): readonly Figure[] {
  return [...metricFigures(measurements, chosen, query), ...ratioFigures(chosen, query)];
}

function metricFigures(measurements: Measurements, chosen: Chosen, query: ReportQuery): readonly Figure[] {
  const { selection, before, zone } = chosen;
  const buckets = bucketsOf(query.range, stepOf(query.range), { zone, weekStart: query.weekStart });
  const points = pointsOf(buckets, chosen.now);
  return METRIC_IDS.flatMap((id): readonly Figure[] => {
    const rows = chosen.rowsOf(id);
    if (!rows.has(id) || BY_DAY.has(id)) return [];
    if (id === 'backlog') return [backlogFigure(measurements, chosen, buckets, points)];
    const its = rows.of(id, selection.range);
    const { counts, sums } = seriesOf(its, id, selection, buckets);
    return [
      {
        id,
        now: valueOfSummary(id, summarize(its, selection)[id]),
        before: valueOfSummary(id, summarize(rows.of(id, before.range), before)[id]),
        series: points((place) => {
          const count = counts[place] ?? 0;
          return { count, value: toldValue(id, count, sums[place] ?? 0) };
        }),
      },
    ];
  });
}

function backlogFigure(
  measurements: Measurements,
  { rowsOf, selection, before, now }: Chosen,
  buckets: Float64Array,
  points: ReturnType<typeof pointsOf>,
): Figure {
  const columns = rowsOf('backlog').all('backlog');
  const facts = measurements.facts();
  const at = (of: Selection) => {
    const moment = momentOf(of);
    const { tickets } = backlogAt(columns, facts, of, moment);
    return valueOfBacklog(Float64Array.from(tickets, (ticket) => moment - (facts.createdAt[ticket] ?? moment)));
  };
  const ends = [...buckets.subarray(1)].map((end) => Math.min(end, now));
  const sizes = backlogOver(columns, selection, ends);
  return {
    id: 'backlog',
    now: at(selection),
    before: at(before),
    series: points((place) => ({ value: sizes[place] ?? 0, count: sizes[place] ?? 0 })),
  };
}
