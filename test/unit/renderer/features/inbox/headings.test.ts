import { expect, test } from 'vitest';
import { linesOf, withoutRow, withRow } from '../../../../../src/renderer/src/features/inbox/headings.ts';
import type { RowGroup } from '../../../../../src/renderer/src/store/desk-views.ts';

const groups: readonly RowGroup[] = [
  { by: 'status', value: 'new', name: '', start: 0, count: 2 },
  { by: 'status', value: 'open', name: '', start: 2, count: 1 },
  { by: 'status', value: 'solved', name: '', start: 3, count: 3 },
];
const spans = (list: readonly RowGroup[] | null): readonly string[] | undefined =>
  list?.map(({ value, start, count }) => `${value} ${start}+${count}`);

test('rows and headings share the lines, and each finds the other', () => {
  const lines = linesOf(groups, 6);
  expect(lines.count).toBe(9);
  expect([0, 1, 2, 3, 4, 5].map(lines.lineOf)).toEqual([1, 2, 4, 6, 7, 8]);
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8].filter(lines.isHeading)).toEqual([0, 3, 5]);
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(lines.rowAt)).toEqual([0, 0, 1, 2, 2, 3, 3, 4, 5]);
  expect([1, 4, 8].map((line) => lines.groupAt(line)?.value)).toEqual(['new', 'open', 'solved']);
});

test('without headings a line is a row, and what no row stands under is not shown', () => {
  const plain = linesOf(null, 3);
  expect([plain.count, plain.lineOf(2), plain.rowAt(2), plain.groupAt(0)]).toEqual([3, 2, 2, null]);
  expect(linesOf(groups, 3).count).toBe(5);
});

test('headings stay right while rows leave and come back', () => {
  expect(spans(withoutRow(groups, 0))).toEqual(['new 0+1', 'open 1+1', 'solved 2+3']);
  expect(spans(withoutRow(groups, 2))).toEqual(['new 0+2', 'solved 2+3']);
  expect(spans(withRow(groups, 4))).toEqual(['new 0+2', 'open 2+1', 'solved 3+4']);
  expect(withoutRow(null, 4)).toBeNull();
});
