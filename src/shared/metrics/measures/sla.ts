import type { SlaMetric } from '../../domain/sla.ts';
import type { Measured } from '../measured.ts';
import { assigneeAt, isAgentReply } from '../solves.ts';
import { stepsOf, type TicketHistory } from '../ticket-history.ts';

const BY_REPLY: ReadonlySet<SlaMetric> = new Set(['first-reply', 'next-reply', 'periodic-update']);

/**
 * SLA attainment.
 *
 * Definition: of the promises that were met or missed, those that were met before they were missed. One that is open and not missed yet
 * counts in neither number, nor do merged and deleted tickets. A promise that was met late was missed, when its time was up.
 * Source: https://support.zendesk.com/hc/en-us/articles/4408821871642.
 * Unit: share, 1 or 0 a promise. Attribution: of an answer, who wrote it; of anything else, and of what was missed, the assignee then.
 * Counts when it was met or missed.
 * Vendors: Zendesk goes by the priority at the time when the policy was applied, and tells of each target only how it stands now: of
 * several questions in a ticket the last one counts. Request Tracker's only promise is its due time.
 */
export function measureSla(history: TicketHistory): readonly Measured[] {
  if (history.merged) return [];
  return stepsOf(history, 'sla').map(({ at, metric, what }) => {
    const reply =
      what === 'met' && BY_REPLY.has(metric)
        ? stepsOf(history, 'reply').find((step) => isAgentReply(step) && step.at === at)
        : undefined;
    return { metric: 'sla', at, value: what === 'met' ? 1 : 0, agentId: reply?.by.id ?? assigneeAt(history, at) };
  });
}
