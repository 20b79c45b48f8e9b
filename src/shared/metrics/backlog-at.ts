import { type MeasureColumns, metricNumber, NO_TICKET } from './columns.ts';
import { isSelected, type Selection } from './selection.ts';
import type { TicketFacts } from './ticket-facts.ts';

type Chosen = Pick<Selection, 'agents' | 'tickets'>;

/** Numbers of the tickets in the backlog at a moment, oldest first. */
export function backlogAt(
  columns: MeasureColumns,
  { createdAt }: Pick<TicketFacts, 'createdAt'>,
  chosen: Chosen,
  moment: number,
): readonly number[] {
  const tickets: number[] = [];
  eachInterval(columns, chosen, (ticket, from, until) => {
    if (from <= moment && moment < until) tickets.push(ticket);
  });
  return tickets.sort((a, b) => (createdAt[a] ?? 0) - (createdAt[b] ?? 0));
}

/** How large the backlog was at each of some moments, which come in order of time. */
export function backlogOver(columns: MeasureColumns, chosen: Chosen, moments: readonly number[]): readonly number[] {
  const change = new Int32Array(moments.length + 1);
  const firstFrom = (at: number): number => {
    let [low, high] = [0, moments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((moments[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  eachInterval(columns, chosen, (_ticket, from, until) => {
    const [begin, end] = [firstFrom(from), firstFrom(until)];
    change[begin] = (change[begin] ?? 0) + 1;
    change[end] = (change[end] ?? 0) - 1;
  });
  let size = 0;
  return moments.map((_, index) => {
    size += change[index] ?? 0;
    return size;
  });
}

function eachInterval(
  columns: MeasureColumns,
  chosen: Chosen,
  visit: (ticket: number, from: number, until: number) => void,
): void {
  const number = metricNumber('backlog');
  for (let row = 0; row < columns.length; row++) {
    if (columns.metric[row] !== number || !isSelected(columns, row, chosen)) continue;
    const from = columns.at[row] ?? 0;
    visit(columns.ticket[row] ?? NO_TICKET, from, from + (columns.value[row] ?? 0));
  }
}
