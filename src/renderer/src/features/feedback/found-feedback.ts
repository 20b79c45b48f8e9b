import { foldWords } from '#renderer/ui/fold-words.ts';
import type { Feedback } from '#shared/feedback/feedback.ts';

/** Those that have every word typed in what they say, in their quote or in the number of their ticket. */
export function foundFeedback(entries: readonly Feedback[], text: string): readonly Feedback[] {
  const words = foldWords(text).split(/\s+/u).filter(Boolean);
  return entries.filter(({ what, quote, ticketNumber }) => {
    const all = foldWords(`${what} ${quote} #${ticketNumber}`);
    return words.every((word) => all.includes(word));
  });
}
