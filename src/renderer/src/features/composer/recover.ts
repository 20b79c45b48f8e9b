import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { DiscardedItem } from '#renderer/store/desk-tickets.ts';
import type { Discarded } from '#shared/outbox/discarded.ts';
import { type Draft, draftKey } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { findPlace } from './draft-place.ts';
import { holds, isOtherForm, joined } from './join-words.ts';
import { openDraft } from './open-draft.ts';
import { type Back, newTicketDraft, wordsOfEntry } from './words-of-entry.ts';

export type RecoverProblem = AcceptProblem | 'form-taken';

/**
 * Makes a draft again of what was discarded and shows its composer. What is in that draft by now stays, below it; a form for a
 * new ticket that is filled for another one is left alone (`form-taken`).
 */
export async function recover(desk: Desk, { discarded }: DiscardedItem): Promise<Result<null, RecoverProblem>> {
  const { draft, words } = await placeFor(desk, backOf(discarded));
  const place = findPlace(desk, draft);
  const now = await place.read();
  if (isOtherForm(words, now)) return err('form-taken');
  if (!holds(now, words)) {
    const saved = await place.write(joined(words, now));
    if (!saved.ok) {
      await place.write(now);
      return saved;
    }
  }
  // Should this not be written down, it is offered again, and found to stand in its draft.
  await desk.recovered({ accountId: draft.accountId, id: discarded.id }).catch(() => undefined);
  openDraft(draft);
  return ok(null);
}

function backOf(discarded: Discarded): Back {
  if (discarded.what === 'draft') return { draft: discarded.draft, words: discarded.draft };
  const back = wordsOfEntry(discarded.entry, []);
  if (back === null) throw new Error('Only what has words is offered');
  return back;
}

/** Of a ticket that never came to be, the words go into the form for a new one; a call has been, whatever its ticket is. */
async function placeFor(desk: Desk, back: Back): Promise<Back> {
  const { draft, words } = back;
  const isOwnPlace = draft.kind === 'new-ticket' || draft.kind === 'call';
  const hasPlace = isOwnPlace || (await desk.ticket(draft.ticketId)) !== null;
  return hasPlace ? back : { draft: newTicketDraft(draft.accountId), words };
}

/** A draft that was thrown away a moment ago is back: it need not be offered any more. */
export async function forgetDiscard(desk: Desk, draft: Pick<Draft, 'accountId' | 'ticketId' | 'kind'>): Promise<void> {
  const told = await desk.discarded().catch(() => err('no-link'));
  const isIt = ({ discarded }: DiscardedItem): boolean =>
    discarded.what === 'draft' && draftKey(discarded.draft) === draftKey(draft);
  const latest = told.ok ? told.value.find(isIt) : undefined;
  if (latest) await desk.recovered({ accountId: draft.accountId, id: latest.discarded.id }).catch(() => undefined);
}
