import type { SlaMetric } from '../domain/sla.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Step } from './ticket-history.ts';

const MET_BY_REPLY: ReadonlySet<SlaMetric> = new Set(['first-reply', 'next-reply', 'periodic-update']);

/**
 * What came of a ticket's promises: its header tells when each is missed, its steps when it was met. A helpdesk that tells no such
 * time of one that was met means that it never was missed. While a clock stands, nothing can be told.
 */
export function slaStepsOf(ticket: Pick<Ticket, 'sla'>, steps: readonly Step[]): readonly Step[] {
  return ticket.sla.flatMap(({ metric, stage, breachAt }): readonly Step[] => {
    if (stage === 'paused') return [];
    const step = (at: number, what: 'met' | 'breached'): readonly Step[] => [{ kind: 'sla', at, metric, what }];
    if (stage === 'active') return breachAt === null ? [] : step(breachAt, 'breached');
    const metAt = metBy(metric, steps);
    if (metAt === null) return [];
    return breachAt !== null && breachAt < metAt ? step(breachAt, 'breached') : step(metAt, 'met');
  });
}

/** An answer meets what waits for one, and so does the end of the ticket; only the end meets the rest. */
function metBy(metric: SlaMetric, steps: readonly Step[]): number | null {
  const isAnswer = (step: Step): boolean => step.kind === 'reply' && step.by.role === 'agent' && !step.opening;
  const answer = metric === 'first-reply' ? steps.find(isAnswer) : steps.findLast(isAnswer);
  if (answer && MET_BY_REPLY.has(metric)) return answer.at;
  return steps.findLast((step) => step.kind === 'status' && (step.to === 'solved' || step.to === 'closed'))?.at ?? null;
}
