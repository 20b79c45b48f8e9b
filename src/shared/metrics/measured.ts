import type { RemoteId, TicketId } from '../domain/ids.ts';

/** Kept by their places in columns: new ones come last. */
export const METRIC_IDS = [
  'first-reply',
  'next-reply',
  'first-resolution',
  'full-resolution',
  'requester-wait',
  'agent-wait',
  'on-hold',
  'one-touch',
  'first-contact',
  'reopens',
  'replies',
  'solved',
  'backlog',
  'sla',
  'csat',
  'survey-response',
  'call-handle',
  'after-call-work',
  'on-contact',
  'idle',
  'work',
  'focus',
  'nps',
  'effort',
  'macro-share',
  'canned-share',
  'article-use',
  'commands',
  'keyed-commands',
  'undo-rate',
  'hold-rate',
] as const;
export type MetricId = (typeof METRIC_IDS)[number];
/** Those whose values add up; of the backlog one asks how it is at a moment. */
export type SummedId = Exclude<MetricId, 'backlog'>;

/** Fewer values than these say nothing about the rest. */
export const FEW = 5;

/** The value of an interval that still lasts. */
export const STILL = Number.POSITIVE_INFINITY;

/** One thing that was measured. Durations are ms, shares 0 or 1, so that their mean is the share. */
export type Measured = {
  readonly metric: MetricId;
  /** The instant at which it counts, UTC ms. One that is still to come does not count yet. */
  readonly at: number;
  readonly value: number;
  /** Whose it is; null where it is nobody's, and of what only the agent at this machine does. */
  readonly agentId: RemoteId | null;
};

/** What was measured at this machine on one ticket. */
export type MeasuredOn = { readonly ticketId: TicketId; readonly measured: Measured };
