import type { Edit, Selected } from './edit.ts';

export const MARKS = { bold: '**', italic: '*', code: '`' } as const;
export type Mark = keyof typeof MARKS;

/**
 * Puts a mark around what is selected, or takes it away again. With nothing selected the caret goes between two marks; a caret
 * just before the closing one steps over it, as one who types on would. Code over several lines becomes a block.
 */
export function wrap({ text, start, end }: Selected, mark: Mark): Edit {
  const sign = MARKS[mark];
  const inside = text.slice(start, end);
  if (mark === 'code' && inside.includes('\n')) return block({ text, start, end });
  // Spaces at the edges stay outside: `** word**` is not bold.
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(inside) ?? [];
  const [from, to] = [start + before.length, end - after.length];
  if (words === '') {
    if (start === end && endsWithin(text, start, sign)) return moveTo(start + sign.length);
    return { from: start, to: start, text: sign + sign, select: at(start + sign.length) };
  }
  const outside = Math.min(runBefore(text, from, sign), runAfter(text, to, sign));
  if (isMark(outside, sign)) {
    const select = { start: from - sign.length, end: to - sign.length };
    return { from: from - sign.length, to: to + sign.length, text: words, select };
  }
  const within = Math.min(runAfter(text, from, sign), runBefore(text, to, sign));
  if (words.length > 2 * within && isMark(within, sign)) {
    const bare = words.slice(sign.length, -sign.length);
    return { from, to, text: bare, select: { start: from, end: from + bare.length } };
  }
  const select = { start: from + sign.length, end: to + sign.length };
  return { from, to, text: sign + words + sign, select };
}

/** Whether a run of signs has this mark in it: two asterisks are bold and not italic, three are both. */
const isMark = (run: number, sign: string): boolean => (sign === '*' ? run === 1 || run === 3 : run >= sign.length);

/** How many of a mark's sign stand before a place, and after it; three at most. */
function runBefore(text: string, at: number, sign: string): number {
  let length = 0;
  while (length < 3 && text[at - 1 - length] === sign[0]) length++;
  return length;
}
function runAfter(text: string, at: number, sign: string): number {
  let length = 0;
  while (length < 3 && text[at + length] === sign[0]) length++;
  return length;
}

const endsWithin = (text: string, at: number, sign: string): boolean =>
  text.startsWith(sign, at) && text.slice(text.lastIndexOf('\n', at - 1) + 1, at).includes(sign);

function block({ text, start, end }: Selected): Edit {
  const before = start === 0 || text[start - 1] === '\n' ? '' : '\n';
  const after = end === text.length || text[end] === '\n' ? '' : '\n';
  const inside = text.slice(start, end);
  const fenced = `${before}\`\`\`\n${inside.replace(/\n$/, '')}\n\`\`\`${inside.endsWith('\n') ? '\n' : ''}${after}`;
  return { from: start, to: end, text: fenced };
}

const at = (place: number): { readonly start: number; readonly end: number } => ({ start: place, end: place });
const moveTo = (place: number): Edit => ({ from: place, to: place, text: '' });
