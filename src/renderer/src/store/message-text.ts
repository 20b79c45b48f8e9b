import type { Message } from '#shared/domain/conversation.ts';
import { textOf } from './body-text.ts';

/** Longer ones are of no use in a template. */
const MOST = 20_000;
const ENDS_LINE = /<br\b[^>]*>|<\/(?:div|h[1-6]|li|p|pre|table|tr|ul|ol)\s*>/giu;

/** What a message says, in lines, without what it quotes. Never shown as HTML. */
export function messageText({ body }: Pick<Message, 'body'>): string {
  const start = body.content.slice(0, MOST);
  const text = body.format === 'text' ? start : textOf(start.replace(/\s+/gu, ' ').replace(ENDS_LINE, '\n'));
  return text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
