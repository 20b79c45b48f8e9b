import { countFeedback } from './count-feedback.ts';
import { type Feedback, type FeedbackNames, HOW_OFTEN, SEVERITIES } from './feedback.ts';

type Said = Pick<Feedback, 'what' | 'howOften' | 'severity' | 'quote'>;

/** One as the note that stands on its ticket. */
export function feedbackNote({ what, howOften, severity, quote }: Said, names: FeedbackNames): string {
  const facts = [
    `- ${names.howOften}: ${names.ofHowOften[howOften]}`,
    `- ${names.severity}: ${names.ofSeverity[severity]}`,
  ];
  return [`**${names.title}:** ${what}`, facts.join('\n'), quoted(quote)].filter((part) => part !== '').join('\n\n');
}

/** All of it for those who make the product: what was said how often, then each with its quotes. */
export function writeFeedbackMarkdown(entries: readonly Feedback[], names: FeedbackNames): string {
  const { bySeverity, byHowOften, byWhat } = countFeedback(entries);
  const parts = [
    `# ${names.title}`,
    table(
      [names.severity, names.times],
      SEVERITIES.toReversed().map((severity) => [names.ofSeverity[severity], bySeverity[severity]]),
    ),
    table(
      [names.howOften, names.times],
      HOW_OFTEN.toReversed().map((howOften) => [names.ofHowOften[howOften], byHowOften[howOften]]),
    ),
    table(
      [names.what, names.times, names.severity],
      byWhat.map((said) => [said.what, said.entries.length, names.ofSeverity[said.worst]]),
    ),
    ...byWhat.flatMap((said) => [`## ${said.what}`, ...said.entries.map((entry) => oneOf(entry, names))]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function oneOf({ at, howOften, severity, quote, ticketNumber }: Feedback, names: FeedbackNames): string {
  const day = new Date(at).toISOString().slice(0, 10);
  const ticket = ticketNumber === '' ? [] : [`${names.ticket} ${ticketNumber}`];
  const line = [day, names.ofSeverity[severity], names.ofHowOften[howOften], ...ticket].join(' · ');
  return [line, quoted(quote)].filter((part) => part !== '').join('\n\n');
}

const quoted = (words: string): string =>
  words.trim() === ''
    ? ''
    : words
        .trim()
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const cell = (value: string | number): string => String(value).replace(/\s+/gu, ' ').replaceAll('|', '\\|');
