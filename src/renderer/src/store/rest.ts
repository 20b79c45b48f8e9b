/** Nobody works on at once who has asked nothing for so long. */
const QUIET_MS = 400;

/** Keeps what nobody waits for out of the way of what the window asks for. */
export type Rest = {
  /** The window has asked something. */
  asked(): void;
  /** Resolves once the window has asked nothing for a moment, at the earliest in the next task. */
  untilQuiet(): Promise<void>;
};

export function createRest(after: (ms: number, run: () => void) => () => void, clock: () => number): Rest {
  let last = Number.NEGATIVE_INFINITY;
  return {
    asked() {
      last = clock();
    },
    untilQuiet: () =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          const left = last + QUIET_MS - clock();
          if (left > 0) after(left, look);
          else resolve();
        };
        after(0, look);
      }),
  };
}
