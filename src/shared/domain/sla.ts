import { z } from '../schema.ts';
import { instantSchema } from './ids.ts';

/** What a helpdesk promises of a ticket. `due`: a day or time that people set, without a clock that pauses. */
export const SLA_METRICS = [
  'first-reply',
  'next-reply',
  'periodic-update',
  'requester-wait',
  'agent-work',
  'resolution',
  'due',
] as const;
export type SlaMetric = (typeof SLA_METRICS)[number];

export const slaTargetSchema = z.object({
  metric: z.enum(SLA_METRICS),
  /** As the helpdesk tells it. A target that was missed stays `active` until it is met, with its time in the past. */
  stage: z.enum(['active', 'paused', 'met']),
  /** When it is missed, by the helpdesk's own calendar; null while nobody can know, as when it is paused. */
  breachAt: instantSchema.nullable(),
  /** The policy's name where it is told. */
  policy: z.string().nullable(),
});
export type SlaTarget = Readonly<z.infer<typeof slaTargetSchema>>;

/** The target that asks most: the active one that is missed soonest, or else one that is paused. Null when none asks anything. */
export function foremostTarget(targets: readonly SlaTarget[]): SlaTarget | null {
  const active = targets.filter((target) => target.stage === 'active' && target.breachAt !== null);
  const soonest = active.toSorted((a, b) => (a.breachAt ?? 0) - (b.breachAt ?? 0))[0];
  return soonest ?? targets.find((target) => target.stage === 'paused') ?? null;
}

const ANSWERED: readonly SlaMetric[] = ['first-reply', 'next-reply', 'periodic-update'];

/**
 * Targets once an answer or a new status of mine will have arrived. A public answer meets what waits for one; a solved ticket
 * meets all. Which clocks stop is Zendesk's rule: the requester's while pending, the agents' also while on hold. A clock that
 * goes on again is not told before the helpdesk has counted.
 * https://support.zendesk.com/hc/en-us/articles/4408829459866
 */
export function targetsAfter(
  targets: readonly SlaTarget[],
  { answered, status }: { readonly answered: boolean; readonly status: string | undefined },
): readonly SlaTarget[] {
  const done = status === 'solved' || status === 'closed';
  return targets.map((target) => {
    const { metric, stage } = target;
    if (stage === 'met') return target;
    if (done || (answered && ANSWERED.includes(metric))) return { ...target, stage: 'met' };
    const stops =
      (status === 'pending' && (metric === 'requester-wait' || metric === 'agent-work')) ||
      (status === 'on-hold' && metric === 'agent-work');
    return stops ? { ...target, stage: 'paused', breachAt: null } : target;
  });
}
