import { type RefObject, useEffect, useRef } from 'react';
import { type PutWords, show, useInterface } from '#renderer/state/interface-state.ts';
import { putAgain, takenOut } from './put-into-draft.ts';
import type { DraftHandle } from './use-draft.ts';
import { isComposing } from './writing/composition.ts';
import type { Edit } from './writing/edit.ts';
import { applyEdit } from './writing/insert-text.ts';

/**
 * Makes what was put into the draft a step of the field's own undo, as what is typed is: a value that comes from outside is none.
 * With the words goes what was put beside them, and comes back with them.
 */
export function usePutAsEdit(field: RefObject<HTMLTextAreaElement | null>, draft: DraftHandle): void {
  const { ticketId, kind } = draft.id;
  const { ready, write } = draft;
  const put = useInterface(({ lastAction }) => lastAction?.put ?? null);
  const steps = useRef<readonly PutWords[]>([]);

  useEffect(() => {
    const area = field.current;
    if (!area || !ready || !put || put.draft.ticketId !== ticketId || put.draft.kind !== kind) return;
    if (put.before.text === put.after.text || steps.current.includes(put)) return;
    const enact = (): void => {
      if (area.value === put.after.text && putByEdit(area, put)) steps.current = [...steps.current, put];
    };
    if (document.activeElement === area) return enact();
    // A picker that is about to close still has the focus, and only the field that has it is written in.
    area.addEventListener('focus', enact, { once: true });
    return () => area.removeEventListener('focus', enact);
  }, [field, ready, put, ticketId, kind]);

  useEffect(() => {
    const area = field.current;
    const onInput = (event: Event): void => {
      const type = event instanceof InputEvent ? event.inputType : '';
      if (!area || (type !== 'historyUndo' && type !== 'historyRedo')) return;
      // With the words as they are now: this may be rendered before they are told.
      const words = { text: area.value, cursorAt: area.selectionStart };
      const isOut = type === 'historyUndo';
      const step = steps.current.findLast(({ before, after }) => (isOut ? before : after).text === words.text);
      if (!step) return;
      write((now) => ({ ...(isOut ? takenOut : putAgain)(now, step), ...words }));
      if (isOut) show({ takenOut: step });
    };
    area?.addEventListener('input', onInput);
    return () => area?.removeEventListener('input', onInput);
  }, [field, write]);
}

/** False while an input method composes there. */
function putByEdit(area: HTMLTextAreaElement, { before, after }: PutWords): boolean {
  if (isComposing(area) || area.readOnly) return false;
  area.value = before.text;
  return applyEdit(area, {
    ...difference(before.text, after.text),
    select: { start: after.cursorAt, end: after.cursorAt },
  });
}

/** What makes one text of another, without what they begin and end with alike: undoing it selects no more than that. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  if (isHalf(after, from)) from--;
  let end = 0;
  while (end < most - from && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (isHalf(after, after.length - end)) end--;
  return { from, to: before.length - end, text: after.slice(from, after.length - end) };
}

/** A place between the two halves of one letter. */
const isHalf = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
