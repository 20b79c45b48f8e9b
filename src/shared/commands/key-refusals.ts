/** Why a key cannot belong to a command: locale key `settings.keys.refused.<reason>`. */
export type KeyRefusal = 'alt' | 'browser' | 'editing' | 'focus' | 'count';

/**
 * What browsers act on themselves; a page is not asked. Chromium: `IsReservedCommandOrKey` in
 * `chrome/browser/ui/browser_command_controller.cc` with its default keys. Firefox: `reserved="true"` in
 * `browser/base/content/browser-sets.inc.xhtml`, which adds the private window.
 */
const BROWSERS_OWN: ReadonlySet<string> = new Set(
  [
    ...['N', 'T', 'W', 'Q', 'F4', 'Tab', 'PageUp', 'PageDown'].flatMap((key) => [`Mod+${key}`, `Mod+Shift+${key}`]),
    'Mod+Shift+P',
    'F11',
  ].filter((key) => key !== 'Mod+Shift+F4'),
);

/** What every text field answers to. */
const EDITING: ReadonlySet<string> = new Set([
  ...['A', 'C', 'V', 'X', 'Y', 'Z', 'Shift+V', 'Shift+Z', 'Backspace', 'Delete', 'Home', 'End'].map(
    (key) => `Mod+${key}`,
  ),
  ...['Up', 'Down', 'Left', 'Right'].flatMap((way) => [`Mod+Arrow${way}`, `Mod+Shift+Arrow${way}`]),
]);

/** What moves the focus and works what has it. */
const FOCUS: ReadonlySet<string> = new Set(['Tab', 'Shift+Tab', 'Space', 'Shift+Space', 'Shift+Enter']);

/**
 * Why a command may not have this key, as the catalogue writes it; null when it may. Alt and Ctrl+Alt type letters in half of
 * Europe. A program of its own (`electron`) keeps nothing that a browser keeps.
 */
export function refusalOf(key: string, host: 'electron' | 'browser'): KeyRefusal | null {
  const chords = key.split(' ');
  const names = chords.flatMap((chord) => chord.split('+'));
  if (names.includes('Alt') || names.includes('AltGraph')) return 'alt';
  if (host === 'browser' && chords.some((chord) => BROWSERS_OWN.has(chord))) return 'browser';
  if (chords.some((chord) => EDITING.has(chord))) return 'editing';
  // A number before a key says how often.
  if (/^\d$/.test(chords[0] ?? '')) return 'count';
  return chords.some((chord) => FOCUS.has(chord)) ? 'focus' : null;
}
