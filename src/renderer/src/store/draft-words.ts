import type { Draft } from '#shared/outbox/entry.ts';

/** A form without a message has words as well: whom it is for, what it is about. */
export const hasWords = ({ text, fields }: Draft): boolean =>
  text.trim() !== '' || WRITTEN.some((name) => (fields[name] ?? '').trim() !== '');

/** Fields that are typed; the others are chosen, and chosen again in a moment. */
const WRITTEN = ['subject', 'requesterText', 'requesterName', 'requesterEmail', 'tags'] as const;
