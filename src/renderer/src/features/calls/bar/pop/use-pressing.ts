import { useCallback, useEffect, useRef } from 'react';
import { MODIFIERS } from '#renderer/commands/chord.ts';

/** Whoever goes through a list by keys presses the next one within this, in ms; it must not act on what a call has just opened. */
const BETWEEN_KEYS_MS = 700;

/** Whether the agent is in the middle of a run of keys. */
export function usePressing(): () => boolean {
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (!MODIFIERS.includes(key)) last.current = performance.now();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
  return useCallback(() => performance.now() - last.current < BETWEEN_KEYS_MS, []);
}
