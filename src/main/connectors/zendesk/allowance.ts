/** What the account's own headers leave to this desk. */
export type Allowance = {
  /** Reads the budget off an answer. */
  readonly told: (headers: Headers) => void;
  /** How long background reading should wait so that colleagues keep half of the minute's budget, in ms; 0: go on. */
  readonly waitMs: () => number;
};

const WINDOW_MS = 60_000;
// Where the budget grows back steadily, half of it is there long before all of it: look again soon.
const LOOK_AGAIN_MS = 10_000;

/**
 * Zendesk tells `X-Rate-Limit` and `X-Rate-Limit-Remaining` (newer: `RateLimit-…`, with `RateLimit-Reset` in seconds) for all of an
 * account's users and integrations together.
 */
export function openAllowance(now: () => number): Allowance {
  let limit = 0;
  let remaining = 0;
  let resetAt = 0;
  const number = (headers: Headers, ...names: readonly string[]) => {
    const told = names.map((name) => headers.get(name)).find((value) => value !== null);
    const value = Number(told ?? Number.NaN);
    return Number.isFinite(value) ? value : null;
  };
  return {
    told: (headers) => {
      const toldLimit = number(headers, 'ratelimit-limit', 'x-rate-limit');
      const toldRemaining = number(headers, 'ratelimit-remaining', 'x-rate-limit-remaining');
      if (toldLimit === null || toldRemaining === null) return;
      const reset = number(headers, 'ratelimit-reset', 'x-rate-limit-reset');
      limit = toldLimit;
      remaining = toldRemaining;
      resetAt = now() + (reset === null ? WINDOW_MS : Math.min(reset * 1000, WINDOW_MS));
    },
    waitMs: () => (remaining * 2 < limit ? Math.min(LOOK_AGAIN_MS, Math.max(0, resetAt - now())) : 0),
  };
}
