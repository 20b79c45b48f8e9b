import type { DeskPriority } from '../model.ts';

export type PolicyMetric = 'first_reply_time' | 'next_reply_time' | 'requester_wait_time';

/** Hours of opening time. */
const HOURS: Readonly<Record<PolicyMetric, Readonly<Record<DeskPriority, number>>>> = {
  first_reply_time: { low: 18, normal: 9, high: 4, urgent: 1 },
  next_reply_time: { low: 18, normal: 9, high: 4, urgent: 1 },
  requester_wait_time: { low: 72, normal: 45, high: 27, urgent: 9 },
};

/** What the shop promises, by the ticket's priority; one without a priority is promised nothing. */
export const targetMs = (metric: PolicyMetric, priority: DeskPriority): number => HOURS[metric][priority] * 3_600_000;

/** The shop's one policy, as the API lists it. Targets are in minutes. */
export const POLICY = {
  id: 360001500001,
  title: 'Customer care',
  description: 'Answers and solutions within opening hours, Monday to Friday, 9 to 18',
  position: 1,
  filter: { all: [], any: [] },
  policy_metrics: Object.entries(HOURS).flatMap(([metric, byPriority]) =>
    Object.entries(byPriority).map(([priority, hours]) => ({
      priority,
      metric,
      target: hours * 60,
      target_in_seconds: hours * 3_600,
      business_hours: true,
    })),
  ),
} as const;
