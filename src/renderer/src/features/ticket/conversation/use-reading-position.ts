import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Block } from './fold-items.ts';

export type ReadingPosition = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLElement | null>;
  /** Messages that arrived under the edge since the agent read on. */
  readonly below: number;
  readonly toEnd: () => void;
};

const GESTURES = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/**
 * Opens the conversation at a message and holds it there while frames and images find their height, until the agent moves.
 * After that nothing that arrives moves what is being read; the agent's own message is followed to the end.
 */
export function useReadingPosition(openAt: string | null, blocks: readonly Block[]): ReadingPosition {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLElement>(null);
  const [moved, setMoved] = useState(false);
  const [below, setBelow] = useState(0);
  const known = useRef<ReadonlySet<string> | null>(null);

  const toEnd = useCallback(() => {
    const pane = scroller.current;
    if (pane) pane.scrollTop = pane.scrollHeight;
    setBelow(0);
  }, []);

  useLayoutEffect(() => {
    const [pane, items] = [scroller.current, content.current];
    if (!pane || !items || openAt === null || moved) return;
    const hold = (): void => {
      const target = [...items.querySelectorAll<HTMLElement>('[data-key]')].find(
        ({ dataset }) => dataset.key === openAt,
      );
      if (target) pane.scrollTop += target.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    };
    let current = true;
    // Behind the frames, which find their height after all of them have been painted.
    queueMicrotask(() => {
      if (current) hold();
    });
    const resize = new ResizeObserver(hold);
    resize.observe(items);
    const stop = new AbortController();
    for (const gesture of GESTURES) {
      pane.addEventListener(gesture, () => setMoved(true), { once: true, passive: true, signal: stop.signal });
    }
    return () => {
      current = false;
      resize.disconnect();
      stop.abort();
    };
  }, [openAt, moved]);

  useEffect(() => {
    const pane = scroller.current;
    if (!pane) return;
    const onScroll = (): void => {
      if (pane.scrollHeight - pane.scrollTop - pane.clientHeight < 48) setBelow(0);
    };
    pane.addEventListener('scroll', onScroll, { passive: true });
    return () => pane.removeEventListener('scroll', onScroll);
  }, []);

  useLayoutEffect(() => {
    const messages = blocks.flatMap((block) => (block.type === 'message' ? [block] : []));
    const before = known.current;
    known.current = new Set(messages.map(({ key }) => key));
    if (before === null || before.size === 0) return;
    const arrived = messages.filter(({ key }) => !before.has(key));
    if (arrived.length === 0) return;
    setMoved(true);
    const pane = scroller.current;
    if (arrived.some(({ message }) => message.entry !== null)) toEnd();
    else if (pane && pane.scrollHeight - pane.scrollTop - pane.clientHeight > 48)
      setBelow((count) => count + arrived.length);
  }, [blocks, toEnd]);

  return { scroller, content, below, toEnd };
}
