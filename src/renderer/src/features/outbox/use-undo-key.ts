import { useSyncExternalStore } from 'react';
import { worksWhileEditing } from '../../commands/dispatch.ts';
import { isEditable, useKeys } from '../../commands/use-key-dispatch.tsx';
import { type LastAction, useInterface } from '../../state/interface-state.ts';

/** `its-field`: the text field that the words were put into, which stands as they left it. */
type Place = 'free' | 'field' | 'its-field';

/** Every text field has it, and it is the window's own. */
const FIELD_UNDO = 'Mod+Z';

/** The key that takes an action back where the focus is; undefined where none does, as where it would be written. */
export function useUndoKey({ entryId, put }: LastAction): string | undefined {
  const { keymap } = useKeys();
  const isLatest = useInterface(({ lastAction }) => lastAction?.entryId === entryId);
  const isCovered = useInterface(({ dialog, picker, menu }) => dialog !== null || picker !== null || menu !== null);
  const place = useSyncExternalStore(watchFocus, () => placeOf(document.activeElement, put));
  if (isCovered) return undefined;
  if (place === 'its-field') return FIELD_UNDO;
  if (!isLatest) return undefined;
  const keys = keymap.keysOf('ticket.undo');
  return place === 'free' ? keys[0] : keys.find(worksWhileEditing);
}

function placeOf(focused: Element | null, put: LastAction['put']): Place {
  if (!isEditable(focused)) return 'free';
  const isAsLeft =
    put !== undefined &&
    put.before.text !== put.after.text &&
    focused instanceof HTMLTextAreaElement &&
    focused.closest('[data-context="composer"]') !== null &&
    focused.value === put.after.text;
  return isAsLeft ? 'its-field' : 'field';
}

const EVENTS = ['focusin', 'focusout', 'input'] as const;

function watchFocus(told: () => void): () => void {
  // While the focus goes from one to another, nothing has it.
  const later = (): void => queueMicrotask(told);
  for (const event of EVENTS) document.addEventListener(event, later);
  return () => {
    for (const event of EVENTS) document.removeEventListener(event, later);
  };
}
