import type { MetricId } from '#shared/metrics/measured.ts';
import { previousRange, type Range, soFar } from '#shared/metrics/range.ts';
import { mineMask, type Selection } from '#shared/metrics/selection.ts';
import { type TicketFilter, ticketMask } from '#shared/metrics/ticket-facts.ts';
import { type Zone, zoneOf } from '#shared/metrics/zone.ts';
import type { Arranged } from './arrange.ts';
import { dependsOnHours, type Measurements } from './measurements.ts';
import type { ReportQuery } from './report-api.ts';

/** What a query asks of, made ready to be counted. */
export type Chosen = {
  readonly zone: Zone;
  readonly now: number;
  readonly selection: Selection;
  /** What it is held against: of a range that is not over, as much of the one before as has passed. */
  readonly before: Selection;
  /** All of the range before, for what is counted by whole days. */
  readonly wholeBefore: Selection;
  /** Among which rows those of a metric are. */
  rowsOf(metric: MetricId): Arranged;
};

/** Agents choose between a few ranges of one filter: these are kept, and the clocks of a zone cost milliseconds to look up. */
export function createChooser(measurements: Measurements, clock: () => number): (query: ReportQuery) => Chosen {
  let zone: Zone | null = null;
  let kept: { readonly key: string; readonly mask: Uint8Array | null } | null = null;

  const maskOf = (filter: TicketFilter): Uint8Array | null => {
    const key = `${measurements.version()} ${JSON.stringify(filter)}`;
    if (kept?.key === key) return kept.mask;
    const { tickets } = measurements.numbers;
    const mask = ticketMask(measurements.facts(), tickets.size, filter);
    if (mask) for (let ticket = 0; ticket < mask.length; ticket++) if (!measurements.isHere(ticket)) mask[ticket] = 0;
    kept = { key, mask };
    return mask;
  };

  return ({ range, kind, zone: name, weekStart, mine, hours, filter, keys }) => {
    if (zone?.name !== name) zone = zoneOf(name);
    const now = clock();
    const selectionOf = (of: Range): Selection => ({
      range: of,
      now,
      agents: mine ? mineMask(measurements.numbers, keys) : null,
      tickets: maskOf(filter),
    });
    const previous = previousRange(kind, range, { zone, weekStart });
    return {
      zone,
      now,
      selection: selectionOf(range),
      before: selectionOf(soFar(previous, range, now, zone)),
      wholeBefore: selectionOf(previous),
      rowsOf: (metric) =>
        hours === 'business' && dependsOnHours(metric) ? measurements.businessRows() : measurements.rows(),
    };
  };
}
