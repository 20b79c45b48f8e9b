import type { DispatchInput } from '#renderer/commands/dispatch.ts';

/** A key press as Chromium tells it, without modifiers unless said. */
export const press = (
  key: string,
  code: string,
  more: Partial<Omit<DispatchInput, 'getModifierState'>> & { readonly altGraph?: boolean } = {},
): DispatchInput => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  repeat: false,
  ...more,
  getModifierState: () => more.altGraph ?? false,
});
