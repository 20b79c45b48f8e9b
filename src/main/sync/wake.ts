import type { Clock } from '../clock.ts';

/** A loop sleeps on one of these until its time has come or somebody wakes it. */
export type Wake = {
  wake(): void;
  /** Resolves after `ms`, on `wake` (also one that came before), or when the signal fires. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
};

export function createWake(clock: Clock): Wake {
  let woken = false;
  let interrupt: (() => void) | null = null;
  return {
    wake() {
      woken = true;
      interrupt?.();
    },
    async sleep(ms, signal) {
      if (!woken && !signal.aborted) {
        const over = new AbortController();
        // With a reason of its own: an error with its stack would be made for every wake otherwise.
        const end = (): void => over.abort('woken');
        interrupt = end;
        signal.addEventListener('abort', end);
        await clock.sleep(ms, over.signal);
        signal.removeEventListener('abort', end);
        interrupt = null;
      }
      woken = false;
    },
  };
}
