import { type RefObject, useEffect, useRef } from 'react';
import { takeTypedAhead } from '#renderer/state/typed-ahead.ts';
import type { DraftHandle } from './use-draft.ts';

/**
 * Puts the caret where it was left, when the agent asks to write and the draft has been read; and what they typed meanwhile.
 * @param asked grows whenever the agent asks
 */
export function useCaret(field: RefObject<HTMLTextAreaElement | null>, draft: DraftHandle, asked: number): void {
  const latest = useRef(draft);
  latest.current = draft;
  useEffect(() => {
    const area = field.current;
    const { text, cursorAt: at, write } = latest.current;
    if (!area || asked === 0 || !draft.ready) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(at, at);
    const ahead = takeTypedAhead();
    if (ahead !== '') write({ text: text.slice(0, at) + ahead + text.slice(at), cursorAt: at + ahead.length });
  }, [field, asked, draft.ready]);
}
