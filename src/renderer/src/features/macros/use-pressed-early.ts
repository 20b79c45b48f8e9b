import { useEffect, useRef } from 'react';

/** Does what is pressed; before it is known what that means, once it is. A later press counts in place of an earlier one. */
export function usePressedEarly<Press>(isKnown: boolean, take: (press: Press) => void): (press: Press) => void {
  const early = useRef<{ readonly press: Press } | null>(null);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const waiting = early.current;
    if (!isKnown || waiting === null) return;
    early.current = null;
    latest.current(waiting.press);
  }, [isKnown]);
  return (press) => {
    if (isKnown) take(press);
    else early.current = { press };
  };
}
