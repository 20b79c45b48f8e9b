/** Within it a second press is a slip of the hand, and not meant for whatever call comes next, in ms. */
export const ONE_PRESS_MS = 1_000;

/** Runs what is pressed, unless it was just pressed before. `now`: ms of any clock that is never set back. */
export function createPressOnce(now: () => number): (run: () => void) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (run) => {
    if (now() - last < ONE_PRESS_MS) return;
    last = now();
    run();
  };
}
