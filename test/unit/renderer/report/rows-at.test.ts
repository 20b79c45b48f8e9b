import { expect, it } from 'vitest';
import { summedByTicket, together } from '#renderer/report/rows-at.ts';
import { NO_TICKET } from '#shared/metrics/columns.ts';

const rows = (...lines: readonly (readonly [ticket: number, value: number, at: number])[]) => ({
  tickets: Uint32Array.from(lines, ([ticket]) => ticket),
  values: Float64Array.from(lines, ([, value]) => value),
  at: Float64Array.from(lines, ([, , at]) => at),
});

it('sums the rows of each ticket at the newest of them, and leaves alone what is of none', () => {
  const told = rows([1, 2, 10], [0, 5, 11], [1, 3, 30], [NO_TICKET, 7, 12], [1, 4, 20], [NO_TICKET, 8, 13]);
  expect(summedByTicket(told, 2)).toEqual(rows([1, 9, 30], [0, 5, 11], [NO_TICKET, 7, 12], [NO_TICKET, 8, 13]));
  // What was told is as it was.
  expect([...told.values]).toEqual([2, 5, 3, 7, 4, 8]);
});

it('puts rows one behind the other', () => {
  expect(together([rows([1, 2, 3]), rows(), rows([4, 5, 6], [7, 8, 9])])).toEqual(
    rows([1, 2, 3], [4, 5, 6], [7, 8, 9]),
  );
});
