/** What is typed behind a sign: `@ol` is the query `ol`, from where the sign stands to the caret. */
export type Trigger = { readonly sign: string; readonly from: number; readonly query: string };

/** A query goes no further back: nobody types that much to find one of a list. */
const LONGEST = 60;

/**
 * The sign that the caret is behind, at the start of a word; null where there is none. Addresses and paths (`a@b`, `and/or`) have
 * their sign inside a word.
 * @param words how many words a query may have: names have spaces in them
 */
export function triggerAt(text: string, caret: number, signs: readonly string[], words = 2): Trigger | null {
  const line = text.slice(Math.max(0, caret - LONGEST), caret);
  const start = caret - line.length;
  for (let index = line.length - 1; index >= 0; index--) {
    const letter = line[index] ?? '';
    if (letter === '\n') return null;
    if (!signs.includes(letter)) continue;
    const before = text[start + index - 1] ?? ' ';
    if (!/[\s(["'„“«]/u.test(before)) return null;
    const query = line.slice(index + 1);
    if (/^\s/u.test(query) || query.split(/\s+/u).length > words) return null;
    return { sign: letter, from: start + index, query };
  }
  return null;
}
