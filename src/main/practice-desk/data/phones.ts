/**
 * Telephone numbers by locale, as people there write them; `#` is a digit. Whoever dials one reaches nobody: they are those that
 * regulators keep for films (NANPA, Ofcom, Bundesnetzagentur, Arcep), and elsewhere none that its country gives out: a 0 behind the
 * area, or a range that is not in use.
 */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  'en-US': ['+1 303-555-01##', '(503) 555-01##', '+1 828 555 01##', '+1 (218) 555-01## ext. 1#'],
  'en-GB': ['+44 7700 900###', '+44 (0)114 496 0###', '0117 496 0###', '+44 1632 960###'],
  de: ['+49 30 23125 ###', '+49 (0)89 99998-###', '0221 4710###', '+49 171 39200##'],
  fr: ['+33 6 39 98 ## ##', '+33 1 99 00 ## ##', '04 65 71 ## ##', '+33 5 36 49 ## ##'],
  es: ['+34 50# ## ## ##', '+34 500 ### ###'],
  pl: ['+48 99 ### ## ##'],
  uk: ['+380 58 ### ## ##'],
  ru: ['+371 5### ####'],
  vi: ['+84 40# ### ###'],
  ja: ['+81 3-0###-####'],
  ar: ['+962 6 0## ####'],
  nb: ['+47 0# ## ## ##'],
  'pt-BR': ['+55 41 0###-####'],
  it: ['+39 0461 0#####'],
  tr: ['+90 464 0## ## ##'],
  ko: ['+82 33-0##-####'],
  'zh-CN': ['+86 28 0### ####'],
  hi: ['+91 20 0### ####'],
};

/** A number of somebody who speaks `locale`, made of these seven digits. */
export function phoneOf(locale: string, digits: string): string {
  const patterns = PATTERNS[locale] ?? ['+1 303-555-01##'];
  const pattern = patterns[Number(digits) % patterns.length] ?? '';
  let place = 0;
  return pattern.replace(/#/g, () => digits[place++] ?? '0');
}
