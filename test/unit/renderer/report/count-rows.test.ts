import { expect, it } from 'vitest';
import { backlogAges } from '#renderer/report/backlog-ages.ts';
import { valueOfBacklog } from '#renderer/report/figure-value.ts';
import { backlogAt, backlogOver } from '#shared/metrics/backlog-at.ts';
import { agentKey, createMeasures, type MeasureColumns } from '#shared/metrics/columns.ts';
import { cellOf, heatMapOf } from '#shared/metrics/heat-map.ts';
import { type Measured, type MetricId, STILL, type SummedId } from '#shared/metrics/measured.ts';
import { definitionKey, METRICS, nameKey, RATIOS } from '#shared/metrics/measures/index.ts';
import { ratioOf } from '#shared/metrics/ratio.ts';
import { mineMask, type Selection } from '#shared/metrics/selection.ts';
import { bucketsOf } from '#shared/metrics/series.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import { summariesOf } from '../../../support/summaries.ts';
import { clock } from '../../../support/timeline.ts';

type Row = readonly [ticket: string, metric: MetricId, at: string, value: number, agent?: string];
const at = (text: string): number => clock(text, 'Europe/Oslo');

/** Those of no agent are of the one at this machine. */
function columnsOf(...rows: readonly Row[]): MeasureColumns {
  const measures = createMeasures();
  for (const [index, [ticketId, metric, time, value, agentId = null]] of rows.entries()) {
    const measured: Measured = { metric, at: at(time), value, agentId };
    measures.replace({
      source: String(index),
      mine: agentId === null,
      accountId: 'desk-1',
      rows: [{ ticketId, measured }],
    });
  }
  return measures.columns();
}
const MARCH: Selection = {
  range: { from: at('2026-03-01 00:00'), until: at('2026-04-01 00:00') },
  now: at('2026-06-01 00:00'),
  agents: null,
  tickets: null,
};
const MINUTE = 60_000;

it('gives mean, median and ninetieth percentile of durations, and how many there are', () => {
  const minutes = [10, 20, 30, 40, 50, 60, 70, 80, 90, 1_000];
  const columns = columnsOf(
    ...minutes.map((value, n): Row => [`t${n % 8}`, 'first-reply', '2026-03-02 09:00', value * MINUTE, 'ana']),
  );
  // Sum 1450, mean 145; between 50 and 60; nine tenths of the way: 90 + 0.1 × (1000 - 90) = 181. Eight tickets.
  const summary = summariesOf(columns, MARCH)['first-reply'];
  expect({ ...summary, p90: Math.round(summary.p90 ?? 0) }).toMatchObject({
    count: 10,
    tickets: 8,
    sum: 1_450 * MINUTE,
    value: 145 * MINUTE,
    median: 55 * MINUTE,
    p90: 181 * MINUTE,
    tooFew: false,
  });
});

it('gives shares as means, says when there are too few, and nothing of nothing', () => {
  const summaries = summariesOf(
    columnsOf(
      ['t1', 'csat', '2026-03-02 09:00', 1, 'ana'],
      ['t2', 'csat', '2026-03-03 09:00', 1, 'ana'],
      ['t3', 'csat', '2026-03-04 09:00', 0, 'ana'],
      ['t4', 'csat', '2026-03-05 09:00', 1, 'ana'],
    ),
    MARCH,
  );
  // 3 of 4.
  expect(summaries.csat).toMatchObject({
    count: 4,
    tickets: 4,
    sum: 3,
    value: 0.75,
    median: null,
    p90: null,
    tooFew: true,
  });
  expect(summaries.nps).toMatchObject({
    count: 0,
    tickets: 0,
    sum: 0,
    value: null,
    median: null,
    p90: null,
    tooFew: true,
  });
});

it('takes what lies in the range, its beginning in and its end out, and nothing that is still to come', () => {
  const columns = columnsOf(
    ['t1', 'solved', '2026-02-28 23:59', 1, 'ana'],
    ['t2', 'solved', '2026-03-01 00:00', 1, 'ana'],
    ['t3', 'solved', '2026-03-31 23:59', 1, 'ana'],
    ['t4', 'solved', '2026-04-01 00:00', 1, 'ana'],
  );
  expect(summariesOf(columns, MARCH).solved.count).toBe(2);
  expect(summariesOf(columns, { ...MARCH, now: at('2026-03-31 23:58') }).solved.count).toBe(1);
  expect(summariesOf(columns, { ...MARCH, now: at('2026-03-31 23:59') }).solved.count).toBe(2);
});

it('tells mine from all, with what only happens at this machine', () => {
  const columns = columnsOf(
    ['t1', 'replies', '2026-03-02 09:00', 1, 'ana'],
    ['t2', 'replies', '2026-03-02 10:00', 1, 'ben'],
    ['t3', 'focus', '2026-03-02 10:00', 5 * MINUTE],
  );
  const mine = { ...MARCH, agents: mineMask(columns, [agentKey('desk-1', 'ana'), agentKey('desk-2', 'stranger')]) };
  const [all, own] = [summariesOf(columns, MARCH), summariesOf(columns, mine)];
  expect([all.replies.sum, own.replies.sum, own.focus.sum]).toEqual([2, 1, 5 * MINUTE]);
});

it('divides sums by sums', () => {
  const columns = columnsOf(
    ['t1', 'replies', '2026-03-02 09:00', 1],
    ['t2', 'replies', '2026-03-02 09:30', 1],
    ['t1', 'replies', '2026-03-02 09:40', 1],
    ['t1', 'work', '2026-03-02 09:00', 45 * MINUTE],
    ['t1', 'on-contact', '2026-03-02 09:00', 10 * MINUTE],
    ['t1', 'idle', '2026-03-02 09:10', 30 * MINUTE],
    ['t1', 'focus', '2026-03-02 09:10', 8 * MINUTE],
    ['t1', 'focus', '2026-03-02 09:20', 2 * MINUTE],
    ['t2', 'focus', '2026-03-02 09:30', 2 * MINUTE],
  );
  const summaries = summariesOf(columns, MARCH);
  const partOf = (id: SummedId) => summaries[id];
  // 3 replies in three quarters of an hour = 4 an hour.
  expect(ratioOf('replies-per-hour', partOf)).toBeCloseTo(4, 9);
  // 10 ÷ (10 + 30).
  expect(ratioOf('occupancy', partOf)).toBe(0.25);
  // 12 minutes on two tickets.
  expect(ratioOf('focus-per-ticket', partOf)).toBe(6 * MINUTE);
  expect(ratioOf('keyboard-share', partOf)).toBe(null);
});

it('parts a metric by days of the zone, and the parts make the whole', () => {
  const columns = columnsOf(
    ['t1', 'solved', '2026-03-28 23:30', 1, 'ana'],
    ['t2', 'solved', '2026-03-29 00:30', 1, 'ana'],
    ['t3', 'solved', '2026-03-29 23:30', 1, 'ana'],
    ['t4', 'solved', '2026-03-30 00:00', 1, 'ana'],
    ['t5', 'replies', '2026-03-30 00:00', 1, 'ana'],
  );
  const zone = zoneOf('Europe/Oslo');
  const buckets = bucketsOf({ from: at('2026-03-28 00:00'), until: at('2026-03-31 00:00') }, 'day', {
    zone,
    weekStart: 0,
  });
  const range = { from: at('2026-03-28 00:00'), until: at('2026-03-31 00:00') };
  const series = summariesOf(columns, { ...MARCH, range }, buckets).solved;
  expect([[...series.counts], [...series.sums]]).toEqual([
    [1, 2, 1],
    [1, 2, 1],
  ]);
});

it('lays a metric on hours and weekdays as clocks show them', () => {
  const columns = columnsOf(
    ['t1', 'replies', '2026-03-29 01:59', 1, 'ana'],
    ['t2', 'replies', '2026-03-29 03:00', 1, 'ana'],
    ['t3', 'replies', '2026-03-30 09:15', 1, 'ana'],
    ['t4', 'replies', '2026-03-23 09:45', 1, 'ana'],
  );
  const { counts } = heatMapOf(columns, 'replies', MARCH, zoneOf('Europe/Oslo'));
  expect([cellOf(6, 1), cellOf(6, 2), cellOf(6, 3), cellOf(0, 9)].map((cell) => counts[cell])).toEqual([1, 0, 1, 2]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
});

it('knows the backlog of any moment, and how old it was', () => {
  const columns = columnsOf(
    ['t1', 'backlog', '2026-03-02 09:00', STILL, 'ana'],
    ['t2', 'backlog', '2026-03-02 10:00', 60 * MINUTE, 'ben'],
    ['t2', 'backlog', '2026-03-02 11:00', 60 * MINUTE, 'ana'],
  );
  const createdAt = Float64Array.of(at('2026-03-02 09:00'), at('2026-03-02 10:00'));
  // At 11:30 t1 is 2 h 30 min old and t2 1 h 30 min: median 2 h, the ninetieth percentile 1:30 + 0.9 × 1:00 = 2:24.
  const then = at('2026-03-02 11:30');
  expect(backlogAt(columns, { createdAt }, MARCH, then)).toEqual([0, 1]);
  expect(valueOfBacklog(backlogAges(columns, createdAt, MARCH, then))).toMatchObject({
    value: 2,
    median: 120 * MINUTE,
    p90: 144 * MINUTE,
  });
  const moments = ['08:59', '09:00', '10:00', '10:59', '11:00', '12:00'].map((time) => at(`2026-03-02 ${time}`));
  expect(backlogOver(columns, MARCH, moments)).toEqual([0, 1, 2, 2, 2, 1]);
  const ana = { agents: mineMask(columns, [agentKey('desk-1', 'ana')]), tickets: null };
  expect(backlogOver(columns, ana, moments)).toEqual([0, 1, 1, 1, 2, 1]);
  expect(backlogAt(columns, { createdAt }, ana, moments[0] ?? 0)).toEqual([]);
  expect(valueOfBacklog(backlogAges(columns, createdAt, ana, moments[0] ?? 0))).toMatchObject({
    value: 0,
    median: null,
  });
});

it('has a name and a definition of every metric and every ratio', () => {
  const ids = [...(Object.keys(METRICS) as MetricId[]), ...(Object.keys(RATIOS) as (keyof typeof RATIOS)[])];
  expect(new Set(ids.flatMap((id) => [nameKey(id), definitionKey(id)])).size).toBe(2 * ids.length);
  expect(METRICS['first-reply']).toEqual({ unit: 'duration', additive: false, better: 'lower', attribution: 'author' });
});
