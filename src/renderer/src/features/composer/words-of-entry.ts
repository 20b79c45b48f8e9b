import type { Desk } from '#renderer/store/desk-api.ts';
import type { TicketDetail } from '#renderer/store/desk-tickets.ts';
import type { Draft, OutboxEntry } from '#shared/outbox/entry.ts';
import type { Words } from './draft-place.ts';
import { addFiles } from './files/add-files.ts';
import { withForwardFields } from './forward/forward-fields.ts';
import { GAP, wordsAtStart } from './join-words.ts';
import { fieldsOfCreate, newDraftId } from './new-ticket/new-ticket-action.ts';

/** Words and the draft that they belong to. */
export type Back = { readonly draft: Pick<Draft, 'accountId' | 'ticketId' | 'kind'>; readonly words: Words };

/** Which draft an entry's words belong to; null for an action without words. `later` are those that go with a `create`. */
export function wordsOfEntry(
  { action, accountId, ticketId, draft }: OutboxEntry,
  later: readonly OutboxEntry[],
): Back | null {
  if (action.kind === 'update') return null;
  const own = action.words;
  if (draft?.from?.kind === 'feedback')
    return { draft: { accountId, ticketId, kind: 'feedback' }, words: wordsAtStart(draft.text, draft.fields, []) };
  if (action.kind !== 'create') {
    const text = draft?.text ?? own.markdown;
    // Files of a ticket that are on this machine have become a forward's own: its draft would name them once more.
    const fields =
      action.kind === 'forward' ? { ...draft?.fields, ...fieldsOf(action) } : (draft?.fields ?? fieldsOf(action));
    return { draft: { accountId, ticketId, kind: action.kind }, words: wordsAtStart(text, fields, own.files) };
  }
  const all = [own, ...later.flatMap((entry) => (entry.action.kind === 'update' ? [] : [entry.action.words]))];
  const text = all
    .map(({ markdown }) => markdown)
    .filter((one) => one.trim() !== '')
    .join(GAP);
  const files = all.reduce<Words['files']>((sum, words) => addFiles(sum, words.files), []);
  return { draft: newTicketDraft(accountId), words: wordsAtStart(text, fieldsOfCreate(action), files) };
}

/** Who was to get it still is. */
function fieldsOf(action: OutboxEntry['action']): Words['fields'] {
  if (action.kind === 'forward')
    return withForwardFields({}, { to: action.to.join(', '), subject: action.subject, originals: action.originals });
  return action.kind === 'reply' && action.cc.length > 0 ? { cc: action.cc.join(', ') } : {};
}

export const newTicketDraft = (accountId: string): Back['draft'] => ({
  accountId,
  ticketId: newDraftId(accountId),
  kind: 'new-ticket',
});

/** A new ticket for the same requester, about the same, with the words of a message that its own ticket no longer takes. */
export async function wordsOfFollowUp(desk: Desk, entry: OutboxEntry): Promise<Back | null> {
  const { action, accountId, ticketId } = entry;
  if (action.kind !== 'reply' && action.kind !== 'note') return null;
  const fields = { ...followUpFields(await desk.ticket(ticketId)), public: action.kind === 'reply' ? 'yes' : 'no' };
  return {
    draft: newTicketDraft(accountId),
    words: wordsAtStart(action.words.markdown, fields, action.words.files),
  };
}

/** The form for a ticket that takes this one up again. */
export const followUpFields = (detail: TicketDetail | null): Words['fields'] => ({
  subject: detail?.ticket.subject ?? '',
  requesterId: detail?.requester?.remoteId ?? '',
  requesterName: detail?.requester?.name ?? '',
  requesterEmail: detail?.requester?.email ?? '',
  followUpOf: detail?.ticket.remoteId ?? '',
});
