import { foldText } from './fold-text.ts';

/** Stands between the parts of a row's text; nobody types it, so nothing is found across two parts. */
export const PART = '\u0000';

export type TextSource = {
  size(): number;
  /** Newest first. */
  order(): Uint32Array;
  /** Parts with `PART` between them; the second is the subject. */
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

  /** Whether a folded text has `needle`, in its second part when `inSubject`. */
  const holdsIn = (own: string, needle: string, inSubject: boolean): boolean =>
    (inSubject ? (own.split(PART)[1] ?? '') : own).includes(needle);

  /** Where to go on looking after a hit outside of the subject; -1 when the hit lies in it. */
  const pastNonSubject = (at: number, start: number, end: number): number => {
    const from = text.indexOf(PART, start);
    if (from < 0 || from >= end) return end;
    if (at < from) return from;
    const to = text.indexOf(PART, from + 1);
    return at < to ? -1 : end;
  };

  return {
    build,
    /** Which rows hold a text in one of their parts, or in their subject: 1 where they do. */
    holding(phrase: string, inSubject: boolean): Uint8Array {
      const needle = foldText(phrase).replaceAll(PART, '');
      const size = source.size();
      const hits = new Uint8Array(size);
      const alone = built ? touched : Array.from({ length: size }, (_, index) => index);
      for (const index of alone) hits[index] = holdsIn(foldText(source.text(index)), needle, inSubject) ? 1 : 0;
      if (needle === '') return hits.fill(1);
      // Hits come in the order of the rows, so that each row's place is found from the one before.
      let position = 0;
      for (let at = built ? text.indexOf(needle) : -1; at >= 0; ) {
        while ((starts[position + 1] ?? text.length) <= at) position++;
        const end = starts[position + 1] ?? text.length;
        const next = inSubject ? pastNonSubject(at, starts[position] ?? 0, end) : -1;
        const row = rows[position] ?? 0;
        if (next < 0 && !touched.has(row)) hits[row] = 1;
        at = text.indexOf(needle, next < 0 ? end : next);
      }
      return hits;
    },
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
