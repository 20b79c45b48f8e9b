import type { ShownMessage, TicketDetail } from '#renderer/store/desk-tickets.ts';
import { toMarkdown } from '#renderer/templates/to-markdown.ts';
import { htmlAsText } from '#renderer/ui/html-as-text.ts';
import type { Text } from '#shared/i18n/text.ts';

type Ticket = Pick<TicketDetail, 'requester'> & { readonly ticket: Pick<TicketDetail['ticket'], 'subject'> };

/**
 * Messages as they stand below an agent's own words: who wrote each and when, and what it says as a quote. Of several, what they
 * quote of each other is left out.
 */
export async function forwardedText(t: Text, ticket: Ticket, messages: readonly ShownMessage[]): Promise<string> {
  if (messages.length === 0) return '';
  const htmls = messages.map(({ body }) => (body.format === 'html' ? body.content : ''));
  const markdowns = await toMarkdown(htmls);
  const isWhole = messages.length > 1;
  const about = t('composer.forward.about', { subject: ticket.ticket.subject });
  const parts = messages.map((message, index) => {
    const said = markdowns[index] ?? plainAsMarkdown(wordsOf(message));
    const head = [
      t('composer.forward.from', { who: whoOf(t, message, ticket) }),
      t('composer.forward.date', { at: t.intl.formatDate(message.createdAt, WHEN) }),
      ...(isWhole ? [] : [about]),
    ];
    return `${head.join('\n')}\n\n${asQuote(isWhole ? withoutQuotes(said) : said)}`;
  });
  const mark = t(isWhole ? 'composer.forward.mark.conversation' : 'composer.forward.mark.message');
  // The mark stands by itself: mail programs fold what is below it.
  return [mark, ...(isWhole ? [about] : []), ...parts].join('\n\n');
}

const WHEN = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

const wordsOf = ({ body }: ShownMessage): string =>
  body.format === 'html' ? htmlAsText(body.content) : body.content.replace(/\r\n?/g, '\n');

/** With the address where it is at hand: the requester's. */
function whoOf(t: Text, { authorId, authorName }: ShownMessage, { requester }: Ticket): string {
  const name = authorName || t('ticket.message.nobody');
  const email = authorId !== null && requester?.remoteId === authorId ? requester.email : null;
  return email === null || email === name ? name : `${name} <${email}>`;
}

/** Lines of signs under words would make headings of them. */
const plainAsMarkdown = (text: string): string => text.replace(/^(\s*)(#{1,6}\s|[-=_*]{2,}\s*$)/gm, '$1\\$2');

const withoutQuotes = (markdown: string): string =>
  markdown
    .split('\n')
    .filter((line) => !/^\s{0,3}>/.test(line))
    .join('\n');

function asQuote(markdown: string): string {
  const lines = markdown
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n');
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** Where in a text what is forwarded begins; at its end where nothing of it is there any more. */
export function quoteStart(t: Text, text: string): number {
  const marks = [t('composer.forward.mark.message'), t('composer.forward.mark.conversation')];
  const starts = marks.map((mark) => `\n${text}`.indexOf(`\n${mark}`)).filter((at) => at >= 0);
  return starts.length === 0 ? text.length : Math.min(...starts);
}
