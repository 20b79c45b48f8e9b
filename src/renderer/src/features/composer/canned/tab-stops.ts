import { findTabStops, type TabStop } from '#shared/templates/tab-stops.ts';
import type { Edit } from '../writing/edit.ts';
import { applyEdit } from '../writing/insert-text.ts';

/** Text over a part of a field, with its first stop selected: `{{cursor}}` gives way to the caret, `{{ask:…}}` is typed over. */
export function editWithStops(from: number, to: number, text: string): Edit {
  const stop = findTabStops(text)[0];
  if (!stop) return { from, to, text };
  if (stop.kind !== 'cursor') return { from, to, text, select: { start: from + stop.start, end: from + stop.end } };
  const put = text.slice(0, stop.start) + text.slice(stop.end);
  return { from, to, text: put, select: { start: from + stop.start, end: from + stop.start } };
}

/**
 * Goes to the next thing to fill in behind the selection, or the last before it. False where there is none that way: Tab then leaves
 * the field, as it leaves any.
 */
export function goToStop(field: HTMLTextAreaElement, way: 'next' | 'previous'): boolean {
  const stops = findTabStops(field.value);
  const { selectionStart, selectionEnd } = field;
  const stop =
    way === 'next'
      ? stops.find(({ start }) => start >= selectionEnd)
      : stops.findLast(({ end }) => end <= selectionStart);
  if (!stop) return false;
  take(field, stop);
  return true;
}

function take(field: HTMLTextAreaElement, { kind, start, end }: TabStop): void {
  if (kind === 'cursor') applyEdit(field, { from: start, to: end, text: '' });
  else field.setSelectionRange(start, end);
}
