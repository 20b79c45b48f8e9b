import { foldText } from './fold-text.ts';

export type TextSource = {
  size(): number;
  /** Newest first. */
  order(): Uint32Array;
  text(index: number): string;
};

/**
 * Finds rows by scanning one long folded text, newest first, until enough are found: no index to build or keep (measured at
 * 100,000 rows: 0.1–0.25 s to fold, 0.3–29 ms to search). Rows touched since are looked at by themselves, before the rest.
 */
export function createTextSearch(source: TextSource) {
  let text = '';
  let starts = new Uint32Array(0);
  let rows = new Uint32Array(0);
  let touched = new Set<number>();
  let built = false;
  let namesChanged = false;

  /** Yields between pieces, so that a window asking meanwhile is answered. */
  const build = async (pause: () => Promise<void>): Promise<void> => {
    const order = source.order().slice();
    touched = new Set();
    namesChanged = false;
    const nextStarts = new Uint32Array(order.length + 1);
    const pieces: string[] = [];
    let length = 0;
    for (let position = 0; position < order.length; position++) {
      if (position % 500 === 499) await pause();
      const piece = `${foldText(source.text(order[position] ?? 0))}\n`;
      nextStarts[position] = length;
      length += piece.length;
      pieces.push(piece);
    }
    nextStarts[order.length] = length;
    text = pieces.join('');
    starts = nextStarts;
    rows = order;
    built = true;
  };

  const positionAt = (offset: number): number => {
    let low = 0;
    let high = rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    build,
    isBuilt: () => built,
    /** Worth building again: too many rows are looked at one by one, or people are called differently. */
    isStale: () => namesChanged || touched.size > 2_000,
    touchNames(): void {
      namesChanged = true;
    },
    touch(index: number): void {
      touched.add(index);
    },
    find(words: readonly string[], limit: number): readonly number[] {
      const found: number[] = [];
      const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
      if (longest === '') return found;
      for (const index of touched) {
        const own = foldText(source.text(index));
        if (words.every((word) => own.includes(word))) found.push(index);
        if (found.length >= limit) return found;
      }
      for (let at = text.indexOf(longest); at >= 0; ) {
        const position = positionAt(at);
        const row = rows[position] ?? 0;
        const end = starts[position + 1] ?? text.length;
        if (!touched.has(row)) {
          const own = text.slice(starts[position], end);
          if (words.every((word) => own.includes(word))) found.push(row);
          if (found.length >= limit) return found;
        }
        at = text.indexOf(longest, end);
      }
      return found;
    },
  };
}
export type TextSearch = ReturnType<typeof createTextSearch>;
