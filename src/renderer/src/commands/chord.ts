/** What of a key press decides which command it means. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
  getModifierState(modifier: 'AltGraph'): boolean;
};

/** What US QWERTY types at a place of the keyboard, without and with Shift. */
const US_SIGNS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

export const MODIFIERS: readonly string[] = [
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'Fn',
  'OS',
];

/**
 * What a press may be called in the catalogue, likeliest first: `j`, `Shift+A`, `Mod+K`, `?`, `Enter`. Empty for text being
 * composed, AltGraph (text as well), Alt, and modifiers alone.
 *
 * A letter or sign that the layout types in ASCII counts as what it is (Dvorak, AZERTY); anything else counts by its place on
 * US QWERTY (ЙЦУКЕН, Vietnamese). Digits count by their place, since half of them need Shift on AZERTY. A sign nobody listens
 * to may also count by its place, so that `]`, which German types with AltGr, stays reachable.
 */
export function chordsOf(press: KeyPress, mac: boolean): readonly string[] {
  if (press.isComposing || press.keyCode === 229 || press.key === 'Process') return [];
  if (MODIFIERS.includes(press.key) || press.altKey || press.getModifierState('AltGraph')) return [];
  if (mac ? press.ctrlKey : press.metaKey) return [];
  const mod = (mac ? press.metaKey : press.ctrlKey) ? 'Mod+' : '';
  return namesOf(press).map((name) => `${mod}${name}`);
}

function namesOf({ key, code, shiftKey }: KeyPress): readonly string[] {
  const shift = shiftKey ? 'Shift+' : '';
  if (key === ' ') return [`${shift}Space`];
  if (key.length > 1 && key !== 'Dead' && key !== 'Unidentified') return [`${shift}${key}`];
  if (/^[a-z]$/i.test(key)) return [letter(key, shiftKey)];

  const digit = /^Digit(\d)$/.exec(code)?.[1];
  // Where digits need Shift, as on AZERTY, one with Shift is the digit, and what needs Shift with it as well.
  const byDigit = digit === undefined ? [] : [...(/^\d$/.test(key) ? [digit] : []), `${shift}${digit}`];
  const sign = US_SIGNS[code]?.[shiftKey ? 1 : 0];
  if (/^[!-~]$/.test(key))
    return [...new Set([digit !== undefined && /^\d$/.test(key) ? digit : key, ...byDigit, ...(sign ? [sign] : [])])];

  const place = /^Key([A-Z])$/.exec(code)?.[1];
  if (place !== undefined) return [letter(place, shiftKey)];
  return sign ? [sign] : byDigit;
}

/** Caps lock does not matter; Shift does. */
const letter = (key: string, shift: boolean): string => (shift ? `Shift+${key.toUpperCase()}` : key.toLowerCase());
