/** The value that so large a share of them does not pass (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The two that are told of every latency. */
export const spread = (values: readonly number[]): { readonly p50: number; readonly p95: number } => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
});

export const inWords = (values: readonly number[]): string => {
  const { p50, p95 } = spread(values);
  return `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`;
};
