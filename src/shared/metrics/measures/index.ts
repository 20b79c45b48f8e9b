import type { TextKey } from '../../i18n/catalogue.ts';
import type { Elapsed } from '../calendar.ts';
import type { Measured, MeasuredOn, MetricId, SummedId } from '../measured.ts';
import type { OwnEvent } from '../own-events.ts';
import type { SurveyAnswer } from '../survey-answer.ts';
import type { TicketHistory } from '../ticket-history.ts';
import { measureAgentWait } from './agent-wait.ts';
import { measureArticleUse } from './article-use.ts';
import { measureBacklog } from './backlog.ts';
import { measureCannedShare } from './canned-share.ts';
import { measureCsat } from './csat.ts';
import { measureEffort } from './effort.ts';
import { measureFirstContact } from './first-contact.ts';
import { measureFirstReply } from './first-reply.ts';
import { measureFirstResolution } from './first-resolution.ts';
import { measureFocus } from './focus.ts';
import { measureFullResolution } from './full-resolution.ts';
import { measureHoldRate } from './hold-rate.ts';
import { measureMacroShare } from './macro-share.ts';
import { measureNextReply } from './next-reply.ts';
import { measureNps } from './nps.ts';
import { measureOnHold } from './on-hold.ts';
import { measureOneTouch } from './one-touch.ts';
import { measureReopens } from './reopens.ts';
import { measureReplies } from './replies.ts';
import { measureRequesterWait } from './requester-wait.ts';
import { measureSla } from './sla.ts';
import { measureSolved } from './solved.ts';
import { measureSurveyAsked } from './survey-asked.ts';
import { measureSurveyResponse } from './survey-response.ts';
import { measureUndoRate } from './undo-rate.ts';

/** `interval`: in ms, to be asked about moments; `points`: as the survey counts. */
type Unit = 'duration' | 'count' | 'share' | 'interval' | 'points';
/** Whose a value is: the author of the words, the assignee (at the solve, or in the interval), or the agent at this machine. */
type Attribution = 'author' | 'assignee' | 'own' | 'survey';

export type Metric = {
  readonly unit: Unit;
  /** Sums of parts of a range make the sum of the whole, and mean something. */
  readonly additive: boolean;
  /** Null where neither more nor less is better by itself. */
  readonly better: 'lower' | 'higher' | null;
  readonly attribution: Attribution;
};

const waiting = { unit: 'duration', additive: false, better: 'lower' } as const;
const ownTime = { unit: 'duration', additive: true, better: null, attribution: 'own' } as const;
const ownShare = { unit: 'share', additive: false, attribution: 'own' } as const;
const ownCount = { unit: 'count', additive: true, better: null, attribution: 'own' } as const;

/** All that is measured. */
export const METRICS: Readonly<Record<MetricId, Metric>> = {
  'first-reply': { ...waiting, attribution: 'author' },
  'next-reply': { ...waiting, additive: true, attribution: 'author' },
  'first-resolution': { ...waiting, attribution: 'assignee' },
  'full-resolution': { ...waiting, attribution: 'assignee' },
  'requester-wait': { ...waiting, additive: true, attribution: 'assignee' },
  'agent-wait': { ...waiting, additive: true, better: null, attribution: 'assignee' },
  'on-hold': { ...waiting, additive: true, attribution: 'assignee' },
  'one-touch': { unit: 'share', additive: false, better: 'higher', attribution: 'assignee' },
  'first-contact': { unit: 'share', additive: false, better: 'higher', attribution: 'assignee' },
  reopens: { unit: 'count', additive: true, better: 'lower', attribution: 'assignee' },
  replies: { unit: 'count', additive: true, better: 'higher', attribution: 'author' },
  solved: { unit: 'count', additive: true, better: 'higher', attribution: 'assignee' },
  backlog: { unit: 'interval', additive: false, better: 'lower', attribution: 'assignee' },
  sla: { unit: 'share', additive: false, better: 'higher', attribution: 'assignee' },
  csat: { unit: 'share', additive: false, better: 'higher', attribution: 'assignee' },
  'survey-response': { unit: 'share', additive: false, better: 'higher', attribution: 'assignee' },
  'call-handle': { ...ownTime, better: 'lower' },
  'after-call-work': { ...ownTime, better: 'lower' },
  'on-contact': ownTime,
  idle: ownTime,
  work: ownTime,
  focus: ownTime,
  nps: { unit: 'points', additive: false, better: 'higher', attribution: 'survey' },
  effort: { unit: 'points', additive: false, better: null, attribution: 'survey' },
  'macro-share': { ...ownShare, better: null },
  'canned-share': { ...ownShare, better: null },
  'article-use': ownCount,
  commands: ownCount,
  'keyed-commands': ownCount,
  'undo-rate': { ...ownShare, better: null },
  'hold-rate': { ...ownShare, better: null },
};

/** A figure that is the sum of some metrics by the sum of others. */
export type Ratio = {
  readonly of: readonly SummedId[];
  /** `tickets`: the number of tickets that `of` was measured on; `handled`: that of the tickets in focus and of the calls. */
  readonly by: readonly SummedId[] | 'tickets' | 'handled';
  /** Of the quotient: ms of work are hours. */
  readonly times: number;
  readonly unit: Unit;
  readonly better: Metric['better'];
};

export const RATIOS = {
  'replies-per-hour': { of: ['replies'], by: ['work'], times: 3_600_000, unit: 'count', better: 'higher' },
  occupancy: { of: ['on-contact'], by: ['on-contact', 'idle'], times: 1, unit: 'share', better: null },
  'keyboard-share': { of: ['keyed-commands'], by: ['commands'], times: 1, unit: 'share', better: 'higher' },
  'articles-per-reply': { of: ['article-use'], by: ['replies'], times: 1, unit: 'count', better: null },
  'focus-per-ticket': { of: ['focus'], by: 'tickets', times: 1, unit: 'duration', better: null },
  'average-handle': { of: ['focus', 'call-handle'], by: 'handled', times: 1, unit: 'duration', better: null },
} as const satisfies Readonly<Record<string, Ratio>>;
export type RatioId = keyof typeof RATIOS;

/** What people call a figure, and what it is, in a sentence. */
export const nameKey = (id: MetricId | RatioId): TextKey => `metrics.name.${id}`;
export const definitionKey = (id: MetricId | RatioId): TextKey => `metrics.definition.${id}`;

/** Everything that is measured of what the agent did at this machine to tickets: of some of them, all of their events. */
export const measureOwn = (events: readonly OwnEvent[]): readonly MeasuredOn[] => [
  ...measureFocus(events),
  ...measureMacroShare(events),
  ...measureCannedShare(events),
  ...measureArticleUse(events),
  ...measureUndoRate(events),
  ...measureHoldRate(events),
];

/** Everything that is measured of an answer in a survey. */
export const measureSurvey = (answer: SurveyAnswer): readonly Measured[] => [
  ...measureNps(answer),
  ...measureEffort(answer),
  ...measureSurveyAsked(answer),
];

/** Everything that is measured on a ticket. `firstContactWindowMs` is the time without reopening that a first contact has to stand. */
export function measureTicket(
  history: TicketHistory,
  elapsed: Elapsed,
  options: { readonly firstContactWindowMs?: number } = {},
): readonly Measured[] {
  return [
    ...measureFirstReply(history, elapsed),
    ...measureNextReply(history, elapsed),
    ...measureFirstResolution(history, elapsed),
    ...measureFullResolution(history, elapsed),
    ...measureRequesterWait(history, elapsed),
    ...measureAgentWait(history, elapsed),
    ...measureOnHold(history, elapsed),
    ...measureOneTouch(history),
    ...measureFirstContact(history, options.firstContactWindowMs),
    ...measureReopens(history),
    ...measureReplies(history),
    ...measureSolved(history),
    ...measureBacklog(history),
    ...measureSla(history),
    ...measureCsat(history),
    ...measureSurveyResponse(history),
  ];
}
