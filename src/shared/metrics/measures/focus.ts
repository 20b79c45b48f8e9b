import type { TicketId } from '../../domain/ids.ts';
import type { MeasuredOn } from '../measured.ts';
import { type OwnEvent, ownEventsOf } from '../own-events.ts';

/**
 * Focus time; by tickets, the handle time of what is no call.
 *
 * Definition: from a ticket's coming before the agent until it went again. One that another ticket follows went then. A focus that
 * nothing ended, as when the window died, is not counted: nobody knows how long it was.
 * Source: our own; average handle time needs a focus timer where there is no call.
 * Unit: ms. Attribution: the agent at this machine. Counts when the ticket went.
 */
export function measureFocus(events: readonly OwnEvent[]): readonly MeasuredOn[] {
  const spent: MeasuredOn[] = [];
  let focused: { readonly ticketId: TicketId; readonly from: number } | null = null;
  for (const { event, at, ticketId } of ownEventsOf(events, 'ticket-focused', 'ticket-left')) {
    const isSame: boolean = focused?.ticketId === ticketId;
    if (focused && (event === 'ticket-left' ? isSame : !isSame)) {
      const { from } = focused;
      spent.push({
        ticketId: focused.ticketId,
        measured: { metric: 'focus', at, value: at - from, agentId: null },
      });
      focused = null;
    }
    if (event === 'ticket-focused' && focused === null) focused = { ticketId, from: at };
  }
  return spent;
}
