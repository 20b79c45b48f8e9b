import { entriesMade } from '../entries-made.ts';
import type { MeasuredOn } from '../measured.ts';
import type { OwnEvent } from '../own-events.ts';

/**
 * Macro share.
 *
 * Definition: of what the agent did and did not take back, that which a macro went into. One that was run on a ticket went into what was
 * done to it next; one whose words waited in the composer, into the next message on it, unless they were thrown away.
 * Source: our own, from what the agent does at this machine.
 * Unit: share, 1 or 0 for each thing done. Attribution: the agent at this machine. Counts when it was done.
 */
export const measureMacroShare = (events: readonly OwnEvent[]): readonly MeasuredOn[] =>
  entriesMade(events)
    .filter(({ undone }) => !undone)
    .map(({ ticketId, at, macro }) => ({
      ticketId,
      measured: { metric: 'macro-share', at, value: macro ? 1 : 0, agentId: null },
    }));
