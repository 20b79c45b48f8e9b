import { foldText } from './fold-text.ts';

/** Long enough for a line of a list. */
const LENGTH = 120;
/** Of what stands in front of a word that was found. */
const BEFORE = 30;
/** A word that stands further on is not looked for. */
const LOOKED_AT = 20_000;
/** What gives a line where no word is looked for, with much white space in it. */
const START = 1_000;
const WORD = /[\p{L}\p{M}\p{N}'ʼ’]+/gu;

/** A line of a text with the first word in it that begins with one of `wanted` (folded); its start where there is none. */
export function excerptOf(
  text: string,
  wanted: readonly string[],
): { readonly text: string; readonly from: number; readonly to: number } {
  const line = text
    .slice(0, wanted.length === 0 ? START : LOOKED_AT)
    .replace(/\s+/gu, ' ')
    .trim();
  const found = wanted.length === 0 ? null : firstBeginning(line, wanted);
  if (!found) return { text: line.slice(0, LENGTH), from: 0, to: 0 };
  const start = found.to <= LENGTH ? 0 : line.lastIndexOf(' ', Math.max(0, found.from - BEFORE)) + 1;
  const lead = start > 0 ? '… ' : '';
  return {
    text: `${lead}${line.slice(start, start + LENGTH)}`,
    from: found.from - start + lead.length,
    to: Math.min(found.to, start + LENGTH) - start + lead.length,
  };
}

function firstBeginning(
  line: string,
  wanted: readonly string[],
): { readonly from: number; readonly to: number } | null {
  const whole = foldText(line);
  // Folding seldom changes the length, and once for all is much faster than word by word.
  const isSame = whole.length === line.length;
  for (const { 0: word, index } of (isSame ? whole : line).matchAll(WORD)) {
    const folded = isSame ? word : foldText(word);
    for (const beginning of wanted) {
      // In scripts without spaces it may stand anywhere.
      const at = folded.startsWith(beginning) ? 0 : /^\p{Lo}/u.test(beginning) ? folded.indexOf(beginning) : -1;
      if (at < 0) continue;
      const marked =
        folded.length === word.length ? { from: at, to: at + beginning.length } : { from: 0, to: word.length };
      return { from: index + marked.from, to: index + marked.to };
    }
  }
  return null;
}
