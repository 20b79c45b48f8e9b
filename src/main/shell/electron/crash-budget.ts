const TIMES = 3;
const WITHIN_MS = 5 * 60_000;

/** Whether a window that died at `at` (UTC ms) is made again: three times in five minutes, then no more. */
export function createCrashBudget(): { again(at: number): boolean; reset(): void } {
  let crashes: readonly number[] = [];
  return {
    again(at) {
      crashes = [...crashes.filter((earlier) => at - earlier < WITHIN_MS), at];
      return crashes.length <= TIMES;
    },
    reset() {
      crashes = [];
    },
  };
}
