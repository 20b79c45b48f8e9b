/** Those whose words begin with, or else contain, every word typed; the former first, otherwise in their order. */
export function rankByWords<Item>(
  items: readonly Item[],
  text: string,
  wordsOf: (item: Item) => string,
): readonly Item[] {
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return items;
  const scored = items.flatMap((item) => {
    const words = fold(wordsOf(item));
    if (!wanted.every((word) => words.includes(word))) return [];
    const starts = words.split(/\s+/);
    return [{ item, begins: wanted.every((word) => starts.some((start) => start.startsWith(word))) }];
  });
  return [...scored.filter(({ begins }) => begins), ...scored.filter(({ begins }) => !begins)].map(({ item }) => item);
}

/** Marks are stripped from Latin letters only: й is not и. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('đ', 'd');
