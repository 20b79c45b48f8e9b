import { show, useInterface } from '#renderer/state/interface-state.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import { type Draft, draftKey, type OutboxEntry } from '#shared/outbox/entry.ts';

const EVENT = 'holdfast-restore-words';
type Restore = { readonly key: string; readonly text: string; readonly fields: Draft['fields'] };

/** A composer that is on the screen takes words back itself: its text may be newer than the stored draft. */
export function onRestore(
  draft: Pick<Draft, 'ticketId' | 'kind'>,
  take: (text: string, fields: Draft['fields']) => void,
): () => void {
  const listener = (event: Event): void => {
    if (!(event instanceof CustomEvent)) return;
    const { key, text, fields } = event.detail as Restore;
    if (key !== draftKey(draft)) return;
    event.preventDefault();
    take(text, fields);
  };
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}

/**
 * Takes an action back and puts its words into the composer (or into the draft, where that composer is not on the screen).
 * Everything that undoes or discards an entry goes through here, so that no words are lost.
 * @returns false when it is too late: an attempt has begun.
 */
export async function takeBack(desk: Desk, entry: OutboxEntry): Promise<boolean> {
  if (!(await desk.discardEntry(entry.id))) return false;
  const { action, accountId, ticketId } = entry;
  if (action.kind === 'reply' || action.kind === 'note') {
    await restore(desk, { accountId, ticketId, kind: action.kind, text: action.words.markdown, fields: {} });
    if (useInterface.getState().openTicketId === ticketId) show({ composer: action.kind });
  } else if (action.kind === 'create') {
    const { subject, requester, words } = action;
    const fields = {
      subject,
      requesterId: requester.remoteId ?? '',
      requesterName: requester.name,
      requesterEmail: requester.email ?? '',
      public: action.public ? 'yes' : 'no',
      groupId: action.changes.groupId ?? '',
      priority: action.changes.priority ?? '',
      tags: (action.changes.tagsAdded ?? []).join(' '),
    };
    const draft = {
      accountId,
      ticketId: newDraftId(accountId),
      kind: 'new-ticket',
      text: words.markdown,
      fields,
    } as const;
    await restore(desk, draft);
    show({ newTicket: true });
  }
  return true;
}

/** Where the one unfinished new ticket of an account is kept. */
export const newDraftId = (accountId: AccountId): TicketId => `${accountId}:new`;

type Words = Pick<Draft, 'accountId' | 'ticketId' | 'kind' | 'text' | 'fields'>;

async function restore(desk: Desk, words: Words): Promise<void> {
  const detail: Restore = { key: draftKey(words), text: words.text, fields: words.fields };
  const taken = !window.dispatchEvent(new CustomEvent(EVENT, { detail, cancelable: true }));
  if (taken) return;
  const before = await desk.draft({ ticketId: words.ticketId, kind: words.kind });
  const text = before && before.text.trim() !== '' ? `${words.text}\n\n${before.text}` : words.text;
  await desk.saveDraft({ ...words, text, cursorAt: words.text.length, updatedAt: Date.now() });
}
