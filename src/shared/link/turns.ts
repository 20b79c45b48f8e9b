/** At most `limit` pieces of work at once, the others in the order they came. */
export function createTurns(limit: number) {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const next = (): void => {
    while (running < limit) {
      const work = waiting.shift();
      if (!work) return;
      running++;
      void work().finally(() => {
        running--;
        next();
      });
    }
  };
  return {
    take(work: () => Promise<void>): void {
      waiting.push(work);
      next();
    },
    /** Forgets what has not begun. */
    drop(): void {
      waiting.length = 0;
    },
  };
}
