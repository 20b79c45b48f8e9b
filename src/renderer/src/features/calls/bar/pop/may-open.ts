import type { InterfaceState } from '#renderer/state/interface-state.ts';

/** What the agent is in the middle of. */
export type AtHand = Pick<
  InterfaceState,
  'dialog' | 'picker' | 'menu' | 'relating' | 'newTicket' | 'composer' | 'macroByKey'
> & {
  readonly isTyping: boolean;
  /** Something lies over the panes. */
  readonly isOver: boolean;
};

const NO_TEXT = ['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file', 'image'];

/** Whether a caret stands in this element. */
export function holdsCaret(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !NO_TEXT.includes(element.type) && !element.readOnly;
  if (element instanceof HTMLTextAreaElement) return !element.readOnly;
  return element instanceof HTMLElement && element.isContentEditable;
}

/** Looks at the page as it is now. */
export const atHand = (state: InterfaceState): AtHand => ({
  ...state,
  isTyping: holdsCaret(document.activeElement),
  isOver: document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null,
});

/** Whether a call may open something by itself: never over a half-written sentence, nor over what was asked for and is not done. */
export const mayOpen = (hand: AtHand): boolean =>
  !hand.isTyping &&
  !hand.isOver &&
  !hand.newTicket &&
  hand.composer === null &&
  hand.dialog === null &&
  hand.picker === null &&
  hand.menu === null &&
  hand.relating === null &&
  hand.macroByKey === null;
