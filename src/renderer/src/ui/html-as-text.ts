/** Beyond this many characters a message shows as text until the agent asks for all of it. */
export const LONG_MESSAGE = 256 * 1024;

const BREAKING = /<\/?(?:p|div|tr|table|h[1-6]|li|ul|ol|blockquote|pre|hr|section|article)\b[^>]*>|<br\b[^>]*>/gi;
const UNSEEN = /<(script|style|template|noscript|title|head|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A message's words without its markup: for a message too long to paint, or that cannot be sanitised. Only ever shown as text. */
export function htmlAsText(html: string): string {
  return html
    .replace(UNSEEN, '')
    .replace(BREAKING, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
