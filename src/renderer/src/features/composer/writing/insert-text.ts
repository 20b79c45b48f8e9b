import { isComposing } from './composition.ts';
import type { Edit } from './edit.ts';

/**
 * Puts text into a text field over a part of it, as one step of the browser's own undo, and the caret or selection where the
 * edit wants it. The field gets the focus. False while an input method composes there: its text is not touched.
 *
 * `execCommand` is the one way into the undo history of a text field; the standard calls it obsolete and names no other
 * (https://w3c.github.io/editing/docs/execCommand/). Where it does nothing the text is put in all the same, and what is before it
 * in that history stays.
 */
export function applyEdit(field: HTMLTextAreaElement, edit: Edit): boolean {
  if (isComposing(field) || field.readOnly || field.disabled) return false;
  const { from, to, select } = edit;
  const text = edit.text.replace(/\r\n?/g, '\n');
  field.focus({ preventScroll: true });
  field.setSelectionRange(from, to);
  if (text !== '' || from !== to) {
    const wanted = field.value.slice(0, from) + text + field.value.slice(to);
    document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
    if (field.value !== wanted) {
      field.setRangeText(wanted, 0, field.value.length);
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
    }
  }
  const caret = from + text.length;
  field.setSelectionRange(select?.start ?? caret, select?.end ?? caret);
  return true;
}

/** Puts text at the caret, over what is selected. */
export const insertText = (field: HTMLTextAreaElement, text: string): boolean =>
  applyEdit(field, { from: field.selectionStart, to: field.selectionEnd, text });
