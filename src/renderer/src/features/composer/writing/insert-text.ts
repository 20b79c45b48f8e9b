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
    const before = field.value;
    const wanted = before.slice(0, from) + text + before.slice(to);
    if (isOfLines(text)) document.execCommand('insertHTML', false, escaped(text));
    if (field.value === before) document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
    if (field.value !== wanted) {
      field.setRangeText(wanted, 0, field.value.length);
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
    }
  }
  const caret = from + text.length;
  field.setSelectionRange(select?.start ?? caret, select?.end ?? caret);
  return true;
}

/**
 * `insertText` types: a text of twenty lines costs Chromium twenty layouts, and us as many letters. As HTML it is put in at once and
 * is plain text in a text field all the same; U+0000 is the one letter that would not come through.
 */
const isOfLines = (text: string): boolean => text.includes('\n') && !text.includes('\0');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Puts text at the caret, over what is selected. */
export const insertText = (field: HTMLTextAreaElement, text: string): boolean =>
  applyEdit(field, { from: field.selectionStart, to: field.selectionEnd, text });
