import { entriesMade } from '../entries-made.ts';
import type { MeasuredOn } from '../measured.ts';
import type { OwnEvent } from '../own-events.ts';

/**
 * Hold rate.
 *
 * Definition: of what the agent did, that which was held because the ticket had moved on meanwhile, also if it was sent later.
 * Source: our own, from what the agent does at this machine.
 * Unit: share, 1 or 0 for each thing done. Attribution: the agent at this machine. Counts when it was done.
 */
export const measureHoldRate = (events: readonly OwnEvent[]): readonly MeasuredOn[] =>
  entriesMade(events).map(({ ticketId, at, held }) => ({
    ticketId,
    measured: { metric: 'hold-rate', at, value: held ? 1 : 0, agentId: null },
  }));
