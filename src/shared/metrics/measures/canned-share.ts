import { entriesMade } from '../entries-made.ts';
import type { MeasuredOn } from '../measured.ts';
import type { OwnEvent } from '../own-events.ts';

/**
 * Canned-response share.
 *
 * Definition: of the messages that the agent wrote and did not take back, those that a canned response went into. One that was put in on
 * a ticket goes into the next message on it, unless what was being written was thrown away.
 * Source: our own, from what the agent does at this machine.
 * Unit: share, 1 or 0 for each thing done. Attribution: the agent at this machine. Counts when it was done.
 */
export const measureCannedShare = (events: readonly OwnEvent[]): readonly MeasuredOn[] =>
  entriesMade(events)
    .filter(({ undone, words }) => words && !undone)
    .map(({ ticketId, at, canned }) => ({
      ticketId,
      measured: { metric: 'canned-share', at, value: canned ? 1 : 0, agentId: null },
    }));
