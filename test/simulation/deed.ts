import type { Action } from '#shared/outbox/action.ts';

/** One thing the agent did, as they remember it. Its token stands in its words or tags, and in nothing else. */
export type Deed = {
  readonly token: string;
  readonly who: number;
  readonly action: Action;
  /** The one in whose place it was put, of which an attempt may have arrived before. */
  readonly replaces: { readonly deed: Deed; readonly mayHaveArrived: boolean } | null;
  /** What Holdfast said to it; `unsaid` where it was killed before it could. */
  accepted: 'yes' | 'no' | 'unsaid';
  entryId: string | null;
  ticketId: string | null;
  /** The version of the ticket that was on the screen; 0 for one that the helpdesk did not have. */
  seenVersion: number;
  /** By the helpdesk's clock. */
  readonly madeAt: number;
  /** `asked` where no answer came. */
  discarded: 'no' | 'asked' | 'yes';
  /** Holdfast has said that it is discarded: what it says must be recoverable, or stand in a draft again. */
  takenBack: boolean;
  /** Wishes to have it back or replaced that nobody has answered yet. */
  unanswered: number;
  /** The agent decided what could not be decided: to send again. */
  decided: boolean;
  /** The screen says of it that it went twice. */
  shownTwice: boolean;
};
