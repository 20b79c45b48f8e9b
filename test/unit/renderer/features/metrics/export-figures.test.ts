import { expect, test } from 'vitest';
import { readCsvRows } from '#shared/csv/csv-rows.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import { figuresAsCsv, figuresAsJson } from '../../../../../src/renderer/src/features/metrics/export-figures.ts';
import type { MetricsAnswer, MetricsQuery } from '../../../../../src/renderer/src/store/desk-metrics.ts';

const zone = zoneOf('Europe/Oslo');
/** The Sunday on which clocks are set forward: 23 hours. */
const query: MetricsQuery = {
  range: { from: Date.UTC(2026, 2, 28, 23), until: Date.UTC(2026, 2, 29, 22) },
  kind: 'day',
  zone: zone.name,
  weekStart: 0,
  mine: true,
  hours: 'all',
  filter: { tags: ['late'] },
};
const answer: MetricsAnswer = {
  figures: [
    {
      id: 'first-reply',
      now: { value: 1_680_000.5, count: 43, tickets: 41, median: 1_200_000, p90: 5_400_000, tooFew: false },
      before: { value: null, count: 0, tickets: 0, median: null, p90: null, tooFew: true },
      series: [
        { at: Date.UTC(2026, 2, 28, 23), value: null, count: 0 },
        { at: Date.UTC(2026, 2, 29, 10), value: 1_680_000.5, count: 43 },
      ],
    },
    {
      id: 'csat',
      now: { value: 0.75, count: 4, tickets: 4, median: null, p90: null, tooFew: true },
      before: { value: 1, count: 5, tickets: 5, median: null, p90: null, tooFew: false },
      series: [],
    },
  ],
  before: { from: Date.UTC(2026, 2, 27, 23), until: Date.UTC(2026, 2, 28, 23) },
  coverage: { tickets: 50, whole: 49, since: Date.UTC(2026, 0, 2), reading: null },
};

test('a CSV has a row for each figure, the range before and each part: times in ISO, plain numbers in base units', () => {
  const csv = figuresAsCsv(answer, query);
  expect(csv.startsWith('\ufeff"figure","kind","from","until","unit"')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  const rows = readCsvRows(csv);
  expect(rows.every(({ cells, broken }) => cells.length === 11 && !broken)).toBe(true);
  expect(rows.slice(1).map(({ cells }) => cells.join(' '))).toEqual([
    'first-reply range 2026-03-28T23:00:00.000Z 2026-03-29T22:00:00.000Z ms 1680000.5 43 41 1200000 5400000 no',
    'first-reply before 2026-03-27T23:00:00.000Z 2026-03-28T23:00:00.000Z ms  0 0   yes',
    'first-reply part 2026-03-28T23:00:00.000Z 2026-03-29T10:00:00.000Z ms  0    ',
    'first-reply part 2026-03-29T10:00:00.000Z 2026-03-29T22:00:00.000Z ms 1680000.5 43    ',
    'csat range 2026-03-28T23:00:00.000Z 2026-03-29T22:00:00.000Z of 1 0.75 4 4   yes',
    'csat before 2026-03-27T23:00:00.000Z 2026-03-28T23:00:00.000Z of 1 1 5 5   no',
  ]);
});

test('a JSON says besides what was asked and from how much it was made', () => {
  expect(JSON.parse(figuresAsJson(answer, query))).toMatchObject({
    range: { from: '2026-03-28T23:00:00.000Z', until: '2026-03-29T22:00:00.000Z' },
    before: { from: '2026-03-27T23:00:00.000Z', until: '2026-03-28T23:00:00.000Z' },
    timeZone: 'Europe/Oslo',
    filter: { tags: ['late'] },
    coverage: { tickets: 50, whole: 49, since: '2026-01-02T00:00:00.000Z' },
    figures: [
      {
        id: 'first-reply',
        unit: 'ms',
        now: { value: 1_680_000.5, count: 43 },
        series: [{ value: null }, { count: 43 }],
      },
      { id: 'csat', unit: 'of 1', before: { value: 1 } },
    ],
  });
});
