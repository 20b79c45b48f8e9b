import { CHANNELS, PRIORITIES } from '#shared/domain/ticket.ts';
import { NO_TICKET } from '#shared/metrics/columns.ts';
import type { TicketFacts } from '#shared/metrics/ticket-facts.ts';
import type { FacetValue, FigureValue, MetricDetail } from '../store/desk-metrics.ts';

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
  rows: Rows,
  facts: TicketFacts,
  isHere: (ticket: number) => boolean,
  valueOf: (rows: Rows) => FigureValue,
): MetricDetail['by'] {
  const here = rows.tickets.map((ticket) => (ticket !== NO_TICKET && isHere(ticket) ? ticket : NO_TICKET));
  const { groupNames, tagNames } = facts;
  const by = (size: number, each: Each, keyOf: (number: number) => string): readonly FacetValue[] =>
    grouped({ values: rows.values, tickets: here }, size, each).map(([number, its]) => ({
      key: keyOf(number),
      now: valueOf(its),
    }));
  const one =
    (numbers: ArrayLike<number>): Each =>
    (ticket, visit) =>
      visit(numbers[ticket] ?? 0);
  return {
    channel: by(CHANNELS.length, one(facts.channel), (number) => CHANNELS[number] ?? ''),
    group: by(groupNames.size, one(facts.group), groupNames.textOf),
    tag: by(
      tagNames.size,
      (ticket, visit) => {
        for (const tag of facts.tags[ticket] ?? NOTHING) visit(tag);
      },
      tagNames.textOf,
    ),
    priority: by(PRIORITIES.length + 1, one(facts.priority), (number) => PRIORITIES[number - 1] ?? ''),
  };
}

/** Visits the numbers of all groups that a ticket is in. */
type Each = (ticket: number, visit: (number: number) => void) => void;

/** Rows of the largest groups. They are counted first: hundreds of thousands would be too many to be pushed one by one. */
function grouped({ values, tickets }: Rows, size: number, each: Each): readonly (readonly [number, Rows])[] {
  const counts = new Uint32Array(size);
  const eachRow = (visit: (number: number, row: number) => void): void => {
    for (let row = 0; row < tickets.length; row++) {
      const ticket = tickets[row] ?? NO_TICKET;
      if (ticket !== NO_TICKET) each(ticket, (number) => visit(number, row));
    }
  };
  eachRow((number) => {
    counts[number] = (counts[number] ?? 0) + 1;
  });
  const largest = [...counts.keys()]
    .filter((number) => (counts[number] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .slice(0, MOST_KEYS);
  const groups = new Map(
    largest.map((number): [number, Rows] => {
      const count = counts[number] ?? 0;
      return [number, { values: new Float64Array(count), tickets: new Uint32Array(count) }];
    }),
  );
  const filled = new Uint32Array(size);
  eachRow((number, row) => {
    const group = groups.get(number);
    if (!group) return;
    const place = filled[number] ?? 0;
    filled[number] = place + 1;
    group.values[place] = values[row] ?? 0;
    group.tickets[place] = tickets[row] ?? NO_TICKET;
  });
  return [...groups];
}
