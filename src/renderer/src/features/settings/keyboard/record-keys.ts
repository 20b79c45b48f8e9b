import { readKey, typesCharacter } from '#shared/commands/key-notation.ts';
import { chordsOf, type KeyPress } from '../../../commands/chord.ts';

/** How long the second key of a sequence may take while keys are recorded, in ms. */
export const NEXT_KEY_MS = 1_200;

export type Recording = {
  /** So far, as the catalogue writes it; empty at first. */
  readonly key: string;
  /** Nothing can follow. */
  readonly isWhole: boolean;
};

/** What a press adds to a recording; null for presses that are no key: text being composed, Alt, modifiers alone. */
export function recordPress(before: string, press: KeyPress, mac: boolean): Recording | null {
  const chord = chordsOf(press, mac)[0];
  const key = chord === undefined ? null : readKey(before === '' ? chord : `${before} ${chord}`);
  if (chord === undefined || key === null) return null;
  return { key, isWhole: before !== '' || !typesCharacter(readKey(chord) ?? chord) };
}
