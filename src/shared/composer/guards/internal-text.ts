import { excerpt, type Finding } from './guard.ts';
import { shinglesOf } from './shingles.ts';

/** Text that is not for customers, by the numbers of its runs of words. */
export type InternalText = { readonly guard: 'note' | 'article'; readonly has: (shingle: number) => boolean };

/**
 * A passage of an internal note or article in a public reply: what colleagues told each other is not for the customer. Words that
 * stand in public messages of the ticket as well (`isPublic`) are no secret, wherever else they stand.
 */
export function internalText(
  text: string,
  internal: readonly InternalText[],
  isPublic: (shingle: number) => boolean,
): readonly Finding[] {
  const runs = shinglesOf(text);
  return internal.flatMap(({ guard, has }) => {
    const first = runs.find(({ number }) => has(number) && !isPublic(number));
    return first ? [{ guard, what: excerpt(text.slice(first.from, first.to)) }] : [];
  });
}
