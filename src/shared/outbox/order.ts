import type { OutboxEntry } from './entry.ts';
import { touchTheSame } from './touched.ts';

/** Whether an entry waits for the agent, or for what has become of a lost answer. */
export const isStuck = ({ state }: OutboxEntry): boolean =>
  state.name === 'held' || state.name === 'rejected' || state.name === 'unknown';

/** Whether two entries are on one ticket: one made here may also have come by sync before it was known to be the same. */
export const isOnSameTicket = (one: OutboxEntry, other: OutboxEntry): boolean =>
  one.ticketId === other.ticketId ||
  (one.ticketRemoteId !== null && one.ticketRemoteId === other.ticketRemoteId && one.accountId === other.accountId);

/**
 * The earlier entry on its ticket that an entry waits for, of those in `live`; null when it is its turn. First in, first out,
 * except that an internal note passes what is stuck and what waits behind that, unless it changes what they change. Nothing
 * passes the creation of its ticket, and notes do not pass each other. What is forwarded is said beside the ticket: it passes as a
 * note does, and nothing waits for it once it is stuck.
 */
export function blockerOf(entry: OutboxEntry, live: readonly OutboxEntry[]): OutboxEntry | null {
  const before = live
    .filter((other) => other.id < entry.id && isOnSameTicket(other, entry))
    .filter((other) => other.action.kind !== 'forward' || !isStuck(other))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (entry.action.kind !== 'note' && entry.action.kind !== 'forward') return before[0] ?? null;
  const stuckAt = before.findIndex(isStuck);
  const blocks = (other: OutboxEntry, place: number): boolean => {
    if (other.action.kind === 'create' || touchTheSame(other.action.changes, entry.action.changes)) return true;
    if (isStuck(other)) return false;
    return stuckAt < 0 || place < stuckAt || other.action.kind === 'note' || other.state.name === 'sending';
  };
  return before.find(blocks) ?? null;
}
