import type { TicketId } from '../domain/ids.ts';
import { type OwnEvent, ownEventsOf } from './own-events.ts';

/** Something that the agent did to a ticket, with what else is known of it. */
type EntryMade = {
  readonly ticketId: TicketId;
  readonly at: number;
  readonly entryId: string;
  /** It says something. */
  readonly words: boolean;
  /** What was used on a ticket goes into the next that is done to it; what waits in the composer, into the next message. */
  readonly macro: boolean;
  readonly canned: boolean;
  readonly undone: boolean;
  readonly held: boolean;
};

/** What was used on a ticket and went into nothing yet. */
type Used = { readonly macro: boolean; readonly macroInWords: boolean; readonly canned: boolean };
const NOTHING: Used = { macro: false, macroInWords: false, canned: false };

export function entriesMade(events: readonly OwnEvent[]): readonly EntryMade[] {
  const undone = new Set(ownEventsOf(events, 'entry-undone').map(({ entryId }) => entryId));
  const held = new Set(ownEventsOf(events, 'entry-held').map(({ entryId }) => entryId));
  const used = new Map<TicketId, Used>();
  const made: EntryMade[] = [];
  for (const event of ownEventsOf(events, 'macro-used', 'canned-used', 'draft-dropped', 'entry-made')) {
    const { at, ticketId } = event;
    const here = used.get(ticketId) ?? NOTHING;
    switch (event.event) {
      case 'macro-used':
        used.set(ticketId, event.waits ? { ...here, macroInWords: true } : { ...here, macro: true });
        break;
      case 'canned-used':
        used.set(ticketId, { ...here, canned: true });
        break;
      case 'draft-dropped':
        used.set(ticketId, { ...here, macroInWords: false, canned: false });
        break;
      case 'entry-made': {
        const { entryId, words } = event;
        made.push({
          ticketId,
          at,
          entryId,
          words,
          macro: here.macro || (words && here.macroInWords),
          canned: words && here.canned,
          undone: undone.has(entryId),
          held: held.has(entryId),
        });
        used.set(ticketId, words ? NOTHING : { ...here, macro: false });
      }
    }
  }
  return made;
}
