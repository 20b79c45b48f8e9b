import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import { type Draft, draftKey } from '#shared/outbox/entry.ts';
import type { Result } from '#shared/result.ts';

const EVENT = 'holdfast-find-composer';

export type Words = Pick<Draft, 'text' | 'cursorAt' | 'fields' | 'files'>;
export const NO_WORDS: Words = { text: '', cursorAt: 0, fields: {}, files: [] };

/** Nothing that a message could be made of. */
export const saysNothing = ({ text, files }: Pick<Words, 'text' | 'files'>): boolean =>
  text.trim() === '' && files.length === 0;

export const isEmpty = (words: Words): boolean =>
  saysNothing(words) && Object.values(words.fields).every((value) => value.trim() === '');

/** Where a draft is written at the moment. */
export type DraftPlace = {
  read(): Promise<Words>;
  /** Resolves once the words are kept, or with why they are not. Writing no words removes the draft. */
  write(words: Words): Promise<Result<null, AcceptProblem>>;
  /** Makes other words of those that are there; what is typed meanwhile stays. */
  change(make: (now: Words) => Words): Promise<Result<null, AcceptProblem>>;
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

function storedPlace(desk: Desk, draft: DraftId): DraftPlace {
  const read = async (): Promise<Words> => (await desk.draft(draft)) ?? NO_WORDS;
  return {
    read,
    write: (words) => keepWords(desk, draft, words),
    change: async (make) => keepWords(desk, draft, make(await read())),
  };
}

/** A store worker that goes away before it answers rejects, which is a link that is not there. */
export async function keepWords(desk: Desk, draft: DraftId, words: Words): Promise<Result<null, AcceptProblem>> {
  const { accountId, ticketId, kind } = draft;
  const { text, cursorAt, fields, files } = words;
  try {
    if (!isEmpty(words))
      return await desk.saveDraft({ accountId, ticketId, kind, text, cursorAt, fields, files, updatedAt: Date.now() });
    await desk.discardDraft({ accountId, ticketId, kind });
    return { ok: true, value: null };
  } catch {
    return { ok: false, error: 'no-link' };
  }
}
