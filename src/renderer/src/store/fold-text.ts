/**
 * Text as search compares it: lower case, marks off Latin letters only (elsewhere a mark makes another letter: й is not и),
 * no apostrophes (п'ять = пять), đ as d, ё as е, width and compatibility forms as one.
 */
export function foldText(text: string): string {
  // ASCII, by far the most of it, needs none of the rest.
  if (/^[\0-\x7f]*$/u.test(text)) return text.toLowerCase().replaceAll("'", '');
  const lower = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['ʼ’‘`´]/gu, '');
  return withoutMarks(lower).replaceAll('đ', 'd').replaceAll('ё', 'е');
}

/** Latin letters that may bear marks, and marks that stand apart: taking text to pieces is what costs. */
const MAY_BE_MARKED = /[\u00c0-\u024f\u1e00-\u1eff]|\p{M}/u;

const withoutMarks = (text: string): string =>
  MAY_BE_MARKED.test(text)
    ? text
        .normalize('NFD')
        .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
        .normalize('NFC')
    : text;

/** The words looked for; all must occur. */
export const wordsOf = (query: string): readonly string[] => foldText(query).split(/\s+/u).filter(Boolean);
