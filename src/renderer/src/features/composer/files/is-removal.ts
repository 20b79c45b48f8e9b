import type { KeyboardEvent } from 'react';

/** Delete and Backspace take an item off; pressed on one of its buttons, they do nothing else. */
export function isRemoval(event: KeyboardEvent): boolean {
  if (event.key !== 'Delete' && event.key !== 'Backspace') return false;
  event.preventDefault();
  return true;
}
