/**
 * Text as search compares it: lower case, marks off Latin letters only (elsewhere a mark makes another letter: й is not и),
 * no apostrophes (п'ять = пять), đ as d, ё as е, width and compatibility forms as one.
 */
export function foldText(text: string): string {
  // ASCII, by far the most of it, needs none of the rest.
  if (/^[\0-\x7f]*$/u.test(text)) return text.toLowerCase().replaceAll("'", '');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['ʼ’‘`´]/gu, '')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replaceAll('đ', 'd')
    .replaceAll('ё', 'е');
}

/** The words looked for; all must occur. */
export const wordsOf = (query: string): readonly string[] => foldText(query).split(/\s+/u).filter(Boolean);
