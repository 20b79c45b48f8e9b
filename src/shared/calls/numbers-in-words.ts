import { dialled } from './dialable.ts';
import { numbersIn } from './number-texts.ts';

/** A number that stands in a text, from `at` on; `number` is what is dialled for it. */
export type NumberInWords = { readonly at: number; readonly length: number; readonly number: string };

/** What may be the writing of one number. A letter, a digit, or a sign of an address or a sum of money beside it: it is part of something else. */
const RUN =
  /(?<![\p{L}\p{N}_.,:/@#=&?€$£¥-])(?:\+|00|\(|0)?\d[\d ().\-/\u00a0\u2011]*\d(?![\p{L}\p{N}_@€$£¥%]|[.,:/-]\d)/gu;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?: |$)/;
/** E.164 allows fifteen digits; two more dial abroad. */
const LONGEST = 17;

/** How people write the numbers of their country: with its code, with a zero before the area, in the parts of North America, in pairs or in threes. */
const FORMS: readonly RegExp[] = [
  /^\+\d[\d ().\-/]{6,}$/,
  /^00[1-9][\d ().\-/]{7,}$/,
  /^\(0?\d{2,5}\)[\d .\-/]{5,}$/,
  /^0[1-9]\d{0,4}[ .\-/]\d[\d ().\-/]{4,}$/,
  /^0[1-9]\d{8,10}$/,
  /^(?:1[ .-])?\d{3}[ .-]\d{3}[ .-]\d{4}$/,
  /^\d{2}(?: \d{2}){3,4}$/,
  /^\d{3} \d{2} \d{3}$/,
];
/** Said before a number of any form: what follows is one. */
const CALLED =
  /(?:\b(?:tel|phone|telephone|mobile|cell|call|ring|fax|tlf|telefon|handy|mobil|móvil|portable|ext)|тел|моб|điện thoại)\.?(?: me| us| (?:on|at|is|no\.?|number))*\s*:?\s*$/iu;
const SHORTEST_CALLED = 5;

/**
 * Numbers that a reader of a text would take for ones to call. Order numbers, sums and dates are not, so in doubt it is none: whoever
 * means one can select and dial it.
 */
export function numbersInWords(text: string): readonly NumberInWords[] {
  // Most texts have none, and are looked at once.
  if (!/\d[\d ().\-/\u00a0\u2011]{3,}\d/.test(text)) return [];
  const found: NumberInWords[] = [];
  for (const match of text.matchAll(RUN)) {
    const written = match[0].replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');
    if (!looksLikeOne(written, text.slice(Math.max(0, match.index - 30), match.index))) continue;
    const [number, ...others] = numbersIn(written);
    if (!number || others.length > 0) continue;
    found.push({ at: match.index, length: match[0].length, number: dialled(number) });
  }
  return found;
}

function looksLikeOne(written: string, before: string): boolean {
  const digits = written.replace(/\D/g, '').length;
  if (digits > LONGEST || DATE.test(written)) return false;
  return FORMS.some((form) => form.test(written)) || (digits >= SHORTEST_CALLED && CALLED.test(before));
}
