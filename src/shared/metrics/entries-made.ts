import type { TicketId } from '../domain/ids.ts';
import { type OwnEvent, ownEventsOf } from './own-events.ts';

/** Something that the agent did to a ticket, with what else is known of it. */
type EntryMade = {
  readonly ticketId: TicketId;
  readonly at: number;
  /** It says something. */
  readonly words: boolean;
  /** What was used on a ticket goes into the next that is done to it. */
  readonly macro: boolean;
  readonly canned: boolean;
  readonly undone: boolean;
  readonly held: boolean;
};

export function entriesMade(events: readonly OwnEvent[]): readonly EntryMade[] {
  const undone = new Set(ownEventsOf(events, 'entry-undone').map(({ entryId }) => entryId));
  const held = new Set(ownEventsOf(events, 'entry-held').map(({ entryId }) => entryId));
  const used = new Map<TicketId, Set<OwnEvent['event']>>();
  const made: EntryMade[] = [];
  for (const event of ownEventsOf(events, 'macro-used', 'canned-used', 'entry-made')) {
    const { at, ticketId } = event;
    const here = used.get(ticketId) ?? new Set();
    if (event.event === 'entry-made') {
      used.delete(ticketId);
      made.push({
        ticketId,
        at,
        words: event.words,
        macro: here.has('macro-used'),
        canned: here.has('canned-used'),
        undone: undone.has(event.entryId),
        held: held.has(event.entryId),
      });
    } else used.set(ticketId, here.add(event.event));
  }
  return made;
}
