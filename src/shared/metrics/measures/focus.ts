import type { MeasuredOn } from '../measured.ts';
import { type OwnEvent, ownEventsOf } from '../own-events.ts';

/**
 * Focus time; by tickets, the handle time of what is no call.
 *
 * Definition: from a ticket's coming before the agent, in a window that has the focus, to the last sign of them before it went or they
 * were idle. Time in calls is none of it: that is the calls' handle time. A look of a moment is none either.
 * Source: our own; average handle time needs a focus timer where there is no call.
 * Unit: ms. Attribution: the agent at this machine. Counts when it ended.
 */
export const measureFocus = (events: readonly OwnEvent[]): readonly MeasuredOn[] =>
  ownEventsOf(events, 'ticket-focus')
    // A clock that was set back makes no time negative.
    .filter(({ at, until }) => until > at)
    .map(({ at, until, ticketId }) => ({
      ticketId,
      measured: { metric: 'focus', at: until, value: until - at, agentId: null },
    }));
