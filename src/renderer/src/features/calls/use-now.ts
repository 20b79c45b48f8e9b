import { useEffect, useReducer } from 'react';
import { useTicker } from '#renderer/ui/ticker.tsx';

const SECOND_MS = 1_000;

/** The time (UTC ms); while something runs, renders anew at each full second. */
export function useNow(runs: boolean): number {
  const { now } = useTicker();
  const [, renderAnew] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!runs) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          renderAnew();
          wait();
        },
        SECOND_MS - (now() % SECOND_MS),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [runs, now]);
  return now();
}
