import type { OutboxEntry } from '#shared/outbox/entry.ts';

/** How a live entry stands at this moment. */
export type Readiness =
  | { readonly ready: true }
  /** Not before `at`; null: until something else happens. */
  | { readonly ready: false; readonly at: number | null; readonly waitsFor: string | null };

/**
 * Whether an entry may go now. First in, first out per ticket: what stands before it must be settled, except that an
 * internal note passes entries that wait for the agent or for a lost answer, since it depends on none of them.
 */
export function readiness(
  entry: OutboxEntry,
  live: readonly OutboxEntry[],
  now: number,
  readBackAfterMs: number,
): Readiness {
  const before = live.filter((other) => other.ticketId === entry.ticketId && other.id < entry.id);
  const blocking = before.find((other) => blocks(other, entry));
  if (blocking) return { ready: false, at: null, waitsFor: blocking.id };
  switch (entry.state.name) {
    case 'queued': {
      const at = Math.max(entry.attempts === 0 ? entry.notBefore : 0, entry.state.retryAt ?? 0);
      return at <= now ? { ready: true } : { ready: false, at, waitsFor: null };
    }
    case 'unknown': {
      if (entry.state.undecidable) return { ready: false, at: null, waitsFor: null };
      const at = entry.state.readBackAt ?? entry.state.since + readBackAfterMs;
      return at <= now ? { ready: true } : { ready: false, at, waitsFor: null };
    }
    default:
      return { ready: false, at: null, waitsFor: null };
  }
}

function blocks(before: OutboxEntry, entry: OutboxEntry): boolean {
  if (before.action.kind === 'create') return true;
  const stuck = before.state.name === 'held' || before.state.name === 'rejected' || before.state.name === 'unknown';
  return !(stuck && entry.action.kind === 'note');
}
