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

/** The field is there, or something else is pressed: what was typed for it, once. */
export function takeTypedAhead(): string {
  const taken = letters;
  letters = '';
  coming = null;
  return taken;
}
