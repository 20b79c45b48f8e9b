import type { Call } from '../calls/call.ts';
import type { OwnEvent } from './own-events.ts';
import { type Stretch, unionOf } from './stretch.ts';

/** Without a sign of the agent for longer than this, they were away. */
const AWAY_MS = 10 * 60_000;

/**
 * When the agent was at work at this machine, for want of a status log: from one sign of them to the next, unless that took long. Calls
 * are work from the answer to the end of the wrap-up, and a ticket's focus is from its beginning to its end, without a sign in between.
 */
export function workStretches(
  events: readonly OwnEvent[],
  calls: readonly Call[],
  awayMs: number = AWAY_MS,
): readonly Stretch[] {
  const signs = events
    .flatMap((event) => (event.event === 'ticket-focus' ? [event.at, event.until] : [event.at]))
    .sort((a, b) => a - b);
  const between = signs.flatMap((at, index): readonly Stretch[] => {
    const next = signs[index + 1];
    return next !== undefined && next - at <= awayMs ? [{ from: at, until: next }] : [];
  });
  const focus = events.flatMap((event) =>
    event.event === 'ticket-focus' ? [{ from: event.at, until: event.until }] : [],
  );
  return unionOf([...between, ...focus, ...calls.flatMap((call) => contactOf(call) ?? [])]);
}

/** A call from its answer to the end of the wrap-up, as far as it went; null for one that nobody answered or that still goes on. */
export function contactOf({ answeredAt, endedAt, wrappedAt }: Call): Stretch | null {
  return answeredAt === null || endedAt === null
    ? null
    : { from: answeredAt, until: Math.max(endedAt, wrappedAt ?? endedAt) };
}
