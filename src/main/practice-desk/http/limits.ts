/** How many requests the desk takes; each a token bucket. Zendesk's own figures are in the comments. */
export type Limits = {
  /** The whole account, each minute (Zendesk: 200 to 700 by plan). */
  readonly accountPerMinute: number;
  /** One view for one agent, each minute (Zendesk: 5). */
  readonly viewPerMinute: number;
  /** The incremental export, each minute (Zendesk: 10). */
  readonly exportPerMinute: number;
  /** Updates of one ticket by one agent in ten minutes (Zendesk: 30). */
  readonly updatesPerTenMinutes: number;
};
export const GENEROUS: Limits = {
  accountPerMinute: 2500,
  viewPerMinute: 120,
  exportPerMinute: 240,
  updatesPerTenMinutes: 300,
};
export const AS_ZENDESK: Limits = {
  accountPerMinute: 700,
  viewPerMinute: 5,
  exportPerMinute: 10,
  updatesPerTenMinutes: 30,
};

export type Taken = {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the bucket is full again, and until one more request is taken. */
  readonly resetS: number;
  readonly retryAfterS: number;
};

/** One token from the bucket named `key`, which holds `limit` and fills within `perMs`. */
export const createBuckets = (now: () => number) => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key: string, limit: number, perMs: number): Taken => {
    const bucket = buckets.get(key) ?? { tokens: limit, at: now() };
    const at = Math.max(now(), bucket.at);
    bucket.tokens = Math.min(limit, bucket.tokens + ((at - bucket.at) * limit) / perMs);
    bucket.at = at;
    buckets.set(key, bucket);
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    return {
      allowed,
      limit,
      remaining: Math.floor(bucket.tokens),
      resetS: Math.ceil(((limit - bucket.tokens) * perMs) / limit / 1000),
      retryAfterS: Math.max(1, Math.ceil(((1 - bucket.tokens) * perMs) / limit / 1000)),
    };
  };
};
