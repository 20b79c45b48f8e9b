import { foldText } from './fold-text.ts';

/** Scripts that put no spaces between words. */
const RUN = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const WORDS = new RegExp(String.raw`[${RUN}]+|[[\p{L}\p{M}\p{N}]--[${RUN}]]+`, 'gv');
const IS_RUN = new RegExp(String.raw`^[${RUN}]`, 'v');

/**
 * The words of a text. A run of a script without spaces counts as its letters two by two; at its end `last` adds the last by
 * itself, so that it too is found as the beginning of something.
 */
function* splitWords(text: string, last: boolean): Iterable<string> {
  for (const [word] of foldText(text).matchAll(WORDS)) {
    if (!IS_RUN.test(word)) yield word;
    else {
      const letters = Array.from(word);
      for (let at = 0; at + 1 < letters.length; at++) yield `${letters[at] ?? ''}${letters[at + 1] ?? ''}`;
      if (last || letters.length === 1) yield letters.at(-1) ?? '';
    }
  }
}

/** The words that one looks for; each must begin a word of what is found. */
export const wantedWords = (text: string): readonly string[] => [...new Set(splitWords(text, false))];

/** What `WordTable.find` says of what does not have every word. */
export const NOWHERE = 255;

/**
 * Every word once, with the parts of things that it stands in: what begins with a few letters is found by going through the words
 * that do, however long the texts are. Things go by number, in the order in which they were added; none is taken away.
 */
export function createWordTable() {
  const words: string[] = [];
  const codes = new Map<string, number>();
  const byFirst = new Map<string, number[]>();
  /** By word: the number of a thing, with the part in the last bits. */
  const places: number[][] = [];
  let size = 0;

  const placesOf = (word: string): number[] => {
    const known = codes.get(word);
    if (known !== undefined) return places[known] ?? [];
    const code = words.push(word) - 1;
    const own: number[] = [];
    codes.set(word, code);
    places.push(own);
    const first = word.charAt(0);
    const others = byFirst.get(first);
    if (others) others.push(code);
    else byFirst.set(first, [code]);
    return own;
  };
  /** In which part of each thing a word begins so, the first of them. */
  const firstParts = (beginning: string): Uint8Array => {
    const parts = new Uint8Array(size).fill(NOWHERE);
    for (const code of byFirst.get(beginning.charAt(0)) ?? []) {
      if (!words[code]?.startsWith(beginning)) continue;
      for (const place of places[code] ?? []) {
        const thing = place >> PART_BITS;
        const part = place & PART_MASK;
        if (part < (parts[thing] ?? 0)) parts[thing] = part;
      }
    }
    return parts;
  };

  return {
    size: () => size,
    /** At most eight parts. Returns the thing's number. */
    add(parts: readonly string[]): number {
      const thing = size++;
      for (const [part, text] of parts.entries())
        for (const word of new Set(splitWords(text, true))) placesOf(word).push((thing << PART_BITS) | part);
      return thing;
    },
    /** By number: the part in which the last of all words is found, each counted where it comes first; `NOWHERE` when one is missing. */
    find(wanted: readonly string[]): Uint8Array {
      const [first, ...others] = wanted.map(firstParts);
      if (!first) return new Uint8Array(size);
      for (const parts of others)
        for (let thing = 0; thing < size; thing++) first[thing] = Math.max(first[thing] ?? 0, parts[thing] ?? 0);
      return first;
    },
  };
}
export type WordTable = ReturnType<typeof createWordTable>;

const PART_BITS = 3;
const PART_MASK = 0b111;
