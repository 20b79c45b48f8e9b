import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import type { Desk } from '#renderer/store/desk-api.ts';
import type { Draft } from '#shared/outbox/entry.ts';
import { ok, type Result } from '#shared/result.ts';
import { findPlace, isEmpty, type Words } from './draft-place.ts';
import { holds, joined } from './join-words.ts';

type DraftId = Pick<Draft, 'accountId' | 'ticketId' | 'kind'>;

/**
 * Moves what a draft says to another place, where it stands before what is there. In between, once it is safe in both, `onCopied`
 * makes that place the one that is written in; where it answers false, all stays as it was.
 */
export async function moveDraft(
  desk: Desk,
  { from, to }: { readonly from: DraftId; readonly to: DraftId },
  onCopied: () => Promise<boolean>,
): Promise<Result<boolean, AcceptProblem>> {
  const copied = await findPlace(desk, from).read();
  if (!isEmpty(copied)) {
    const saved = await findPlace(desk, to).change((now) => withWords(now, copied));
    if (!saved.ok) return saved;
  }
  if (!(await onCopied())) {
    if (!isEmpty(copied)) await desk.discardDraft({ ...to, wordsKept: true });
    return ok(false);
  }
  // What was typed until the other place was shown.
  const last = await findPlace(desk, from).read();
  if (!isEmpty(last)) {
    const saved = await findPlace(desk, to).change((now) => grown(now, copied, last));
    if (!saved.ok) return saved;
    await desk.discardDraft({ ...from, wordsKept: true });
  }
  return ok(true);
}

const withWords = (now: Words, words: Words): Words =>
  isEmpty(now) ? words : holds(now, words) ? now : joined(words, now);

/** The words in the place of those that they have become, where these stand there as they were copied. */
function grown(now: Words, copied: Words, last: Words): Words {
  if (last.text === copied.text) return now;
  if (isEmpty(copied) || !now.text.startsWith(copied.text)) return withWords(now, last);
  const text = last.text + now.text.slice(copied.text.length);
  return { ...now, text, cursorAt: now.cursorAt + last.text.length - copied.text.length };
}
