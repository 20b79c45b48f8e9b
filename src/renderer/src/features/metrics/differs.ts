import type { TextKey } from '#shared/i18n/catalogue.ts';
import type { FigureId } from '../../store/desk-metrics.ts';

const DIFFER = [
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
] as const satisfies readonly FigureId[];

/** Where helpdesks count a figure otherwise; null where nobody else does. */
export function differsKey(id: FigureId): TextKey | null {
  const known = DIFFER.find((one) => one === id);
  return known === undefined ? null : `metrics.differs.${known}`;
}
