import type { HtmlNode } from './html-tree.ts';

/** Makes of what pages and spreadsheets put on the clipboard what it looks like there. */
export function tidyHtml(node: HtmlNode): void {
  // Google Docs wraps all that is copied in a `b` that is not bold.
  const style = node.properties?.['style'];
  if (node.tagName === 'b' && typeof style === 'string' && /font-weight:\s*(normal|400)/.test(style))
    node.tagName = 'span';
  if (node.tagName === 'table') tidyTable(node);
  for (const child of node.children ?? []) tidyHtml(child);
}

/** One cell is its text. The first row of a table without headings is its headings, which Markdown cannot go without. */
function tidyTable(table: HtmlNode): void {
  const rows = within(table, ['tr']);
  const cells = within(table, ['td', 'th']);
  if (cells.length === 1) for (const part of [table, ...within(table, PARTS)]) part.tagName = 'div';
  else if (cells.every(({ tagName }) => tagName === 'td'))
    for (const cell of rows[0]?.children ?? []) if (cell.tagName === 'td') cell.tagName = 'th';
}
const PARTS = ['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'];

const within = (node: HtmlNode, names: readonly string[]): readonly HtmlNode[] =>
  (node.children ?? []).flatMap((child) => [
    ...(names.includes(child.tagName ?? '') ? [child] : []),
    ...within(child, names),
  ]);
