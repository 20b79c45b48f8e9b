import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import { type Draft, draftKey } from '#shared/outbox/entry.ts';
import type { Result } from '#shared/result.ts';

const EVENT = 'holdfast-find-composer';

export type Words = Pick<Draft, 'text' | 'cursorAt' | 'fields'>;
export const NO_WORDS: Words = { text: '', cursorAt: 0, fields: {} };

export const isEmpty = ({ text, fields }: Words): boolean =>
  text.trim() === '' && Object.values(fields).every((value) => value.trim() === '');

/** Where a draft is written at the moment. */
export type DraftPlace = {
  read(): Promise<Words>;
  /** Resolves once the words are kept, or with why they are not. Writing no words removes the draft. */
  write(words: Words): Promise<Result<null, AcceptProblem>>;
};
type DraftId = Pick<Draft, 'accountId' | 'ticketId' | 'kind'>;
type Search = { readonly key: string; readonly answer: (place: DraftPlace) => void };

/** A composer that is on the screen answers for its draft itself: its text may be newer than what is stored. */
export function offerPlace(draft: Pick<Draft, 'ticketId' | 'kind'>, place: DraftPlace): () => void {
  const listener = (event: Event): void => {
    if (!(event instanceof CustomEvent)) return;
    const { key, answer } = event.detail as Search;
    if (key === draftKey(draft)) answer(place);
  };
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}

/** The composer on the screen, or the stored draft where there is none. */
export function findPlace(desk: Desk, draft: DraftId): DraftPlace {
  const found: DraftPlace[] = [];
  const detail: Search = { key: draftKey(draft), answer: (place) => found.push(place) };
  window.dispatchEvent(new CustomEvent(EVENT, { detail }));
  return found[0] ?? storedPlace(desk, draft);
}

const storedPlace = (desk: Desk, draft: DraftId): DraftPlace => ({
  read: async () => (await desk.draft(draft)) ?? NO_WORDS,
  write: (words) => keepWords(desk, draft, words),
});

/** A store worker that goes away before it answers rejects, which is a link that is not there. */
export async function keepWords(desk: Desk, draft: DraftId, words: Words): Promise<Result<null, AcceptProblem>> {
  const { accountId, ticketId, kind } = draft;
  const { text, cursorAt, fields } = words;
  try {
    if (!isEmpty(words))
      return await desk.saveDraft({ accountId, ticketId, kind, text, cursorAt, fields, updatedAt: Date.now() });
    await desk.discardDraft({ accountId, ticketId, kind });
    return { ok: true, value: null };
  } catch {
    return { ok: false, error: 'no-link' };
  }
}
