import type { Edit, Selected } from './edit.ts';
import { asPlaced } from './pasted-markdown.ts';

/** Somebody else's words as a quote at the caret, with an empty line below it to answer in. */
export function quote(selected: Selected, words: string): Edit {
  const lines = words
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n');
  const text = lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
  const placed = asPlaced(text, selected);
  return {
    from: selected.start,
    to: selected.end,
    text: selected.end === selected.text.length ? `${placed}\n\n` : placed,
  };
}
