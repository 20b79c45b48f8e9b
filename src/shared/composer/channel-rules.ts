import type { Channel } from '../domain/ticket.ts';

/** What a ticket's channel asks of what is written to it. */
export type ChannelRules = {
  /** Whether others can be put in copy: mail has that, and what a helpdesk sends on as mail. */
  readonly cc: boolean;
  /** What is usually written: after a telephone call the agent notes what was said. */
  readonly usual: 'reply' | 'note';
  /**
   * How the length of a message is told while it is written: in characters of `most`, which networks differ in, so that it is shown
   * and never enforced; or in text messages.
   */
  readonly length: { readonly in: 'letters'; readonly most: number } | { readonly in: 'sms' } | null;
};

const MAIL: ChannelRules = { cc: true, usual: 'reply', length: null };

const RULES = {
  email: MAIL,
  web: MAIL,
  other: MAIL,
  chat: { cc: false, usual: 'reply', length: null },
  phone: { cc: false, usual: 'note', length: null },
  sms: { cc: false, usual: 'reply', length: { in: 'sms' } },
  // A post on X; other networks take more (https://docs.x.com/fundamentals/counting-characters).
  social: { cc: false, usual: 'reply', length: { in: 'letters', most: 280 } },
} as const satisfies Record<Channel, ChannelRules>;

export const rulesOf = (channel: Channel): ChannelRules => RULES[channel];

/** Characters as people count them: what is drawn as one is one. */
export function lettersIn(text: string): number {
  let count = 0;
  for (const _ of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) count++;
  return count;
}
