import { GONE, type MeasureColumns, metricNumber } from '#shared/metrics/columns.ts';
import { DAY_MS } from '#shared/metrics/day-of.ts';
import { METRIC_IDS, type MetricId } from '#shared/metrics/measured.ts';
import type { Range } from '#shared/metrics/range.ts';

/** More days than any helpdesk is old: what lies outside of them, by a clock that was wrong, is kept with the first or the last. */
const MOST_DAYS = 30_000;

/** Rows by metric and, in it, by day, so that a figure of a range touches its own rows and no others. */
export type Arranged = {
  /** Rows of a metric among which are all of a range: the first and the last may lie outside of it. */
  of(metric: MetricId, range: Range): MeasureColumns;
  all(metric: MetricId): MeasureColumns;
  /** Whether it was measured at all, whenever and of whomever. */
  has(metric: MetricId): boolean;
};

/** Puts rows in order by counting: a few passes over them, and as much memory again as they take. */
export function arrange(columns: MeasureColumns): Arranged {
  const { length, agents, tickets } = columns;
  const { metric: metrics, at: times, value: amounts, agent: whose, ticket: ofTickets } = columns;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < length; row++) {
    const when = times[row] ?? 0;
    if (metrics[row] === GONE) continue;
    if (when < first) first = when;
    if (when > last) last = when;
  }
  const firstDay = first <= last ? Math.floor(first / DAY_MS) : 0;
  const days = first <= last ? Math.min(MOST_DAYS, Math.floor(last / DAY_MS) - firstDay + 1) : 1;
  const placeOf = (when: number): number => Math.max(0, Math.min(days - 1, Math.floor(when / DAY_MS) - firstDay));

  /** Where the rows of a metric's day begin; the next entry is where they end. */
  const starts = new Uint32Array(METRIC_IDS.length * days + 1);
  const cells = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const number = metrics[row] ?? GONE;
    if (number === GONE) continue;
    const cell = number * days + placeOf(times[row] ?? 0);
    cells[row] = cell;
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  }
  for (let place = 1; place < starts.length; place++) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);

  const size = starts.at(-1) ?? 0;
  const metric = new Uint8Array(size);
  const at = new Float64Array(size);
  const value = new Float64Array(size);
  const agent = new Uint32Array(size);
  const ticket = new Uint32Array(size);
  const next = starts.slice();
  for (let row = 0; row < length; row++) {
    const number = metrics[row] ?? GONE;
    if (number === GONE) continue;
    const cell = cells[row] ?? 0;
    const to = next[cell] ?? 0;
    next[cell] = to + 1;
    metric[to] = number;
    at[to] = times[row] ?? 0;
    value[to] = amounts[row] ?? 0;
    agent[to] = whose[row] ?? 0;
    ticket[to] = ofTickets[row] ?? 0;
  }

  const between = (from: number, until: number): MeasureColumns => ({
    length: until - from,
    metric: metric.subarray(from, until),
    at: at.subarray(from, until),
    value: value.subarray(from, until),
    agent: agent.subarray(from, until),
    ticket: ticket.subarray(from, until),
    agents,
    tickets,
  });
  const startOf = (cell: number): number => starts[cell] ?? 0;
  const endsOf = (id: MetricId): readonly [number, number] => {
    const number = metricNumber(id);
    return [startOf(number * days), startOf((number + 1) * days)];
  };
  return {
    of: (id, { from, until }) => {
      const before = metricNumber(id) * days;
      return between(startOf(before + placeOf(from)), startOf(before + placeOf(until) + 1));
    },
    all: (id) => between(...endsOf(id)),
    has: (id) => endsOf(id)[0] < endsOf(id)[1],
  };
}
