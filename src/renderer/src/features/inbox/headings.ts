import type { RowGroup } from '../../store/desk-views.ts';

type Groups = readonly RowGroup[] | null;

/** Headings after the row at a place has left: its own has one less, those below move up. */
export const withoutRow = (groups: Groups, at: number): Groups => changed(groups, at, -1);

/** Headings after a row was put in at a place, under the heading that is over that place. */
export const withRow = (groups: Groups, at: number): Groups => changed(groups, at, 1);

function changed(groups: Groups, at: number, by: 1 | -1): Groups {
  if (!groups) return null;
  const over = groups.findLastIndex(({ start }) => start <= at);
  return groups
    .map((group, index) => {
      if (index === over) return { ...group, count: group.count + by };
      return index > over ? { ...group, start: group.start + by } : group;
    })
    .filter(({ count }) => count > 0);
}

/** Where rows and headings stand in a list that shows both, counted in lines. */
export type Lines = {
  /** Rows and headings together. */
  readonly count: number;
  lineOf(row: number): number;
  /** Which row a line is; the first under it where it is a heading. */
  rowAt(line: number): number;
  isHeading(line: number): boolean;
  /** The group that a line is in; null where there are none. */
  groupAt(line: number): RowGroup | null;
};

export function linesOf(groups: Groups, total: number): Lines {
  const shown = (groups ?? []).filter(({ start }) => start < total);
  const starts = shown.map(({ start }) => start);
  const lines = shown.map(({ start }, index) => start + index);
  const headings = new Set(lines);
  return {
    count: total + shown.length,
    lineOf: (row) => row + countUpTo(starts, row),
    rowAt: (line) => line - countUpTo(lines, line) + (headings.has(line) ? 1 : 0),
    isHeading: (line) => headings.has(line),
    groupAt: (line) => shown[countUpTo(lines, line) - 1] ?? null,
  };
}

/** How many of ascending numbers are at most `most`. */
function countUpTo(ascending: readonly number[], most: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
