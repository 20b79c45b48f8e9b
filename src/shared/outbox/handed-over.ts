import { type Draft, draftKey, type OutboxEntry } from './entry.ts';

/** The field of a draft that says on which ticket its words are now. */
export const ON_TICKET = 'onTicket';

/** What is left of a draft whose words an entry took: where they are, and what was chosen beside them. */
export function handedOver(draft: Draft, entry: OutboxEntry): Draft {
  const fields = { ...draft.fields, [ON_TICKET]: entry.ticketId };
  return entry.draft?.from?.keepsText
    ? { ...draft, files: [], fields }
    : { ...draft, text: '', cursorAt: 0, files: [], fields };
}

/** The key of the draft that gives its words to an entry; null for one that takes none. */
export const takesFrom = ({ draft }: OutboxEntry): string | null => (draft?.from ? draftKey(draft.from) : null);
