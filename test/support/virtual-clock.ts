import type { Clock } from '#main/clock.ts';

/** Time that passes only when told: sleepers wake in order, and everything they set off has run before `advance` resolves. */
export function virtualClock(start: number): Clock & { advance(ms: number): Promise<void>; set(at: number): void } {
  let now = start;
  /** How far `set` has moved the clock from the time that passed. */
  let moved = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  };
  return {
    now: () => now,
    elapsed: () => now - moved,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const wake = (): void => {
          signal.removeEventListener('abort', wake);
          const index = sleepers.indexOf(sleeper);
          if (index >= 0) sleepers.splice(index, 1);
          resolve();
        };
        const sleeper = { at: now - moved + ms, wake };
        sleepers.push(sleeper);
        signal.addEventListener('abort', wake);
      }),
    async advance(ms) {
      const end = now - moved + ms;
      await settle();
      for (;;) {
        const next = sleepers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = Math.max(now, next.at + moved);
        next.wake();
        await settle();
      }
      now = end + moved;
    },
    set(at) {
      moved += at - now;
      now = at;
    },
  };
}
