/** A limit of Zendesk's own on one kind of request, of which we take no more than our part. */
export type Pace = {
  /** Takes one request and returns 0, or how long to wait for it, in ms. */
  readonly waitMs: () => number;
};

export function openPace(now: () => number, requests: number, perMs: number): Pace {
  let taken: readonly number[] = [];
  return {
    waitMs: () => {
      const at = now();
      taken = taken.filter((each) => at - each < perMs);
      const oldest = taken[0];
      if (taken.length >= requests && oldest !== undefined) return Math.max(1, oldest + perMs - at);
      taken = [...taken, at];
      return 0;
    },
  };
}
