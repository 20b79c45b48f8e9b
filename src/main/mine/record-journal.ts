import type { OwnEvent } from '#shared/metrics/own-events.ts';
import type { Folded } from '../journal/fold.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalRecord } from '../journal/record.ts';

/**
 * A journal that tells what the agent did by it, once it is on disk. What is told twice is the same event: of an entry that is
 * journalled again after a link that broke, that it was made is known by its id.
 */
export const recordingJournal = (journal: Journal, record: (events: readonly OwnEvent[]) => void): Journal => ({
  ...journal,
  async append(records) {
    await journal.append(records);
    record(records.flatMap((one) => ownEventOf(one, journal.folded)));
  },
});

/** An entry in another's place is the same thing done, and is not told of. */
function ownEventOf(record: JournalRecord, { entries, settled }: Readonly<Folded>): readonly OwnEvent[] {
  switch (record.type) {
    case 'put': {
      const { id, ticketId, createdAt, action } = record.entry;
      // A new ticket's words are written in a form that is no ticket's yet: nobody knows what was put into them.
      const words = 'words' in action && action.kind !== 'create';
      return [{ event: 'entry-made', at: createdAt, ticketId, entryId: id, words }];
    }
    case 'discard': {
      const gone = settled.get(record.id);
      // Once an attempt was made it was not taken back, but given up.
      if (!gone || gone.how === 'confirmed' || gone.entry.attempts > 0) return [];
      return [{ event: 'entry-undone', at: record.at, ticketId: gone.entry.ticketId, entryId: record.id }];
    }
    case 'outcome': {
      const entry = entries.get(record.id);
      if (!entry || record.state.name !== 'held' || !MOVED_ON.has(record.state.reason)) return [];
      return [{ event: 'entry-held', at: record.at, ticketId: entry.ticketId, entryId: record.id }];
    }
    case 'draft-discard':
      return record.wordsKept ? [] : [{ event: 'draft-dropped', at: record.at, ticketId: record.ticketId }];
    default:
      return [];
  }
}

/** Why an entry is held when the ticket was another one than the agent had before them. */
const MOVED_ON: ReadonlySet<string> = new Set(['newer-message', 'field-conflict']);
