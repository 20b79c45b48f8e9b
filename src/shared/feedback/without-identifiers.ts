import { numbersInWords } from '../calls/numbers-in-words.ts';

/**
 * A customer's words without who they are: e-mail addresses, telephone numbers, long runs of digits and the names given become
 * `[email]`, `[number]` and `[name]`. In doubt something goes, as the agent reads what is left. A name counts as it is spelt and by
 * each of its words, whatever its case; inflected forms ("Марии" for "Мария") and nicknames stay.
 */
export function withoutIdentifiers(words: string, names: readonly string[]): string {
  const text = words.normalize('NFC').replace(EMAIL, '[email]');
  return withoutNames(withoutNumbers(text), names);
}

/** Scripts whose words stand without a space between them. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}';
const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}_]`;
const IN_LABEL = `(?:${LETTER}|-)`;
const EMAIL = new RegExp(`(?:${LETTER}|[.%+'-])+@${IN_LABEL}+(?:\\.${IN_LABEL}+)+`, 'gu');

/** Five digits or more, also with up to four Latin letters at either end (an IBAN's country, an order's prefix). */
const LONG_RUN = /[A-Za-z]{0,4}-?\p{Nd}{5,}[A-Za-z]{0,4}/gu;
/** Groups of digits that belong together: seven in all, or more. */
const GROUPED = /(?<!\p{Nd})[A-Za-z]{0,2}[+(]?\p{Nd}+(?:[ ().\-/\u00a0\u2011]{1,2}\p{Nd}+)+/gu;
const FEWEST_GROUPED = 7;
/** A day, and the hour behind it. */
const DATE =
  /^(?:\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}|\p{Nd}{4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,2})(?: \p{Nd}{1,2})?$/u;

function withoutNumbers(text: string): string {
  let left = text;
  for (const { at, length } of [...numbersInWords(text)].reverse())
    left = `${left.slice(0, at)}[number]${left.slice(at + length)}`;
  return left
    .replace(GROUPED, (run) => {
      const digits = run.match(/\p{Nd}/gu)?.length ?? 0;
      return digits < FEWEST_GROUPED || DATE.test(run) ? run : '[number]';
    })
    .replace(LONG_RUN, '[number]');
}

function withoutNames(text: string, names: readonly string[]): string {
  const wanted = [...new Set(names.flatMap(formsOf))].sort((one, other) => other.length - one.length);
  if (wanted.length === 0) return text;
  const found = new RegExp(wanted.map(bounded).join('|'), 'giu');
  // Those of one person stand beside each other.
  return text.replace(found, '[name]').replace(/\[name\](?:[ \u00a0]\[name\])+/g, '[name]');
}

/** The whole name and its words, without initials and without what stands in small letters ("van", "de"). */
function formsOf(name: string): readonly string[] {
  const whole = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (whole.includes('@')) return [];
  const parts = whole.split(' ').flatMap((word) => word.replace(/^[^\p{L}]+|[^\p{L}\p{M}]+$/gu, ''));
  return [whole, ...parts.filter((part) => !/^\p{Ll}/u.test(part))].filter(isLongEnough);
}

/** Two letters of an alphabet are too often a word or an ending; two signs of Chinese or Japanese are a name. */
const isLongEnough = (name: string): boolean =>
  Array.from(name).length >= (new RegExp(`^[${UNSPACED}]`, 'u').test(name) ? 2 : 3) && /\p{L}/u.test(name);

function bounded(name: string): string {
  const written = name.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replaceAll(' ', '\\s+');
  return `(?<!${LETTER})${written}(?!${LETTER})`;
}
