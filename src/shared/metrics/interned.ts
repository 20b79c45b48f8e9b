/** Texts as small numbers, in the order in which they first came. */
export type Interned = {
  readonly size: number;
  /** The number of a text, a new one if need be. */
  put(text: string): number;
  /** Undefined for a text that never came. */
  find(text: string): number | undefined;
  /** Empty for a number that none has. */
  textOf(number: number): string;
};

export function createInterned(first: readonly string[] = []): Interned {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const put = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  };
  for (const text of first) put(text);
  return {
    get size() {
      return texts.length;
    },
    put,
    find: (text) => numbers.get(text),
    textOf: (number) => texts[number] ?? '',
  };
}
