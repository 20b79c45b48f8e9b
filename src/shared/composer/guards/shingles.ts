/** How many words in a row count as the same text: fewer are a turn of phrase. */
export const SHINGLE_WORDS = 8;

/** A run of words by its number, and where it stands. Two runs with one number are the same words, but for one case in 2⁵³. */
export type Shingle = { readonly number: number; readonly from: number; readonly to: number };

/**
 * Every run of eight words in a text, whatever their case and what parts them. Text in a script that does not part words has none.
 */
export function shinglesOf(text: string): readonly Shingle[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    number: numberOf(match[0].normalize('NFC').toLowerCase()),
  }));
  const found: Shingle[] = [];
  for (let first = 0; first + SHINGLE_WORDS <= words.length; first++) {
    const run = words.slice(first, first + SHINGLE_WORDS);
    let [high, low] = [0, 0];
    for (const { number } of run) {
      high = Math.imul(high ^ number, 0x01000193);
      low = Math.imul(low, 31) + number;
    }
    const { from = 0 } = run[0] ?? {};
    const { to = 0 } = run.at(-1) ?? {};
    found.push({ number: (high >>> 11) * 2 ** 32 + (low >>> 0), from, to });
  }
  return found;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function numberOf(word: string): number {
  let number = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) number = Math.imul(number ^ word.charCodeAt(index), 0x01000193);
  return number;
}
