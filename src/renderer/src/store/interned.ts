/** Strings as small numbers, for columns. 0 stands for none. */
export type Interned = {
  code(value: string | null): number;
  /** -1 when no row has it. */
  find(value: string | null): number;
  value(code: number): string | null;
  list(): readonly string[];
  size(): number;
};

export function createInterned(values: readonly string[] = []): Interned {
  const list = [...values];
  const codes = new Map(list.map((value, index) => [value, index + 1]));
  return {
    code(value) {
      if (value === null) return 0;
      const known = codes.get(value);
      if (known !== undefined) return known;
      list.push(value);
      codes.set(value, list.length);
      return list.length;
    },
    find: (value) => (value === null ? 0 : (codes.get(value) ?? -1)),
    value: (code) => list[code - 1] ?? null,
    list: () => list,
    size: () => list.length + 1,
  };
}
