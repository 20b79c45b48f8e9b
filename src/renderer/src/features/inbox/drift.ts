import type { TicketId } from '#shared/domain/ids.ts';
import type { RowsAnswer } from '../../store/desk-views.ts';
import type { Held } from './held-rows.ts';

/** How the worker's order has moved away from the one that is shown. */
export type Drift = {
  /** How much further down the worker has the first row held; negative when rows above it left unseen. */
  readonly shift: number;
  /** Tickets that belong among or above the rows held and are not shown. */
  readonly arrived: number;
};

type Shown = {
  readonly held: Held;
  /** Rows the list has as shown. */
  readonly total: number;
  /** Tickets that changed since the order was taken: where they stand now says nothing of their neighbours. */
  readonly moved: ReadonlySet<TicketId>;
};

/**
 * Compares what is shown with what the worker has around it. Arrivals are told by their ids: a difference of totals hides one that
 * arrives while another leaves. What joins or leaves below the rows held is not one: scrolling there fetches it.
 */
export function driftOf({ held, total, moved }: Shown, answer: RowsAnswer): Drift {
  if (held.size >= total) return { shift: 0, arrived: Math.max(0, answer.total - held.size) };
  const positions = new Map(answer.rows.map(({ id }, index) => [id, answer.offset + index] as const));
  const found = [...held].flatMap(([at, { id }]) => {
    const position = positions.get(id);
    return position === undefined ? [] : [{ at, id, position }];
  });
  const still = found.filter(({ id }) => !moved.has(id));
  const [first, last] = endsOf(still.length > 0 ? still : found);
  if (!first || !last) return { shift: 0, arrived: 0 };

  const shown = new Set(found.map(({ id }) => id));
  const places = [...held.keys()];
  const top = Math.min(...places) === 0;
  const end = Math.max(...places) === total - 1;
  const among = answer.rows.filter((row, index) => {
    const position = answer.offset + index;
    return !shown.has(row.id) && position <= last.position && (top || position >= first.position);
  }).length;
  const shift = first.position - first.at;
  const above = top ? 0 : Math.max(0, shift);
  const heldBelow = found.filter(({ position }) => position > last.position).length;
  const below = end ? Math.max(0, answer.total - 1 - last.position - heldBelow) : 0;
  return { shift: top ? 0 : shift, arrived: above + among + below };
}

function endsOf<Place extends { readonly at: number }>(places: readonly Place[]) {
  const sorted = places.toSorted((one, other) => one.at - other.at);
  return [sorted[0], sorted.at(-1)] as const;
}
