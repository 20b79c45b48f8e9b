import type { Message } from '#shared/domain/conversation.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { isAfterBase } from '#shared/outbox/hold.ts';

/** Less of its words in common is not called alike. */
const ALIKE = 0.5;

/**
 * Messages of mine since an entry was written that may be the entry itself, likest first: of its kind, with at least half of
 * the words of both in common. `textOf` says what a message reads.
 */
export function lookalikes<Shown extends Message>(
  entry: OutboxEntry,
  messages: readonly Shown[],
  me: RemoteId | null,
  textOf: (message: Shown) => string,
): readonly Shown[] {
  const { action, base } = entry;
  if (action.kind !== 'reply' && action.kind !== 'note') return [];
  const said = wordsIn(action.words.markdown);
  return messages
    .filter((message) => message.authorId === me && message.kind === action.kind && isAfterBase(message, base))
    .map((message) => ({ message, common: shareOf(said, wordsIn(textOf(message))) }))
    .filter(({ common }) => common >= ALIKE)
    .toSorted((one, other) => other.common - one.common)
    .map(({ message }) => message);
}

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Of two sets of words, how many both have (Dice's coefficient: 0 to 1). */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}
