import { type RefObject, useEffect, useRef } from 'react';
import { takeTypedAhead } from '#renderer/state/typed-ahead.ts';
import type { DraftHandle } from '../use-draft.ts';
import { insertText } from '../writing/insert-text.ts';

/**
 * Puts the caret where there is something to write once the draft has been read: into the message where the form came with whom it is
 * for and what about, or else to the requester. What was typed meanwhile goes there.
 */
export function useFirstField(
  draft: DraftHandle,
  {
    requester,
    words,
  }: Readonly<Record<'requester', RefObject<HTMLInputElement | null>>> &
    Readonly<Record<'words', RefObject<HTMLTextAreaElement | null>>>,
  onRequester: (typed: string) => void,
): void {
  const latest = useRef({ draft, onRequester });
  latest.current = { draft, onRequester };
  useEffect(() => {
    if (!draft.ready) return;
    const { fields, cursorAt } = latest.current.draft;
    if (fields['requesterId'] && fields['subject'] && words.current) {
      words.current.focus({ preventScroll: true });
      words.current.setSelectionRange(cursorAt, cursorAt);
      const ahead = takeTypedAhead(words.current);
      if (ahead !== '') insertText(words.current, ahead);
    } else {
      requester.current?.focus();
      const ahead = takeTypedAhead(requester.current);
      if (ahead !== '') latest.current.onRequester(ahead);
    }
  }, [draft.ready, requester, words]);
}
