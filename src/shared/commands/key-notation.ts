/** Letters and signs are themselves; other keys have the names that `KeyboardEvent.key` gives them. */
const CHORD = /^(Mod\+)?(Shift\+)?([!-~]|[A-Z][A-Za-z0-9]+)$/;

/** The longest sequence that a command may have. */
const LONGEST = 3;

/**
 * A key as the catalogue writes it, or null for what is none: `Mod` is Ctrl or Cmd, a sequence is parted by spaces (`g i`), and
 * letters are capitals after Mod or Shift and small without.
 */
export function readKey(text: string): string | null {
  const chords = text.split(' ').map(readChord);
  return chords.length <= LONGEST && chords.every((chord) => chord !== null) ? chords.join(' ') : null;
}

function readChord(text: string): string | null {
  const parts = CHORD.exec(text);
  if (!parts) return null;
  const [, mod = '', shift = '', name = ''] = parts;
  if (!/^[a-z]$/i.test(name)) return text;
  return `${mod}${shift}${mod + shift === '' ? name.toLowerCase() : name.toUpperCase()}`;
}

/** Whether a key, or the first of its sequence, types a character: speech input and a slip of the hand set those off (WCAG 2.1.4). */
export const typesCharacter = (key: string): boolean => /^(Shift\+)?(.|Space)( |$)/.test(key);
