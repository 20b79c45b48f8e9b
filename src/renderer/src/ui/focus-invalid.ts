import type { RefObject } from 'react';

/** Goes to the first field of a form that is marked as wrong, once the marks are there. */
export const focusInvalid = (form: RefObject<HTMLElement | null>): void =>
  void requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
