import type { Draft } from '#shared/outbox/entry.ts';

/** A form without a message has words as well: whom it is for, what it is about. Files are as good as words. */
export const hasWords = ({ text, fields, files }: Draft): boolean =>
  text.trim() !== '' || files.length > 0 || WRITTEN.some((name) => (fields[name] ?? '').trim() !== '');

/** Fields that are typed; the others are chosen, and chosen again in a moment. */
const WRITTEN = ['subject', 'requesterText', 'requesterName', 'requesterEmail', 'tags', 'quote'] as const;
