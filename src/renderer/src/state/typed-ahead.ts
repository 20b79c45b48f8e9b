import { type InterfaceState, useInterface } from './interface-state.ts';

/** A field that has not come by then does not come, in ms. */
const COMES_WITHIN_MS = 3_000;

type Coming = { readonly until: number; readonly stillWanted: (state: InterfaceState) => boolean };

let letters = '';
let coming: Coming | null = null;

/** Whether a field that the agent has asked for is on its way: letters are for it, and not commands. */
export function isFieldComing(): boolean {
  const state = useInterface.getState();
  if (state.dialog !== null || state.picker !== null || state.relating !== null) return true;
  return coming !== null && performance.now() < coming.until && coming.stillWanted(state);
}

/** The agent asks for a field that is not there yet. */
export const expectField = (stillWanted: Coming['stillWanted']): void => {
  coming = { until: performance.now() + COMES_WITHIN_MS, stillWanted };
};

/** Expects a field whenever the agent asks to write. */
export const watchForFields = (): (() => void) =>
  useInterface.subscribe(({ composer, newTicket }, before) => {
    if (composer !== null && composer !== before.composer) expectField((state) => state.composer !== null);
    if (newTicket && !before.newTicket) expectField((state) => state.newTicket);
  });

export const typeAhead = (letter: string): void => {
  letters += letter;
};

/** Something else is pressed: what was typed is for nothing any more. */
export const forgetTypedAhead = (): void => {
  letters = '';
  coming = null;
};

/**
 * The field is there: what was typed for it, once. An input takes one line: Enter is pressed in it again when the letters before
 * have come, and what was typed after that goes on as keys.
 */
export function takeTypedAhead(field: HTMLElement | null): string {
  const taken = letters;
  forgetTypedAhead();
  const enter = field instanceof HTMLInputElement ? taken.indexOf('\n') : -1;
  if (enter < 0) return taken;
  const press = (at: Element | null, key: string): unknown =>
    at?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  setTimeout(() => {
    press(field, 'Enter');
    for (const letter of taken.slice(enter + 1)) press(document.body, letter === '\n' ? 'Enter' : letter);
  });
  return taken.slice(0, enter);
}
