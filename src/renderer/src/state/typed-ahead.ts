import { useInterface } from './interface-state.ts';

/** A field that has not come by then does not come, in ms. */
const COMES_WITHIN_MS = 3_000;

let letters = '';
let comesUntil = 0;

/** Whether a field that the agent has asked for is on its way: letters are for it, and not commands. */
export function isFieldComing(): boolean {
  const { dialog, picker, relating, composer, newTicket } = useInterface.getState();
  if (dialog !== null || picker !== null || relating !== null) return true;
  return (composer !== null || newTicket) && performance.now() < comesUntil;
}

/** Notes when the agent asks to write. */
export const watchForFields = (): (() => void) =>
  useInterface.subscribe(({ composer, newTicket }, before) => {
    if ((composer !== null && composer !== before.composer) || (newTicket && !before.newTicket))
      comesUntil = performance.now() + COMES_WITHIN_MS;
  });

export const typeAhead = (letter: string): void => {
  letters += letter;
};

/** The field is there, or something else is pressed: what was typed for it, once. */
export function takeTypedAhead(): string {
  const taken = letters;
  letters = '';
  comesUntil = 0;
  return taken;
}
