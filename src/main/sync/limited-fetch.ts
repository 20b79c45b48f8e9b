import type { Clock } from '../clock.ts';
import type { ConnectorRequest } from '../connectors/contract.ts';
import type { Budget } from './budget.ts';

/** How long nothing may come before the request counts as lost. Long enough for a slow page, short enough for a person. */
const TIME_LIMIT_MS = { agent: 20_000, sync: 60_000 } as const;

/**
 * The only network a connector has: no cookies, no cache, behind the account's budget, with a time limit for the headers and then
 * for each stretch of the body, so that a large file on a slow link may take as long as it keeps coming. Rejects as `fetch`
 * does, and with `AbortError` when the signal fired while it waited for the budget.
 */
export function limitedFetch(
  fetch: typeof globalThis.fetch,
  budget: Budget,
  clock: Clock,
  seen: (response: Response) => void,
): (url: string, request: ConnectorRequest) => Promise<Response> {
  return async (url, { lane, signal, headers, ...init }) => {
    if (!(await budget.take(lane, signal))) throw signal.reason;
    const stall = watchForStall(clock, TIME_LIMIT_MS[lane], signal);
    try {
      const response = await fetch(url, {
        ...init,
        ...(headers ? { headers: { ...headers } } : {}),
        credentials: 'omit',
        cache: 'no-store',
        signal: stall.signal,
      } as RequestInit);
      seen(response);
      return watchBody(response, stall);
    } catch (thrown) {
      stall.end();
      throw thrown;
    }
  };
}

type Stall = {
  /** Fires with what cancelled the request, or with `TimeoutError` when nothing came for the limit (or for up to twice that). */
  readonly signal: AbortSignal;
  readonly came: () => void;
  readonly end: () => void;
};

function watchForStall(clock: Clock, limitMs: number, cancelled: AbortSignal): Stall {
  const [request, ended] = [new AbortController(), new AbortController()];
  const end = (): void => {
    cancelled.removeEventListener('abort', cancel);
    ended.abort('ended');
  };
  const cancel = (): void => {
    request.abort(cancelled.reason);
    end();
  };
  cancelled.addEventListener('abort', cancel);
  let moved = true;
  const watch = async (): Promise<void> => {
    while (moved && !ended.signal.aborted) {
      moved = false;
      await clock.sleep(limitMs, ended.signal);
    }
    if (!ended.signal.aborted) request.abort(new DOMException('Nothing came for too long.', 'TimeoutError'));
  };
  void watch();
  return {
    signal: request.signal,
    came: () => {
      moved = true;
    },
    end,
  };
}

/** The same answer, whose body tells that it moves. Its `url` is lost, which no connector reads. */
function watchBody(response: Response, stall: Stall): Response {
  if (response.body === null) {
    stall.end();
    return response;
  }
  stall.came();
  const told = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      stall.came();
      controller.enqueue(chunk);
    },
    flush: stall.end,
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(told), { status, statusText, headers });
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
