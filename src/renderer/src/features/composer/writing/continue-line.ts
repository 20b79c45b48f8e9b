import { type Edit, isInCode, type Selected } from './edit.ts';

/** Quote marks, then a list's sign with an empty or ticked box, or quote marks alone. */
const BEGINS = /^(\s*(?:> ?)*)((?:[-*+]|\d{1,9}[.)])(?: \[[ xX]\])? )?/;

/**
 * What Enter does in a list or a quote: the next line begins like this one, with the next number. On an item without words it
 * ends the list or quote. Null where Enter is only Enter.
 */
export function continueLine({ text, start, end }: Selected): Edit | null {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(from, start);
  const [begin = '', quotes = '', item = ''] = BEGINS.exec(line) ?? [];
  if (item === '' && !quotes.includes('>')) return null;
  if (isInCode(text, from)) return null;
  const lineEnd = text.indexOf('\n', start);
  const rest = text.slice(start, lineEnd < 0 ? text.length : lineEnd);
  const isEmpty = start === end && line.slice(begin.length).trim() === '' && rest.trim() === '';
  if (isEmpty) {
    // The innermost ends: a list inside a quote leaves the quote.
    const kept = item !== '' ? quotes : quotes.replace(/> ?$/, '');
    return { from, to: start, text: kept };
  }
  return { from: start, to: end, text: `\n${quotes}${nextOf(item)}` };
}

const nextOf = (item: string): string =>
  item.replace(/^\d+/, (number) => String(Number(number) + 1)).replace(/\[[xX]\]/, '[ ]');
