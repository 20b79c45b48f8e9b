import { type RefObject, useEffect, useRef } from 'react';
import { takeTypedAhead } from '#renderer/state/typed-ahead.ts';
import type { DraftHandle } from './use-draft.ts';
import { selectedIn } from './writing/edit.ts';
import { applyEdit, insertText } from './writing/insert-text.ts';
import { quote } from './writing/quote.ts';

/** When the agent asks to write: `count` grows each time and is 0 while they have not, and what they quote is taken once. */
export type Asked = { readonly count: number; readonly takeQuoted: () => string };

/**
 * Puts the caret where it was left, when the agent asks to write and the draft has been read; and what they quote, and typed
 * meanwhile.
 */
export function useCaret(field: RefObject<HTMLTextAreaElement | null>, draft: DraftHandle, asked: Asked): void {
  const latest = useRef({ draft, asked });
  latest.current = { draft, asked };
  useEffect(() => {
    const area = field.current;
    if (!area || !draft.ready || asked.count === 0) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(latest.current.draft.cursorAt, latest.current.draft.cursorAt);
    const quoted = latest.current.asked.takeQuoted();
    if (quoted !== '') applyEdit(area, quote(selectedIn(area), quoted));
    const ahead = takeTypedAhead(area);
    if (ahead !== '') insertText(area, ahead);
  }, [field, asked.count, draft.ready]);
}
