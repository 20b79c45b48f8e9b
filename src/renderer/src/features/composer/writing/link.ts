import type { Edit, Selected } from './edit.ts';

/**
 * A link over what is selected: words become its label and its address is to be typed; an address becomes the address and its
 * label is to be typed. What is to be typed is selected.
 */
export function link({ text, start, end }: Selected): Edit {
  const words = text.slice(start, end);
  const isOne = isAddress(words);
  const label = isOne ? '' : words.replace(/[[\]]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
  const target = isOne ? enclosed(words.trim()) : 'https://';
  const at = isOne ? start + 1 : start + label.length + 3;
  const select = { start: at, end: isOne ? at : at + target.length };
  return { from: start, to: end, text: `[${label}](${target})`, select };
}

/** A link where an address is pasted over words; null when the two are not that. */
export function linkOver({ text, start, end }: Selected, pasted: string): Edit | null {
  const words = text.slice(start, end);
  if (words.trim() === '' || words.includes('\n') || isAddress(words) || !isAddress(pasted)) return null;
  return { from: start, to: end, text: `[${words.replace(/[[\]]/g, '\\$&')}](${enclosed(pasted.trim())})` };
}

export const isAddress = (words: string): boolean =>
  /^\s*(https?:\/\/[^\s<>]+|mailto:[^\s<>@]+@[^\s<>@]+)\s*$/i.test(words);

/** Brackets that are not closed in an address would end the link too early. */
const enclosed = (address: string): string => (/[()]/.test(address) ? `<${address}>` : address);
