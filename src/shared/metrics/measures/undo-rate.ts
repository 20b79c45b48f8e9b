import { entriesMade } from '../entries-made.ts';
import type { MeasuredOn } from '../measured.ts';
import type { OwnEvent } from '../own-events.ts';

/**
 * Undo rate.
 *
 * Definition: of what the agent did, that which was taken back before it left.
 * Source: our own, from what the agent does at this machine.
 * Unit: share, 1 or 0 for each thing done. Attribution: the agent at this machine. Counts when it was done.
 */
export const measureUndoRate = (events: readonly OwnEvent[]): readonly MeasuredOn[] =>
  entriesMade(events).map(({ ticketId, at, undone }) => ({
    ticketId,
    measured: { metric: 'undo-rate', at, value: undone ? 1 : 0, agentId: null },
  }));
