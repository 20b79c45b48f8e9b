import { METRICS, type Metric, RATIOS, type Ratio, type RatioId } from '#shared/metrics/measures/index.ts';
import type { FigureId } from '../../store/desk-metrics.ts';

const isRatio = (id: FigureId): id is RatioId => Object.hasOwn(RATIOS, id);

export type FigureMeta = Pick<Metric, 'unit' | 'better'> & {
  /** Null of what several metrics tell. */
  readonly attribution: Metric['attribution'] | null;
};

/** How a figure is told. */
export function metaOf(id: FigureId): FigureMeta {
  if (!isRatio(id)) return METRICS[id];
  const { unit, better }: Ratio = RATIOS[id];
  return { unit, better, attribution: null };
}

/** What was counted for a figure, which is what its sum is divided by. */
export type Counted =
  | 'replies'
  | 'tickets'
  | 'calls'
  | 'promises'
  | 'commands'
  | 'actions'
  | 'messages'
  | 'handled'
  | 'values';

const COUNTED: Partial<Record<FigureId, Counted>> = {
  'first-reply': 'replies',
  'next-reply': 'replies',
  replies: 'replies',
  'first-resolution': 'tickets',
  'full-resolution': 'tickets',
  'requester-wait': 'tickets',
  'agent-wait': 'tickets',
  'on-hold': 'tickets',
  'one-touch': 'tickets',
  'first-contact': 'tickets',
  backlog: 'tickets',
  csat: 'tickets',
  'survey-response': 'tickets',
  sla: 'promises',
  'call-handle': 'calls',
  'after-call-work': 'calls',
  'keyboard-share': 'commands',
  'macro-share': 'actions',
  'undo-rate': 'actions',
  'hold-rate': 'actions',
  'canned-share': 'messages',
  'focus-per-ticket': 'tickets',
  'average-handle': 'handled',
};
export const countedOf = (id: FigureId): Counted => COUNTED[id] ?? 'values';
