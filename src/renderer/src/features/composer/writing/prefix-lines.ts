import { type Edit, linesAround, type Selected } from './edit.ts';

export type LineKind = 'list' | 'numbers' | 'quote';

const HAS = { list: /^(\s*)[-*+] /, numbers: /^(\s*)\d{1,9}[.)] /, quote: /^(\s*)> ?/ } as const;

/** Makes the lines that are touched a list or a quote, or plain again when all of them are it already. Blank lines stay blank in lists. */
export function prefixLines(selected: Selected, kind: LineKind): Edit {
  const { from, to } = linesAround(selected);
  const lines = selected.text.slice(from, to).split('\n');
  const counts = (line: string): boolean => kind === 'quote' || lines.length === 1 || line.trim() !== '';
  const undo = lines.filter(counts).every((line) => HAS[kind].test(line));
  let number = 0;
  const changed = lines.map((line) => {
    if (!counts(line)) return line;
    if (undo) return line.replace(HAS[kind], '$1');
    const plain = kind === 'quote' ? line : line.replace(HAS.list, '$1').replace(HAS.numbers, '$1');
    const [, indent = '', words = ''] = /^(\s*)(.*)$/su.exec(plain) ?? [];
    if (kind === 'quote') return plain === '' ? '>' : `> ${plain}`;
    return kind === 'list' ? `${indent}- ${words}` : `${indent}${++number}. ${words}`;
  });
  const text = changed.join('\n');
  const end = from + text.length;
  if (selected.start !== selected.end) return { from, to, text, select: { start: from, end } };
  const caret = Math.max(from, selected.start + (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0));
  return { from, to, text, select: { start: caret, end: caret } };
}
