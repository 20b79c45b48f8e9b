import { NO_TICKET } from '#shared/metrics/columns.ts';
import type { Rows } from './by-facet.ts';

/** Rows with the instants at which they count. */
export type RowsAt = Rows & { readonly at: Float64Array };

/** One row for each ticket with all of its values, at the newest of them. What is of no ticket stays as it is. */
export function summedByTicket({ values, tickets, at }: RowsAt, size: number): RowsAt {
  const placeOf = new Int32Array(size).fill(-1);
  const summed = { values: new Float64Array(values), tickets: new Uint32Array(tickets), at: new Float64Array(at) };
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const ticket = tickets[row] ?? NO_TICKET;
    const known = ticket === NO_TICKET ? -1 : (placeOf[ticket] ?? -1);
    const place = known < 0 ? count++ : known;
    if (known < 0 && ticket !== NO_TICKET) placeOf[ticket] = place;
    summed.tickets[place] = ticket;
    summed.values[place] = (known < 0 ? 0 : (summed.values[place] ?? 0)) + (values[row] ?? 0);
    summed.at[place] = Math.max(known < 0 ? 0 : (summed.at[place] ?? 0), at[row] ?? 0);
  }
  return {
    values: summed.values.subarray(0, count),
    tickets: summed.tickets.subarray(0, count),
    at: summed.at.subarray(0, count),
  };
}

export function together(all: readonly RowsAt[]): RowsAt {
  const [only] = all;
  if (only && all.length === 1) return only;
  const size = all.reduce((sum, { values }) => sum + values.length, 0);
  const joined = { values: new Float64Array(size), tickets: new Uint32Array(size), at: new Float64Array(size) };
  let from = 0;
  for (const { values, tickets, at } of all) {
    joined.values.set(values, from);
    joined.tickets.set(tickets, from);
    joined.at.set(at, from);
    from += values.length;
  }
  return joined;
}
