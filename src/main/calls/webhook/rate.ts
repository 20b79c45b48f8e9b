/** Lets `most` through in any `perMs`; true when one more may pass. */
export function createRate({
  most,
  perMs,
  now,
}: {
  readonly most: number;
  readonly perMs: number;
  /** Milliseconds, by a clock that nobody sets. */
  readonly now: () => number;
}): () => boolean {
  let passed: readonly number[] = [];
  return () => {
    const at = now();
    passed = passed.filter((one) => at - one < perMs);
    if (passed.length >= most) return false;
    passed = [...passed, at];
    return true;
  };
}
