import type { ConnectorRequest } from '../connectors/contract.ts';
import type { Budget } from './budget.ts';

/** How long an answer may take before the request counts as lost. Long enough for a slow page, short enough for a person. */
const TIME_LIMIT_MS = { agent: 20_000, sync: 60_000 } as const;

/**
 * The only network a connector has: no cookies, no cache, behind the account's budget, with a time limit. Rejects as `fetch`
 * does, and with `AbortError` when the signal fired while it waited for the budget.
 */
export function limitedFetch(
  fetch: typeof globalThis.fetch,
  budget: Budget,
  seen: (response: Response) => void,
): (url: string, request: ConnectorRequest) => Promise<Response> {
  return async (url, { lane, signal, headers, ...init }) => {
    if (!(await budget.take(lane, signal))) throw signal.reason;
    const response = await fetch(url, {
      ...init,
      ...(headers ? { headers: { ...headers } } : {}),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS[lane])]),
    } as RequestInit);
    seen(response);
    return response;
  };
}

/** The helpdesk's own clock minus ours, from its `Date` header; null without one. */
export function clockSkewMs(response: Response, now: number): number | null {
  const date = response.headers.get('date');
  const at = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? null : at - now;
}

/** What is left of the interval's budget by the headers that helpdesks send; null without them. */
export function remainingBudget(response: Response): { readonly remaining: number; readonly limit: number } | null {
  const number = (name: string): number => Number.parseInt(response.headers.get(name) ?? '', 10);
  for (const prefix of ['x-rate-limit', 'ratelimit', 'x-ratelimit']) {
    const remaining = number(`${prefix}-remaining`);
    const limit = Number.isNaN(number(`${prefix}-limit`)) ? number(prefix) : number(`${prefix}-limit`);
    if (!Number.isNaN(remaining) && !Number.isNaN(limit)) return { remaining, limit };
  }
  return null;
}
