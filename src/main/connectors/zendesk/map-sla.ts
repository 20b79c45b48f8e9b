import type { SlaMetric, SlaTarget } from '#shared/domain/sla.ts';
import { policyMetricSchema, readList, type WireTicket } from './wire.ts';

/** Zendesk's names, read off live answers; a group's own promise (`group_ownership_time`) is not one to the requester. */
const METRICS: Readonly<Record<string, SlaMetric>> = {
  first_reply_time: 'first-reply',
  next_reply_time: 'next-reply',
  periodic_update_time: 'periodic-update',
  pausable_update_time: 'periodic-update',
  requester_wait_time: 'requester-wait',
  agent_work_time: 'agent-work',
  total_resolution_time: 'resolution',
};
const STAGES: Readonly<Record<string, SlaTarget['stage']>> = { active: 'active', paused: 'paused', achieved: 'met' };

/** What was promised of a ticket, with a task's own due time. What Holdfast does not know is left out. */
export function slaTargets(wire: WireTicket): readonly SlaTarget[] {
  const told = readList(policyMetricSchema, wire.slas, 'sla', []).flatMap((one): readonly SlaTarget[] => {
    const metric = METRICS[one.metric];
    const stage = STAGES[one.stage];
    return metric && stage ? [{ metric, stage, breachAt: one.breach_at, policy: null }] : [];
  });
  if (wire.due_at == null || wire.type !== 'task') return told;
  const done = wire.status === 'solved' || wire.status === 'closed';
  return [...told, { metric: 'due', stage: done ? 'met' : 'active', breachAt: wire.due_at, policy: null }];
}
