import { writeCsvRows } from '#shared/csv/csv-rows.ts';
import type { Figure, MetricsAnswer, MetricsQuery } from '../../store/desk-metrics.ts';
import { metaOf } from './figure-meta.ts';

const iso = (at: number): string => new Date(at).toISOString();
const plain = (value: number | null): string => (value === null ? '' : String(value));

/** In what a value is written, whatever the locale shows it in. */
const unitOf = ({ id }: Figure): string =>
  ({ duration: 'ms', share: 'of 1', count: 'count', interval: 'count', points: 'points' })[metaOf(id).unit];

const HEADING = [
  'figure',
  'kind',
  'from',
  'until',
  'unit',
  'value',
  'count',
  'tickets',
  'median (ms)',
  'p90 (ms)',
  'fewer than 5',
];

/**
 * One row for each figure in the range, one in the range before and one for each part of its series: times in ISO 8601 UTC, numbers
 * plain in base units. The words are for programs and the same in every locale.
 */
export function figuresAsCsv({ figures, before }: MetricsAnswer, query: MetricsQuery): string {
  const rows = figures.flatMap((figure) => [
    rowOf(figure, 'range', query.range, figure.now),
    rowOf(figure, 'before', before, figure.before),
    ...figure.series.map(({ at, value, count }, index) => {
      const until = figure.series[index + 1]?.at ?? query.range.until;
      return [figure.id, 'part', iso(at), iso(until), unitOf(figure), plain(value), String(count), '', '', '', ''];
    }),
  ]);
  return writeCsvRows([HEADING, ...rows]);
}

const rowOf = (
  figure: Figure,
  kind: 'range' | 'before',
  { from, until }: MetricsQuery['range'],
  { value, count, tickets, median, p90, tooFew }: Figure['now'],
): readonly string[] => [
  figure.id,
  kind,
  iso(from),
  iso(until),
  unitOf(figure),
  plain(value),
  String(count),
  String(tickets),
  plain(median),
  plain(p90),
  tooFew ? 'yes' : 'no',
];

/** The same with what was asked and from how much it was made. */
export function figuresAsJson({ figures, before, coverage }: MetricsAnswer, query: MetricsQuery): string {
  const times = ({ from, until }: MetricsQuery['range']) => ({ from: iso(from), until: iso(until) });
  return `${JSON.stringify(
    {
      range: times(query.range),
      before: times(before),
      timeZone: query.zone,
      mine: query.mine,
      hours: query.hours,
      filter: query.filter,
      coverage: {
        tickets: coverage.tickets,
        whole: coverage.whole,
        since: coverage.since === null ? null : iso(coverage.since),
      },
      figures: figures.map((figure) => ({
        id: figure.id,
        unit: unitOf(figure),
        now: figure.now,
        before: figure.before,
        series: figure.series.map(({ at, ...point }) => ({ at: iso(at), ...point })),
      })),
    },
    null,
    2,
  )}\n`;
}
