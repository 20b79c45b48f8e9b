import type { Clock } from '../clock.ts';

export type Lane = 'agent' | 'sync';

/**
 * One account's share of its helpdesk's request budget. What the agent waits for may use the last of it; sync stops at half,
 * because colleagues and integrations draw on the same account.
 */
export type Budget = {
  /** Resolves when a request may leave; false when the signal fired first. */
  take(lane: Lane, signal: AbortSignal): Promise<boolean>;
  /** The helpdesk said so (`Retry-After`): nothing leaves before. */
  blockUntil(at: number): void;
  /** What the helpdesk's headers say is left of the present interval. */
  report(remaining: number, limit: number): void;
  blockedUntil(): number;
};

export function createBudget(
  limits: { readonly requests: number; readonly perMs: number },
  clock: Clock,
  blocked: { readonly until: number; readonly keep: (until: number) => void },
): Budget {
  let tokens = limits.requests;
  let filledAt = clock.now();
  let blockedUntil = blocked.until;

  const refill = (): void => {
    const now = clock.now();
    // A clock set back must not stop the refill for as long as it was set back.
    const passed = Math.max(0, now - filledAt);
    tokens = Math.min(limits.requests, tokens + (passed * limits.requests) / limits.perMs);
    filledAt = now;
  };
  const floorOf = (lane: Lane): number => (lane === 'agent' ? 1 : Math.max(1, limits.requests / 2));
  const waitMs = (lane: Lane): number => {
    refill();
    const untilOpen = blockedUntil - clock.now();
    if (untilOpen > 0) return untilOpen;
    const missing = floorOf(lane) - tokens;
    return missing <= 0 ? 0 : Math.ceil((missing * limits.perMs) / limits.requests);
  };

  return {
    async take(lane, signal) {
      for (let ms = waitMs(lane); ms > 0; ms = waitMs(lane)) {
        await clock.sleep(ms, signal);
        if (signal.aborted) return false;
      }
      tokens -= 1;
      return true;
    },
    blockUntil(at) {
      if (at <= blockedUntil) return;
      blockedUntil = at;
      blocked.keep(at);
    },
    report(remaining, limit) {
      refill();
      tokens = Math.min(tokens, (remaining / Math.max(1, limit)) * limits.requests);
    },
    blockedUntil: () => blockedUntil,
  };
}
