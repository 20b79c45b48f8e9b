import type { TicketId } from '#shared/domain/ids.ts';
import type { Discarded } from '#shared/outbox/discarded.ts';
import { callerOfDraft } from './answer-call-log.ts';
import type { DiscardedItem } from './desk-tickets.ts';
import { hasWords } from './draft-words.ts';
import { type StoreContext, stateOf } from './store-context.ts';
import { titleOf } from './title-of.ts';

/** What was discarded, with what its ticket is called; newest first. What has no words has nothing to give back. */
export const discardedItems = (context: StoreContext, all: readonly Discarded[]): readonly DiscardedItem[] =>
  all
    .filter(isWorded)
    .toSorted((one, other) => other.at - one.at)
    .map((discarded) => {
      const about = aboutOf(discarded);
      const { ticketId } = about;
      const subject = callerOfDraft(context, ticketId) || about.subject;
      const state = stateOf(context, ticketId);
      return { discarded, ...(state ? titleOf(state, ticketId, subject) : { subject, number: '' }) };
    });

function isWorded(one: Discarded): boolean {
  if (one.what === 'draft') return hasWords(one.draft);
  const { action } = one.entry;
  if (action.kind === 'update') return false;
  return action.kind === 'create' || action.words.markdown.trim() !== '' || action.words.files.length > 0;
}

function aboutOf(one: Discarded): { readonly ticketId: TicketId; readonly subject: string } {
  if (one.what === 'draft') return { ticketId: one.draft.ticketId, subject: one.draft.fields['subject'] ?? '' };
  const { ticketId, action } = one.entry;
  return { ticketId, subject: action.kind === 'create' ? action.subject : '' };
}
