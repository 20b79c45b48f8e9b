import type { Scheduler } from './scheduler.ts';

/**
 * One life of a process. What it has asked of the world comes to nothing once it was killed: nothing it waits for settles, so
 * that no line of it runs again.
 */
export type Life = {
  readonly isOver: () => boolean;
  /** Does something to the world after `ms` and hands back what came of it, unless the process was killed before. */
  act<Value>(ms: number, work: () => Value | Promise<Value>): Promise<Value>;
  /** Runs later, unless killed before; returns how to prevent it. */
  after(ms: number, run: () => void): () => void;
  kill(): void;
  onKill(listener: () => void): void;
};

export function createLife(scheduler: Scheduler): Life {
  let over = false;
  const listeners: (() => void)[] = [];
  const after = (ms: number, run: () => void): (() => void) => scheduler.after(ms, () => !over && run());
  return {
    isOver: () => over,
    after,
    act: (ms, work) =>
      new Promise((resolve, reject) => {
        if (over) return;
        after(ms, () => {
          Promise.resolve()
            .then(work)
            .then(
              (value) => !over && resolve(value),
              (error: unknown) => !over && reject(error),
            );
        });
      }),
    kill() {
      if (over) return;
      over = true;
      for (const listener of listeners) listener();
    },
    onKill: (listener) => void listeners.push(listener),
  };
}
