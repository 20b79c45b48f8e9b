import { CHANNELS, PRIORITIES } from '#shared/domain/ticket.ts';
import { NO_TICKET } from '#shared/metrics/columns.ts';
import type { TicketFacts } from '#shared/metrics/ticket-facts.ts';
import type { Facet, FacetValue, FigureValue, MetricDetail } from '../store/desk-metrics.ts';

/** Sites have thousands of tags, of which the rare ones tell nothing. */
const MOST_KEYS = 50;
const NOTHING: readonly number[] = [];

/** Values with the numbers of the tickets that they are of. */
export type Rows = { readonly values: Float64Array; readonly tickets: Uint32Array };

/**
 * A figure by each thing that tells tickets apart, the largest first and at most `MOST_KEYS` of each. One of several tags counts with
 * each of them, one without any with none; what is on no ticket here is left out.
 */
export function byFacet(
  { values, tickets }: Rows,
  facts: TicketFacts,
  isHere: (ticket: number) => boolean,
  valueOf: (rows: Rows) => FigureValue,
): MetricDetail['by'] {
  const grouped = (numbersOf: (ticket: number) => readonly number[], keyOf: (number: number) => string) => {
    const groups = new Map<number, number[]>();
    for (let row = 0; row < values.length; row++) {
      const ticket = tickets[row] ?? NO_TICKET;
      if (ticket === NO_TICKET || !isHere(ticket)) continue;
      for (const number of numbersOf(ticket)) {
        const its = groups.get(number);
        if (its) its.push(row);
        else groups.set(number, [row]);
      }
    }
    return [...groups]
      .sort(([, a], [, b]) => b.length - a.length)
      .slice(0, MOST_KEYS)
      .map(
        ([number, rows]): FacetValue => ({
          key: keyOf(number),
          now: valueOf({
            values: Float64Array.from(rows, (row) => values[row] ?? 0),
            tickets: Uint32Array.from(rows, (row) => tickets[row] ?? NO_TICKET),
          }),
        }),
      );
  };
  return {
    channel: grouped(
      (ticket) => [facts.channel[ticket] ?? 0],
      (number) => CHANNELS[number] ?? '',
    ),
    group: grouped(
      (ticket) => [facts.group[ticket] ?? 0],
      (number) => facts.groupNames.textOf(number),
    ),
    tag: grouped(
      (ticket) => facts.tags[ticket] ?? NOTHING,
      (number) => facts.tagNames.textOf(number),
    ),
    priority: grouped(
      (ticket) => [facts.priority[ticket] ?? 0],
      (number) => PRIORITIES[number - 1] ?? '',
    ),
  } satisfies Record<Facet, readonly FacetValue[]>;
}
