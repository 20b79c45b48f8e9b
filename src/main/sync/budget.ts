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
};

/** When the helpdesk asked to be left alone, and until when: UTC ms, by a clock that may be set. */
export type Block = { readonly at: number; readonly until: number };
/** What is kept of it over a restart. */
export type KeptBlock = { readonly block: Block | null; readonly keep: (block: Block) => void };

/** Never longer than it was when it was noted: the clock may have been set back since. */
const leftOf = (block: Block | null, now: number): number =>
  block === null ? 0 : Math.max(0, Math.min(block.until - now, block.until - block.at));

export function createBudget(
  limits: { readonly requests: number; readonly perMs: number },
  clock: Clock,
  kept: KeptBlock,
): Budget {
  let tokens = limits.requests;
  let filledAt = clock.elapsed();
  let opensAt = clock.elapsed() + leftOf(kept.block, clock.now());

  const refill = (): void => {
    const now = clock.elapsed();
    tokens = Math.min(limits.requests, tokens + ((now - filledAt) * limits.requests) / limits.perMs);
    filledAt = now;
  };
  const floorOf = (lane: Lane): number => (lane === 'agent' ? 1 : Math.max(1, limits.requests / 2));
  const waitMs = (lane: Lane): number => {
    refill();
    const untilOpen = opensAt - clock.elapsed();
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
      const now = clock.now();
      if (clock.elapsed() + at - now <= opensAt) return;
      opensAt = clock.elapsed() + at - now;
      kept.keep({ at: now, until: at });
    },
    report(remaining, limit) {
      refill();
      tokens = Math.min(tokens, (remaining / Math.max(1, limit)) * limits.requests);
    },
  };
}
