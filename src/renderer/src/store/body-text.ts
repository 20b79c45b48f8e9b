import type { Message } from '#shared/domain/conversation.ts';

/**
 * The words of a message, or of another piece of HTML, without what it quotes. Never shown as HTML.
 * @param limit how many characters of the body are read at most: bodies reach megabytes
 */
export function bodyText({ format, content }: Message['body'], limit: number): string {
  const start = content.slice(0, limit);
  return format === 'text' ? start : textOf(start);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** Text of HTML, in one line for each that is in it. */
export const textOf = (html: string): string =>
  html
    .replace(/<(style|script|head|title|blockquote)\b[\s\S]*?(<\/\1\s*>|$)/giu, ' ')
    .replace(/<!--[\s\S]*?(-->|$)/gu, ' ')
    .replace(/<\/?(a|abbr|b|em|font|i|mark|s|small|span|strong|sub|sup|u)\b[^>]*>/giu, '')
    .replace(/<[^>]*(>|$)/gu, ' ')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/giu, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    });
