import { type RefObject, useCallback, useRef } from 'react';

/** Remembers where the caret was before the drawer was asked for, and goes back there. */
export function useCaretBack(drawer: RefObject<HTMLElement | null>) {
  const before = useRef<HTMLElement | null>(null);
  const remember = useCallback(() => {
    const { activeElement } = document;
    const isHere = drawer.current?.contains(activeElement) ?? false;
    if (!isHere) before.current = activeElement instanceof HTMLElement ? activeElement : null;
  }, [drawer]);
  const goBack = useCallback(() => {
    const { activeElement } = document;
    const pane = document.querySelector<HTMLElement>('[data-context="ticket"] [data-scroller]');
    const to = before.current?.isConnected && before.current !== document.body ? before.current : pane;
    before.current = null;
    if (to) to.focus({ preventScroll: true });
    else if (activeElement instanceof HTMLElement) activeElement.blur();
  }, []);
  return { remember, goBack };
}
