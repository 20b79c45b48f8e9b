import type { Words } from '#renderer/features/composer/index.ts';
import { type Feedback, HOW_OFTEN, SEVERITIES } from '#shared/feedback/feedback.ts';
import { ON_TICKET } from '#shared/outbox/handed-over.ts';

type Said = Pick<Feedback, 'what' | 'howOften' | 'severity' | 'quote'>;

/** What a draft of feedback says; what was not chosen yet is the mildest. */
export const saidIn = ({ text, fields }: Pick<Words, 'text' | 'fields'>): Said => ({
  what: text.trim(),
  howOften: HOW_OFTEN.find((known) => known === fields['howOften']) ?? HOW_OFTEN[0],
  severity: SEVERITIES.find((known) => known === fields['severity']) ?? SEVERITIES[0],
  quote: fields['quote'] ?? '',
});

/** Its words are a note already: what is left of it was cut off before it went. */
export const isNotedAlready = ({ fields }: Pick<Words, 'fields'>): boolean => fields[ON_TICKET] !== undefined;

/** The quote with what was selected below it, once however often it was. */
export const quoteWith = (quote: string, selected: string): string =>
  quote.includes(selected) ? quote : [quote.trim(), selected].filter((part) => part !== '').join('\n\n');
