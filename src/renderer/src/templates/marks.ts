import type { Rendered } from '#shared/templates/rendered.ts';

/** The first private plane: one character of it stands for a source until the text is whole. */
const FIRST = 0xf0000;
const MARK = /[\u{F0000}-\u{FFFFD}]/gu;

/** Text without what stands for unresolved outputs. */
export const withoutMarks = (text: string): string => text.replace(MARK, '');

/**
 * Sources of outputs that resolved to nothing. A single character stands for each, so that filters that work on a captured text
 * neither cut it in two nor change it.
 */
export function createMarks() {
  const sources: string[] = [];
  const marks = new Map<string, string>();
  return {
    of(source: string): string {
      const mark = marks.get(source) ?? String.fromCodePoint(FIRST + sources.push(source) - 1);
      marks.set(source, mark);
      return mark;
    },
    /** The text with the sources in their places. */
    settle(text: string): Rendered {
      const found = new Set<string>();
      const settled = text.replace(MARK, (mark) => {
        const source = sources[(mark.codePointAt(0) ?? 0) - FIRST];
        if (source !== undefined) found.add(source);
        return source ?? mark;
      });
      return { text: settled, unresolved: [...found] };
    },
  };
}
export type Marks = ReturnType<typeof createMarks>;
