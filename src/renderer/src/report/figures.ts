import { backlogOver } from '#shared/metrics/backlog-at.ts';
import { METRIC_IDS } from '#shared/metrics/measured.ts';
import type { Selection } from '#shared/metrics/selection.ts';
import { bucketsOf } from '#shared/metrics/series.ts';
import type { Figure, FigureValue } from '../store/desk-metrics.ts';
import { backlogAges } from './backlog-ages.ts';
import type { Chosen } from './chosen.ts';
import { type Counted, type CountRows, createRowCounter } from './count-rows.ts';
import { figureValue, toldValue, valueOfBacklog } from './figure-value.ts';
import type { Measurements } from './measurements.ts';
import { PARTS, ratioFigures } from './ratio-figures.ts';
import type { ReportQuery } from './report-api.ts';
import { pointsOf, stepOf } from './steps.ts';

/** The moment at which a range's backlog is told: its end, or now. */
export const momentOf = ({ range, now }: Pick<Selection, 'range' | 'now'>): number => Math.min(range.until, now);

/** Every figure that anything was measured for, in the order of the metrics; what is told by several of them comes last. */
export function figuresOf(measurements: Measurements, chosen: Chosen, query: ReportQuery): readonly Figure[] {
  const count = createRowCounter(measurements.numbers.tickets.size);
  return [...metricFigures(measurements, chosen, query, count), ...ratioFigures(measurements, chosen, query, count)];
}

function metricFigures(
  measurements: Measurements,
  chosen: Chosen,
  query: ReportQuery,
  count: CountRows,
): readonly Figure[] {
  const { selection, before, zone } = chosen;
  const buckets = bucketsOf(query.range, stepOf(query.range), { zone, weekStart: query.weekStart });
  const points = pointsOf(buckets, chosen.now);
  return METRIC_IDS.flatMap((id): readonly Figure[] => {
    const rows = chosen.rowsOf(id);
    if (!rows.has(id) || PARTS.has(id)) return [];
    if (id === 'backlog') return [backlogFigure(measurements, chosen, buckets, points)];
    const valueOf = (counted: Counted): FigureValue => figureValue(id, counted, counted.values);
    const counted = count(id, rows.of(id, selection.range), selection, buckets);
    return [
      {
        id,
        now: valueOf(counted),
        before: valueOf(count(id, rows.of(id, before.range), before)),
        series: points((place) => {
          const many = counted.counts[place] ?? 0;
          return { count: many, value: toldValue(id, many, counted.sums[place] ?? 0) };
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
  const { createdAt } = measurements.facts();
  const at = (of: Selection) => valueOfBacklog(backlogAges(columns, createdAt, of, momentOf(of)));
  const ends = [...buckets.subarray(1)].map((end) => Math.min(end, now));
  const sizes = backlogOver(columns, selection, ends);
  return {
    id: 'backlog',
    now: at(selection),
    before: at(before),
    series: points((place) => ({ value: sizes[place] ?? 0, count: sizes[place] ?? 0 })),
  };
}
