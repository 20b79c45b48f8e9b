import type { MeasuredOn } from '../measured.ts';
import { type OwnEvent, ownEventsOf } from '../own-events.ts';

/**
 * Article use.
 *
 * Definition: how often an article went into a message, as a link or in words.
 * Source: our own.
 * Unit: count. Attribution: the agent at this machine. Counts when it went in.
 */
export const measureArticleUse = (events: readonly OwnEvent[]): readonly MeasuredOn[] =>
  ownEventsOf(events, 'article-used').map(({ at, ticketId }) => ({
    ticketId,
    measured: { metric: 'article-use', at, value: 1, agentId: null },
  }));
