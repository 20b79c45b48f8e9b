import type { Call } from '../calls/call.ts';
import type { OwnEvent } from './own-events.ts';
import { type Stretch, unionOf } from './stretch.ts';

/** Without a sign of the agent for longer than this, they were away. */
const AWAY_MS = 10 * 60_000;

/**
 * How long the agent is taken to be there by what they did: each sign counts until they would be away. Of parts of the events the union
 * is that of all of them, so that more may be added at any time.
 */
export const presenceIn = (events: readonly OwnEvent[], awayMs: number = AWAY_MS): readonly Stretch[] =>
  unionOf(
    events.flatMap((event) =>
      // That something was held the program did by itself.
      event.event === 'entry-held'
        ? []
        : [{ from: event.at, until: (event.event === 'ticket-focus' ? event.until : event.at) + awayMs }],
    ),
  );

/**
 * When the agent was at work at this machine, for want of a status log: from one sign of them to the next, unless that took long. Calls
 * are work from the answer to the end of the wrap-up, and a ticket's focus is from its beginning to its end, without a sign in between.
 */
export const workOf = (
  presence: readonly Stretch[],
  calls: readonly Call[],
  awayMs: number = AWAY_MS,
): readonly Stretch[] =>
  unionOf([
    ...presence.map(({ from, until }) => ({ from, until: until - awayMs })),
    ...calls.flatMap((call) => contactOf(call) ?? []),
  ]);

/** A call from its answer to the end of the wrap-up, as far as it went; null for one that nobody answered or that still goes on. */
export function contactOf({ answeredAt, endedAt, wrappedAt }: Call): Stretch | null {
  return answeredAt === null || endedAt === null
    ? null
    : { from: answeredAt, until: Math.max(endedAt, wrappedAt ?? endedAt) };
}
