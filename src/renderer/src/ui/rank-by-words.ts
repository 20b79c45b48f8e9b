import { foldWords } from './fold-words.ts';

/** Those whose words begin with, or else contain, every word typed; the former first, otherwise in their order. */
export function rankByWords<Item>(
  items: readonly Item[],
  text: string,
  wordsOf: (item: Item) => string,
): readonly Item[] {
  const wanted = foldWords(text).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return items;
  const scored = items.flatMap((item) => {
    const words = foldWords(wordsOf(item));
    if (!wanted.every((word) => words.includes(word))) return [];
    const starts = words.split(/\s+/);
    return [{ item, begins: wanted.every((word) => starts.some((start) => start.startsWith(word))) }];
  });
  return [...scored.filter(({ begins }) => begins), ...scored.filter(({ begins }) => !begins)].map(({ item }) => item);
}
