/** Time as everything in main sees it, so that a day of it runs in a test in a second. */
export type Clock = {
  /** UTC milliseconds, by a clock that may be set back or forward at any time. */
  now(): number;
  /** Whole milliseconds since some moment, by a clock that nobody can set. It may stand still while the machine sleeps. */
  elapsed(): number;
  /** Resolves after `ms`, or at once when the signal fires; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
};

export const systemClock = (): Clock => ({
  now: Date.now,
  // Instants are made from it, and schemas take no fractions.
  elapsed: () => Math.floor(performance.now()),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      // A longer timer overflows in Node and fires at once.
      const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1));
      signal.addEventListener('abort', done);
    }),
});
