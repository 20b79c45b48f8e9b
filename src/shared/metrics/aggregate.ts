import { GONE, type MeasureColumns, metricNumber, NO_TICKET } from './columns.ts';
import { METRIC_IDS, type MetricId, type SummedId } from './measured.ts';
import { handledOf, METRICS, RATIOS, type Ratio, type RatioId } from './measures/index.ts';
import { percentiles } from './percentile.ts';
import { endOf, isSelected, type Selection } from './selection.ts';

/** Fewer than these say nothing about the rest. */
export const FEW = 5;

export type Summary = {
  readonly count: number;
  /** Tickets among them, each once. */
  readonly tickets: number;
  readonly sum: number;
  /** Of shares: the share. Null of none, as the two below. */
  readonly mean: number | null;
  /** Of durations alone, as the next. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly tooFew: boolean;
};

export type Summaries = Readonly<Record<SummedId, Summary>>;

/** Every metric over a selection, but for the backlog (`backlog-at.ts`). */
export function summarize(columns: MeasureColumns, selection: Selection): Summaries {
  const { length, metric, value, at, ticket } = columns;
  const { from } = selection.range;
  const backlog = metricNumber('backlog');
  const until = endOf(selection);
  const isOpen = selection.agents === null && selection.tickets === null;
  const counts = new Uint32Array(256);
  const rows = new Uint32Array(length);
  let selected = 0;
  for (let row = 0; row < length; row++) {
    const when = at[row] ?? 0;
    const number = metric[row] ?? 0;
    if (when < from || when >= until || number === backlog || number === GONE) continue;
    if (!isOpen && !isSelected(columns, row, selection)) continue;
    rows[selected++] = row;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  const ends = new Uint32Array(METRIC_IDS.length);
  let start = 0;
  for (let number = 0; number < METRIC_IDS.length; number++) {
    ends[number] = start;
    start += counts[number] ?? 0;
  }
  const values = new Float64Array(selected);
  const tickets = new Uint32Array(selected);
  for (let index = 0; index < selected; index++) {
    const row = rows[index] ?? 0;
    const number = metric[row] ?? 0;
    const place = ends[number] ?? 0;
    ends[number] = place + 1;
    values[place] = value[row] ?? 0;
    tickets[place] = ticket[row] ?? NO_TICKET;
  }
  const seen = new Uint8Array(columns.tickets.size);
  const summaries = METRIC_IDS.map((id, number): [MetricId, Summary] => {
    const end = ends[number] ?? 0;
    const begin = end - (counts[number] ?? 0);
    return [id, summaryOf(id, values.subarray(begin, end), tickets.subarray(begin, end), seen)];
  });
  return Object.fromEntries(summaries) as Record<MetricId, Summary>;
}

/** `seen` has a place for each ticket: the mark of the last metric in which it was. */
function summaryOf(id: MetricId, values: Float64Array, ofTickets: Uint32Array, seen: Uint8Array): Summary {
  const count = values.length;
  let sum = 0;
  for (let index = 0; index < count; index++) sum += values[index] ?? 0;
  const mark = metricNumber(id) + 1;
  let tickets = 0;
  for (let index = 0; index < count; index++) {
    const ticket = ofTickets[index] ?? NO_TICKET;
    if (ticket === NO_TICKET || seen[ticket] === mark) continue;
    seen[ticket] = mark;
    tickets++;
  }
  const spread = METRICS[id].unit === 'duration' && count > 0;
  const [median = null, p90 = null] = spread ? percentiles(values, [0.5, 0.9]) : [];
  return {
    count,
    tickets,
    sum,
    mean: count === 0 ? null : sum / count,
    median,
    p90,
    tooFew: count < FEW,
  };
}

/** A figure of several metrics; null where there is nothing to divide by. */
export function ratioOf(summaries: Summaries, id: RatioId): number | null {
  const { of, by, times }: Ratio = RATIOS[id];
  const sumOf = (ids: readonly SummedId[]): number => ids.reduce((sum, one) => sum + summaries[one].sum, 0);
  const divisor = divisorOf();
  return divisor === 0 ? null : (sumOf(of) * times) / divisor;

  function divisorOf(): number {
    if (by === 'handled') return handledOf(summaries);
    return by === 'tickets' ? of.reduce((sum, one) => sum + summaries[one].tickets, 0) : sumOf(by);
  }
}

/** Numbers of the tickets behind a figure, newest value first; each once. */
export function ticketsBehind(columns: MeasureColumns, metric: MetricId, selection: Selection): readonly number[] {
  const number = metricNumber(metric);
  const { from } = selection.range;
  const until = endOf(selection);
  const newest = new Map<number, number>();
  for (let row = 0; row < columns.length; row++) {
    const at = columns.at[row] ?? 0;
    const ticket = columns.ticket[row] ?? NO_TICKET;
    if (columns.metric[row] !== number || at < from || at >= until || ticket === NO_TICKET) continue;
    if (isSelected(columns, row, selection) && at > (newest.get(ticket) ?? Number.NEGATIVE_INFINITY))
      newest.set(ticket, at);
  }
  return [...newest].sort(([, a], [, b]) => b - a).map(([ticket]) => ticket);
}
