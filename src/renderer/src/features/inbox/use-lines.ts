import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useMemo } from 'react';
import type { RowGroup } from '../../store/desk-views.ts';
import { HEADING_HEIGHT } from './GroupHeading.tsx';
import { type Lines, linesOf } from './headings.ts';

/** Rows of one fixed height and headings of another, of which only those near what is seen are drawn. */
export function useLines(
  scroller: RefObject<HTMLDivElement | null>,
  { total, groups }: { readonly total: number; readonly groups: readonly RowGroup[] | null },
  rowHeight: number,
): {
  readonly lines: Lines;
  readonly items: readonly VirtualItem[];
  /** px */
  readonly height: number;
  /** Brings a row into sight, with the heading over it where it is the first under that. */
  readonly scrollTo: (row: number) => void;
} {
  const lines = useMemo(() => linesOf(groups, total), [groups, total]);
  // oxlint-disable-next-line react/incompatible-library -- it warns the React compiler, which does not run here.
  const virtualizer = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: (line) => (lines.isHeading(line) ? HEADING_HEIGHT : rowHeight),
    overscan: 5,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight, groups]);

  const scrollTo = useCallback(
    (row: number) => {
      const [list, height] = [scroller.current, virtualizer.scrollRect?.height ?? 0];
      if (!list || height === 0) return;
      const from = list.scrollTop;
      const line = lines.lineOf(row);
      const top = row * rowHeight + (line - row) * HEADING_HEIGHT;
      const first = line > 0 && lines.isHeading(line - 1) ? top - HEADING_HEIGHT : top;
      // By itself: the virtualizer would lay the page out to find what is known here, and go on looking for frames.
      if (first < from) list.scrollTop = first;
      else if (top + rowHeight > from + height) list.scrollTop = top + rowHeight - height;
    },
    [scroller, virtualizer, lines, rowHeight],
  );
  return { lines, items: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize(), scrollTo };
}
