import type { KeyboardEvent } from 'react';

/** Ctrl or Cmd with Enter saves a form from wherever in it the caret is. */
export const saveByKey =
  (save: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
