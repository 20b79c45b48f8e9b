import type { HtmlNode } from './html-tree.ts';

const OPEN = '\uE000';
const CLOSE = '\uE001';

/**
 * Hides placeholders in a tree's texts behind signs that mean nothing in Markdown, so that nothing in them is escaped, and shows
 * them again in the text that is made of it.
 */
export function keepPlaceholders(): {
  readonly hide: (tree: HtmlNode) => void;
  readonly show: (text: string) => string;
} {
  const kept: string[] = [];
  const hide = (node: HtmlNode): void => {
    if (node.type === 'text' && typeof node.value === 'string')
      node.value = node.value.replace(/\{\{[^{}]{0,1000}\}\}|\{%.{0,1000}?%\}/gs, (placeholder) => {
        kept.push(placeholder);
        return `${OPEN}${kept.length - 1}${CLOSE}`;
      });
    for (const child of node.children ?? []) hide(child);
  };
  return {
    hide,
    show: (text) =>
      text.replace(new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g'), (sign, index: string) => kept[Number(index)] ?? sign),
  };
}
