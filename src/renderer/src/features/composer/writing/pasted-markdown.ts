import { isInCode, type Selected } from './edit.ts';

/** What of a page or a sheet Markdown can say. Fewer than two cells are no table. */
const SAYS_MORE = /<(?:a\s|b|strong|i|em|ul|ol|h[1-6]|code|pre|blockquote|del|s|strike)\b/i;
const CELLS = /<t[dh]\b/gi;

/** Whether HTML on the clipboard is more than its plain text, and the caret stands where that counts. */
export function saysMore(html: string, { text, start }: Selected): boolean {
  if (html === '' || isInCode(text, start)) return false;
  return SAYS_MORE.test(html) || (html.match(CELLS)?.length ?? 0) > 1;
}

/** The Markdown of what was copied; its plain text where it cannot be read. The converter comes apart from the first screen. */
export async function markdownOf(html: string, plain: string): Promise<string> {
  try {
    const { htmlToMarkdown } = await import('#renderer/templates/html-to-markdown.ts');
    return htmlToMarkdown(html) || plain;
  } catch {
    return plain;
  }
}

/** Tables, lists, quotes, headings and code blocks, which begin on a line of their own. */
const BLOCK = /^(?:\||[-*+] |\d{1,9}[.)] |>|#{1,6} |```)/;

/** Markdown as it must stand at a place: a block is parted by a blank line from words before and after it. */
export function asPlaced(markdown: string, { text, start, end }: Selected): string {
  const before = text.slice(0, start);
  const isBlock = BLOCK.test(markdown);
  const begin = isBlock ? gap(/\n*$/.exec(before)?.[0].length ?? 0, before === '') : '';
  const after = text.slice(end);
  const last = markdown.slice(markdown.lastIndexOf('\n') + 1);
  const close = isBlock || BLOCK.test(last) ? gap(/^\n*/.exec(after)?.[0].length ?? 0, after === '') : '';
  return begin + markdown + close;
}

const gap = (breaks: number, atEdge: boolean): string => (atEdge ? '' : '\n'.repeat(Math.max(0, 2 - breaks)));
