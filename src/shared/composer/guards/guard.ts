/** What is looked at before a message is sent. Each has a file of its own that says why. */
export const GUARDS = [
  'empty',
  'placeholder',
  'nobody',
  'no-address',
  'address',
  'attachment',
  'note',
  'article',
  'other-customer',
  'card',
  'secret',
] as const;
export type GuardId = (typeof GUARDS)[number];

/** Something to look at again: which guard says so, and the part of the words that it means (empty where it means them all). */
export type Finding = { readonly guard: GuardId; readonly what: string };

/** A message as it would be sent. */
export type Written = {
  readonly kind: 'reply' | 'note' | 'forward';
  /** Markdown. */
  readonly text: string;
  /** Whether there is a requester who gets it. */
  readonly toRequester: boolean;
  /** Addresses of those in copy, or of those to whom it is forwarded, as they were typed. */
  readonly addresses: readonly string[];
  readonly files: number;
};

/**
 * There is nothing to send, nowhere to send it, or the customer would read `{{…}}`: no press of a key makes that meant.
 */
const MUST: readonly GuardId[] = ['empty', 'placeholder', 'no-address', 'address'];

/** Whether sending again sends it all the same. */
export const canOverride = ({ guard }: Finding): boolean => !MUST.includes(guard);

/** What a sentence quotes of the words, in one line of a readable length. */
export function excerpt(words: string, length = 60): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line;
}
