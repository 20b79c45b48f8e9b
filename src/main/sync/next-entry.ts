import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { blockerOf, isOnSameTicket } from '#shared/outbox/order.ts';
import { UNDO_SECONDS } from '#shared/settings/settings.ts';

/** How a live entry stands at this moment. */
export type Readiness =
  | { readonly ready: true }
  /** Not before `at`; null: until something else happens. */
  | { readonly ready: false; readonly at: number | null; readonly waitsFor: string | null };

const LONGEST_UNDO_MS = Math.max(...UNDO_SECONDS) * 1_000;
/** Longer waits are the connection's, which keeps them by a clock that nobody can set. */
const LONGEST_RETRY_MS = 60_000;

/** A time further away than it can have been meant: the clock was set back since, and the wait is over. */
const meant = (at: number, now: number, longestMs: number): number => (at - now > longestMs ? now : at);

/** Whether an entry may go now: its turn on its ticket, its undo window and whatever it waits for itself. */
export function readiness(
  entry: OutboxEntry,
  live: readonly OutboxEntry[],
  now: number,
  readBackAfterMs: number,
): Readiness {
  const blocking = blockerOf(entry, live);
  if (blocking) return { ready: false, at: null, waitsFor: blocking.id };
  switch (entry.state.name) {
    case 'queued': {
      const undoable = entry.attempts === 0 ? meant(entry.notBefore, now, LONGEST_UNDO_MS) : 0;
      const at = Math.max(undoable, meant(entry.state.retryAt ?? 0, now, LONGEST_RETRY_MS));
      return at <= now ? { ready: true } : { ready: false, at, waitsFor: null };
    }
    case 'unknown': {
      if (entry.state.undecidable) return { ready: false, at: null, waitsFor: null };
      const at = meant(entry.state.readBackAt ?? entry.state.since + readBackAfterMs, now, LONGEST_RETRY_MS);
      return at <= now ? { ready: true } : { ready: false, at, waitsFor: null };
    }
    default:
      return { ready: false, at: null, waitsFor: null };
  }
}

/** Those that follow an entry on its ticket, oldest first, and wait for nothing but their turn; none unless it is the first there. */
export function behindOf(entry: OutboxEntry, live: readonly OutboxEntry[], now: number): readonly OutboxEntry[] {
  const onTicket = live.filter((one) => isOnSameTicket(one, entry)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const [first, ...behind] = onTicket;
  if (first?.id !== entry.id) return [];
  const waits = behind.findIndex(
    (one) =>
      one.ticketId !== entry.ticketId ||
      one.state.name !== 'queued' ||
      one.attempts > 0 ||
      meant(one.notBefore, now, LONGEST_UNDO_MS) > now,
  );
  return waits < 0 ? behind : behind.slice(0, waits);
}
