const FIRST_MS = 1_000;
const MOST_MS = 30_000;

/** How long to wait before trying again after the nth failure in a row (from 1): doubling, with jitter only upward. */
export function backoffMs(failures: number, random: () => number): number {
  const base = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(10, failures - 1));
  return Math.round(base * (1 + random() / 2));
}
