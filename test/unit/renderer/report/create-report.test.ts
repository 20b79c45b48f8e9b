import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '#renderer/report/create-report.ts';
import type { ReportQuery } from '#renderer/report/report-api.ts';
import { allHours, businessElapsed, type Elapsed } from '#shared/metrics/calendar.ts';
import { DAY_MS } from '#shared/metrics/day-of.ts';
import { historyOf } from '#shared/metrics/history.ts';
import { METRIC_IDS, type Measured, type MetricId } from '#shared/metrics/measured.ts';
import { METRICS, measureTicket } from '#shared/metrics/measures/index.ts';
import { previousRange, type Range, soFar } from '#shared/metrics/range.ts';
import type { TicketHistory } from '#shared/metrics/ticket-history.ts';
import { zoneOf } from '#shared/metrics/zone.ts';
import { ACCOUNT, callAt, clock, officeHours } from '../../../support/timeline.ts';
import { generatedRows } from '../../shared/metrics/generated-history.ts';

const ZONE = 'Europe/Oslo';
const MINUTE = 60_000;
const NOW = clock('2026-04-16 12:00', ZONE);
const APRIL: Range = { from: clock('2026-04-01 00:00', ZONE), until: clock('2026-05-01 00:00', ZONE) };

const histories: readonly TicketHistory[] = fc.sample(generatedRows, { numRuns: 300, seed: 7 }).map((rows, index) =>
  historyOf(
    {
      ...rows.ticket,
      remoteId: String(index),
      priority: (['low', 'high', null] as const)[index % 3] ?? null,
      groupId: index % 4 === 0 ? null : `g${index % 4}`,
      tags: index % 5 === 0 ? ['vip', 'return'] : index % 2 === 0 ? ['return'] : [],
    },
    rows.messages,
    rows.events,
    { ticketId: `${ACCOUNT}:${index}`, accountId: ACCOUNT, whole: index % 10 !== 0 },
  ),
);

const OFFICE = businessElapsed(officeHours(ZONE));

const QUERY: ReportQuery = {
  range: APRIL,
  kind: 'month',
  zone: ZONE,
  weekStart: 0,
  mine: false,
  hours: 'all',
  filter: {},
  keys: [`${ACCOUNT}:ana`],
};

const never = () => () => undefined;

function reportOf(all: readonly TicketHistory[], now = NOW) {
  const report = createReport(() => now, never);
  report.setHours(officeHours(ZONE));
  report.putTickets(all, []);
  return report;
}

/** What was measured, gone through one after the other. */
function plainly(query: ReportQuery, range = query.range): readonly (Measured & { readonly of: TicketHistory })[] {
  const elapsed: Elapsed = query.hours === 'all' ? allHours : OFFICE;
  const { channels, priorities, groups, tags } = query.filter;
  return histories
    .filter(
      ({ channel, priority, groupId, tags: its }) =>
        (channels?.includes(channel) ?? true) &&
        (priorities?.includes(priority) ?? true) &&
        (groups?.includes(groupId && `${ACCOUNT}:${groupId}`) ?? true) &&
        (tags?.some((tag) => its.includes(tag)) ?? true),
    )
    .flatMap((of) => measureTicket(of, elapsed).map((one) => ({ ...one, of })))
    .filter(
      ({ at, agentId }) =>
        at >= range.from && at < Math.min(range.until, NOW + 1) && (!query.mine || agentId === 'ana'),
    );
}

/** As PERCENTILE.INC counts. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

function valueOf(metric: MetricId, rows: ReturnType<typeof plainly>) {
  const values = rows.map(({ value }) => value);
  const sum = values.reduce((all, one) => all + one, 0);
  const { unit } = METRICS[metric];
  const spread = unit === 'duration' && values.length > 0;
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return {
    value: unit === 'count' ? sum : values.length === 0 ? null : round(sum / values.length),
    count: values.length,
    tickets: new Set(rows.map(({ of }) => of.ticketId)).size,
    median: spread ? round(percentile(values, 0.5)) : null,
    p90: spread ? round(percentile(values, 0.9)) : null,
    tooFew: unit !== 'count' && values.length < 5,
  };
}

const rounded = <Value>(value: Value): Value =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Math.round(one * 1e6) / 1e6 : one)),
  ) as Value;

const SUMMED = METRIC_IDS.filter((id) => id !== 'backlog');
const zone = zoneOf(ZONE);
const previous = soFar(previousRange('month', APRIL, { zone, weekStart: 0 }), APRIL, NOW, zone);

describe('figures', () => {
  const report = reportOf(histories);
  it.each<[string, Partial<ReportQuery>]>([
    ['of everybody', {}],
    ['of the agent', { mine: true }],
    ['in business hours', { hours: 'business' }],
    ['of one channel and some groups', { filter: { channels: ['phone'], groups: [null, `${ACCOUNT}:g1`] } }],
    [
      'of tagged tickets with or without a priority, the agent’s',
      { mine: true, filter: { tags: ['vip'], priorities: ['high', null] } },
    ],
    ['of nothing', { filter: { tags: ['unheard-of'] } }],
  ])('%s are what adding up gives', (_, over) => {
    const query = { ...QUERY, ...over };
    const { figures } = report.figures(query);
    const [now, before] = [plainly(query), plainly(query, previous)];
    const ever = new Set(histories.flatMap((history) => measureTicket(history, allHours).map(({ metric }) => metric)));
    expect(figures.map(({ id }) => id)).toEqual(METRIC_IDS.filter((id) => ever.has(id)));
    const ofEach = (of: (id: MetricId) => unknown) =>
      Object.fromEntries(SUMMED.filter((id) => ever.has(id)).map((id) => [id, of(id)]));
    const figureOf = (id: MetricId) => figures.find((one) => one.id === id);
    const rowsOf = (rows: ReturnType<typeof plainly>, id: MetricId) => rows.filter(({ metric }) => metric === id);
    expect(ofEach((id) => rounded(figureOf(id)?.now))).toEqual(ofEach((id) => valueOf(id, rowsOf(now, id))));
    expect(ofEach((id) => rounded(figureOf(id)?.before))).toEqual(ofEach((id) => valueOf(id, rowsOf(before, id))));
  });

  it('have a value for each day up to now', () => {
    const { figures } = report.figures(QUERY);
    const solved = figures.find(({ id }) => id === 'solved');
    const days = Array.from({ length: 16 }, (_, day) => APRIL.from + day * DAY_MS);
    expect(solved?.series).toEqual(
      days.map((at) => {
        const count = plainly(QUERY).filter(
          (one) => one.metric === 'solved' && one.at >= at && one.at < at + DAY_MS,
        ).length;
        return { at, value: count, count };
      }),
    );
    const waits = plainly(QUERY).filter(({ metric }) => metric === 'first-reply');
    const replies = figures.find(({ id }) => id === 'first-reply');
    for (const { at, value, count } of replies?.series ?? []) {
      const its = waits.filter((one) => one.at >= at && one.at < at + DAY_MS).map((one) => one.value);
      expect(count).toBe(its.length);
      if (value !== null) expect(value).toBeCloseTo(its.reduce((sum, one) => sum + one, 0) / its.length, 3);
    }
  });

  it('go by hours of a day, weeks of a year and months of more', () => {
    const lengthOf = (from: string, until: string): number => {
      const range = { from: clock(from, ZONE), until: clock(until, ZONE) };
      const query: ReportQuery = { ...QUERY, kind: 'span', range };
      return report.figures(query).figures.find(({ id }) => id === 'replies')?.series.length ?? 0;
    };
    // Clocks were set forward on the 29th of March: that day had 23 hours.
    expect(lengthOf('2026-03-29 00:00', '2026-03-30 00:00')).toBe(23);
    expect(lengthOf('2026-03-02 00:00', '2026-03-16 00:00')).toBe(14);
    expect(lengthOf('2025-10-06 00:00', '2026-02-02 00:00')).toBe(17);
    expect(lengthOf('2024-01-01 00:00', '2026-01-01 00:00')).toBe(24);
  });

  it('tell the backlog as it is at the end of the range, or now', () => {
    const openAt = (moment: number): readonly string[] =>
      histories
        .filter((history) =>
          measureTicket(history, allHours).some(
            ({ metric, at, value }) => metric === 'backlog' && at <= moment && moment < at + value,
          ),
        )
        .map(({ ticketId }) => ticketId);
    const backlog = report.figures(QUERY).figures.find(({ id }) => id === 'backlog');
    expect(backlog?.now.value).toBe(openAt(NOW).length);
    expect(backlog?.before.value).toBe(openAt(previous.until).length);
    expect(backlog?.series.map(({ value }) => value)).toEqual(
      Array.from({ length: 16 }, (_, day) => openAt(Math.min(NOW, APRIL.from + (day + 1) * DAY_MS)).length),
    );
    const { total, ticketIds, by, histogram } = report.detail(QUERY, 'backlog');
    expect(total).toBe(openAt(NOW).length);
    expect([...ticketIds].sort()).toEqual([...openAt(NOW)].sort());
    expect(by.channel.reduce((sum, { now }) => sum + (now.value ?? 0), 0)).toBe(total);
    expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });
});

describe('what is behind a figure', () => {
  const report = reportOf(histories);
  const query: ReportQuery = { ...QUERY, hours: 'business' };
  const rows = plainly(query).filter(({ metric }) => metric === 'first-reply');

  it('is told by channel, group, tag and priority', () => {
    const { by } = report.detail(query, 'first-reply');
    const keyed = (keysOf: (of: TicketHistory) => readonly string[]) => {
      const keys = new Set(rows.flatMap(({ of }) => keysOf(of)));
      return Object.fromEntries(
        [...keys].map((key) => [
          key,
          valueOf(
            'first-reply',
            rows.filter(({ of }) => keysOf(of).includes(key)),
          ),
        ]),
      );
    };
    const told = (values: readonly { readonly key: string; readonly now: unknown }[]) =>
      rounded(Object.fromEntries(values.map(({ key, now }) => [key, now])));
    expect(told(by.channel)).toEqual(keyed(({ channel }) => [channel]));
    expect(told(by.group)).toEqual(keyed(({ groupId }) => [groupId === null ? '' : `${ACCOUNT}:${groupId}`]));
    expect(told(by.tag)).toEqual(keyed(({ tags }) => tags));
    expect(told(by.priority)).toEqual(keyed(({ priority }) => [priority ?? '']));
    const counts = by.group.map(({ now }) => now.count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it('spreads over columns that hold every value once', () => {
    const { histogram } = report.detail(query, 'first-reply');
    expect(histogram.length).toBeGreaterThan(1);
    for (const { from, until, count } of histogram)
      expect(count).toBe(rows.filter(({ value }) => value >= from && value < until).length);
    expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    expect(report.detail(query, 'csat').histogram).toEqual([]);
    expect(report.detail(query, 'solved').histogram).toEqual([]);
  });

  it('lists its tickets, the newest first, each once', () => {
    const { ticketIds, total } = report.detail(query, 'replies');
    const newest = new Map<string, number>();
    for (const { metric, at, of } of plainly(query))
      if (metric === 'replies') newest.set(of.ticketId, Math.max(at, newest.get(of.ticketId) ?? 0));
    expect(total).toBe(newest.size);
    expect([...ticketIds].sort()).toEqual([...newest.keys()].sort());
    const times = ticketIds.map((id) => newest.get(id));
    expect(times).toEqual(times.toSorted((a = 0, b = 0) => b - a));
  });

  it('lies in the hours of the week', () => {
    const { heat } = report.detail(query, 'first-reply');
    expect(heat.counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });
});

describe('tickets', () => {
  it('put again, in any order and one by one, change nothing', () => {
    const once = reportOf(histories);
    const again = createReport(() => NOW, never);
    again.setHours(officeHours(ZONE));
    for (const history of histories.toReversed()) again.putTickets([history], []);
    again.putTickets(histories, []);
    for (const hours of ['all', 'business'] as const)
      expect(rounded(again.figures({ ...QUERY, hours }))).toEqual(rounded(once.figures({ ...QUERY, hours })));
  });

  it('that are gone, or whose account is, are in no figure', () => {
    const [kept, gone] = [histories.slice(0, 200), histories.slice(200)];
    const report = reportOf(histories);
    report.putTickets(
      [],
      gone.map(({ ticketId }) => ticketId),
    );
    expect(rounded(report.figures(QUERY))).toEqual(rounded(reportOf(kept).figures(QUERY)));
    report.forget(ACCOUNT);
    expect(report.figures(QUERY)).toEqual({
      figures: [],
      before: previous,
      coverage: { tickets: 0, whole: 0, since: null },
    });
  });

  it('are covered as far as they are known', () => {
    const { coverage } = reportOf(histories).figures(QUERY);
    expect(coverage).toEqual({
      tickets: 300,
      whole: histories.filter(({ whole }) => whole).length,
      since: Math.min(...histories.map(({ createdAt }) => createdAt)),
    });
    expect(coverage.whole).toBeLessThan(coverage.tickets);
  });

  it('count by other opening hours once they are put again', () => {
    const report = reportOf(histories);
    const query: ReportQuery = { ...QUERY, hours: 'business' };
    const before = report.figures(query);
    report.setHours(officeHours(ZONE, ['2026-04-06', '2026-04-07', '2026-04-08']));
    expect(report.figures(query).figures.some(({ id }) => id === 'first-reply')).toBe(false);
    expect(report.figures(query).figures.some(({ id }) => id === 'replies')).toBe(true);
    report.putTickets(histories, []);
    const after = report.figures(query);
    const meanOf = ({ figures }: typeof after): number =>
      figures.find(({ id }) => id === 'full-resolution')?.now.value ?? 0;
    expect(meanOf(after)).toBeLessThan(meanOf(before));
  });
});

it('measures calls once each, the agent’s own whatever helpdesk they are about', () => {
  const report = reportOf([]);
  const call = callAt(1, ['2026-04-02 09:00', '2026-04-02 09:10', '2026-04-02 09:12'], ZONE);
  const going = callAt(2, ['2026-04-02 10:00', null, null], ZONE);
  report.putCalls([call, going]);
  report.putCalls([call]);
  const { figures } = report.figures({ ...QUERY, mine: true });
  expect(figures.map(({ id, now }) => [id, now.value, now.count])).toEqual([
    ['call-handle', 12 * MINUTE, 1],
    ['after-call-work', 2 * MINUTE, 1],
  ]);
  // The ticket that it is about is not here: whether it fits nobody knows.
  const about = { ...call, ticketId: `${ACCOUNT}:77` };
  report.putCalls([about]);
  const filtered = report.figures({ ...QUERY, filter: { channels: ['email'] } });
  expect(filtered.figures.find(({ id }) => id === 'call-handle')?.now.count).toBe(0);
});

it('puts its rows in order once nothing more comes, before it is asked', () => {
  const waiting = new Set<{ readonly run: () => void }>();
  const report = createReport(
    () => NOW,
    (_ms, run) => {
      const timer = { run };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
  );
  report.putTickets(histories.slice(0, 100), []);
  report.putTickets(histories.slice(100), []);
  expect(waiting.size).toBe(1);
  for (const { run } of waiting) run();
  expect(rounded(report.figures({ ...QUERY }).figures)).toEqual(rounded(reportOf(histories).figures(QUERY).figures));
});
