import { NO_TICKET } from '#shared/metrics/columns.ts';

/**
 * Numbers of tickets by their newest row, the newest first and at most `most`, and how many there are. Of hundreds of thousands only
 * those that are wanted are put in order.
 */
export function newestTickets(
  { tickets, at }: { readonly tickets: Uint32Array; readonly at: Float64Array },
  size: number,
  most: number,
): { readonly numbers: readonly number[]; readonly total: number } {
  const newest = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < tickets.length; row++) {
    const ticket = tickets[row] ?? NO_TICKET;
    const when = at[row] ?? 0;
    if (ticket !== NO_TICKET && when > (newest[ticket] ?? 0)) newest[ticket] = when;
  }
  const times = newest.filter((when) => when > Number.NEGATIVE_INFINITY).sort();
  const least = times[Math.max(0, times.length - most)] ?? Number.POSITIVE_INFINITY;
  const numbers: number[] = [];
  for (let ticket = 0; ticket < size; ticket++) if ((newest[ticket] ?? 0) >= least) numbers.push(ticket);
  numbers.sort((a, b) => (newest[b] ?? 0) - (newest[a] ?? 0));
  return { numbers: numbers.slice(0, most), total: times.length };
}
