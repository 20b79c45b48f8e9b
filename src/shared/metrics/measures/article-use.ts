import { entriesMade } from '../entries-made.ts';
import type { MeasuredOn } from '../measured.ts';
import { type OwnEvent, ownEventsOf } from '../own-events.ts';

/**
 * Article use.
 *
 * Definition: how often an article went into a message that was not taken back, by a link to it. One counts once for each message.
 * Source: our own.
 * Unit: count. Attribution: the agent at this machine. Counts when the message was done.
 */
export function measureArticleUse(events: readonly OwnEvent[]): readonly MeasuredOn[] {
  const undone = new Set(entriesMade(events).flatMap(({ entryId, undone: gone }) => (gone ? [entryId] : [])));
  return ownEventsOf(events, 'article-used')
    .filter(({ entryId }) => !undone.has(entryId))
    .map(({ at, ticketId }) => ({ ticketId, measured: { metric: 'article-use', at, value: 1, agentId: null } }));
}
