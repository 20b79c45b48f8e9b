import type { RowsAnswer, TicketHeader } from '../../store/desk-views.ts';

/** Rows by their place in the list; most places are empty. */
export type Held = ReadonlyMap<number, TicketHeader>;

export const rowAt = (held: Held, index: number): TicketHeader | undefined => held.get(index);

/** Without the row at a place: those below move up. */
export const dropRow = (held: Held, at: number): Held =>
  new Map([...held].filter(([index]) => index !== at).map(([index, row]) => [index > at ? index - 1 : index, row]));

/** With every row `by` places further up. */
export const moveUp = (held: Held, by: number): Held => new Map([...held].map(([index, row]) => [index - by, row]));

/** With a row put in at a place: those from there on move down. */
export const insertRow = (held: Held, at: number, row: TicketHeader): Held =>
  new Map([
    ...[...held].map(([index, other]) => [index >= at ? index + 1 : index, other] as const),
    [at, row] as const,
  ]);

/** Only rows at `from` up to, not including, `to`. */
export const keepNear = (held: Held, from: number, to: number): Held =>
  new Map([...held].filter(([index]) => index >= from && index < to));

/**
 * The nearest row to work on next, below `at` rather than above: none of `done`, and none that was skipped; -1 when none is held. With
 * `hasLeft` the row of `at` is gone already, and another is in its place.
 */
export function nextToHandle(held: Held, at: number, done: ReadonlySet<string>, hasLeft = false): number {
  for (const step of [1, -1])
    for (
      let index = hasLeft && step === 1 ? at : at + step, row = held.get(index);
      row;
      index += step, row = held.get(index)
    )
      if (!done.has(row.id) && row.skipped === null) return index;
  return -1;
}

/** Where a ticket stands among the rows held, or -1. */
export function placeOf(held: Held, id: string | null): number {
  if (id !== null) for (const [index, row] of held) if (row.id === id) return index;
  return -1;
}

/** Rows as an answer has them, by their places. */
export const heldOf = (answer: Pick<RowsAnswer, 'offset' | 'rows'>): Held =>
  new Map(answer.rows.map((row, index) => [answer.offset + index, row] as const));

export const rowById = (held: Held, id: string): TicketHeader | undefined => rowAt(held, placeOf(held, id));

export const sameRow = (one: TicketHeader, other: TicketHeader): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether the rows held stand where the worker has them. */
export const inOrder = (held: Held, answer: RowsAnswer): boolean =>
  answer.rows.every((row, index) => {
    const shown = held.get(answer.offset + index);
    return shown === undefined || shown.id === row.id;
  });
