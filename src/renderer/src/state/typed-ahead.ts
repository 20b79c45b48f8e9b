let letters = '';

/** Typed for a chooser that is on its way: its field takes it when it has the focus. */
export const typeAhead = (letter: string): void => {
  letters += letter;
};

/** What was typed since the key that opened it, once. */
export function takeTypedAhead(): string {
  const taken = letters;
  letters = '';
  return taken;
}
