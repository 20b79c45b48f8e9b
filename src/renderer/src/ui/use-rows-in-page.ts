import { type RefObject, type UIEvent, useLayoutEffect, useRef, useState } from 'react';

/**
 * How many rows of a list are in the page: those that fit in sight, so that a letter never waits for what nobody sees, and all of them
 * once one moves or scrolls on, for as long as the list is of the same text. What other letters find is read from its beginning.
 */
export function useRowsInPage(
  list: RefObject<HTMLElement | null>,
  {
    total,
    fit,
    text,
    at,
    moves,
  }: {
    readonly total: number;
    readonly fit: number;
    readonly text: string;
    /** The row that is pointed at. */
    readonly at: number;
    /** How often the arrows have moved there; 0 again with every letter. */
    readonly moves: number;
  },
): { readonly count: number; readonly onScroll: (event: UIEvent<HTMLElement>) => void } {
  const [wholeOf, setWholeOf] = useState<string | null>(null);
  const isWhole = wholeOf === text || total <= fit;
  if (!isWhole && at >= fit - 1) setWholeOf(text);

  // To ask where a row stands is to lay out all of them: only where it may be out of sight.
  useLayoutEffect(() => {
    if (moves > 0) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [list, moves]);
  const scrolledIn = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (scrolledIn.current === null || scrolledIn.current === text) return;
    scrolledIn.current = null;
    if (list.current) list.current.scrollTop = 0;
  }, [list, text]);

  return {
    count: isWhole ? total : fit,
    onScroll: ({ currentTarget: { scrollTop } }) => {
      // Going back to the top scrolls too.
      if (scrollTop === 0) return;
      scrolledIn.current = text;
      if (!isWhole) setWholeOf(text);
    },
  };
}
