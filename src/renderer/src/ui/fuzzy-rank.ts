import { foldWords } from './fold-words.ts';
import { onOtherLayouts } from './other-layouts.ts';

/** Scripts that put no spaces between words and too much into one letter for letters to be left out. */
const WHOLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const LETTER = 1;
/** For the first letter of a word, and for those that follow it without a gap. */
const FROM_WORD_START = 7;
const NEXT_TO_LAST = 4;
const PER_LETTER_BETWEEN = 0.1;
const PER_LETTER_BEFORE = 0.02;

/**
 * Those that hold the letters of every word typed in their order (`gti` finds “Go to inbox”), best first: beginnings of words count most, then
 * letters that stand together. Where nothing is found, what was typed is taken for words on another keyboard layout. With nothing
 * typed all of them, as they are.
 */
export function fuzzyRank<Item>(
  items: readonly Item[],
  text: string,
  wordsOf: (item: Item) => string,
): readonly Item[] {
  const wanted = foldWords(text).trim();
  if (wanted === '') return items;
  const folded = items.map((item) => ({ item, words: foldWords(wordsOf(item)) }));
  for (const typed of [wanted, ...onOtherLayouts(wanted)]) {
    const parts = typed.split(/\s+/).filter(Boolean);
    const found = folded
      .map(({ item, words }) => ({ item, score: sumOf(parts.map((part) => scoreOf(part, words))) }))
      .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
      .sort((one, other) => other.score - one.score);
    if (found.length > 0) return found.map(({ item }) => item);
  }
  return [];
}

const sumOf = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0);

/** The best that the letters so far come to with the last of them at a place, and whether they run there from the start of a word. */
type Best = { readonly score: number; readonly fromStart: boolean };
const NONE: Best = { score: Number.NEGATIVE_INFINITY, fromStart: false };

/** How well `part` is found in `words`; minus infinity when it is not. */
function scoreOf(part: string, words: string): number {
  if (WHOLE.test(part)) {
    const at = words.indexOf(part);
    return at < 0 ? NONE.score : part.length * (LETTER + NEXT_TO_LAST) - at * PER_LETTER_BEFORE;
  }
  const letters = Array.from(words);
  const isStart = letters.map((_, at) => at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? ''));
  let best: readonly Best[] | null = null;
  for (const letter of part) {
    const before: readonly Best[] | null = best;
    best = letters.map((other, at) => {
      if (other !== letter) return NONE;
      if (before === null) return stepTo(-at * PER_LETTER_BEFORE, isStart[at] ?? false, 0);
      const run = before[at - 1] ?? NONE;
      const joined = stepTo(run.score, run.fromStart || (isStart[at] ?? false), NEXT_TO_LAST);
      const apart = stepTo(bestApart(before, at), isStart[at] ?? false, 0);
      return joined.score >= apart.score ? joined : apart;
    });
  }
  return Math.max(NONE.score, ...(best ?? []).map(({ score }) => score));
}

const stepTo = (score: number, fromStart: boolean, otherwise: number): Best => ({
  score: score + LETTER + (fromStart ? FROM_WORD_START : otherwise),
  fromStart,
});

const bestApart = (before: readonly Best[], at: number): number =>
  before
    .slice(0, Math.max(0, at - 1))
    .reduce((most, { score }, place) => Math.max(most, score - (at - place - 1) * PER_LETTER_BETWEEN), NONE.score);
