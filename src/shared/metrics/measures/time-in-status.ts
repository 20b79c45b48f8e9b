import type { Status } from '../../domain/ticket.ts';
import type { Elapsed } from '../calendar.ts';
import type { Measured, MetricId } from '../measured.ts';
import { standingSolve } from '../solves.ts';
import { statusPeriods } from '../status-periods.ts';
import type { TicketHistory } from '../ticket-history.ts';

/**
 * How long a ticket was in some statuses, from its making to its last solve, as one value per ticket. As with the resolution, a ticket
 * that is not solved or closed now has none: native durations of Zendesk stay null until both of their ends have happened
 * (https://support.zendesk.com/hc/en-us/articles/4408834848154). It counts when it was solved, for the assignee then.
 */
export function measureTimeIn(
  statuses: readonly Status[],
  metric: MetricId,
  history: TicketHistory,
  elapsed: Elapsed,
): readonly Measured[] {
  const solve = history.whole && !history.merged ? standingSolve(history) : null;
  if (solve === null) return [];
  const value = statusPeriods(history)
    .filter(({ status }) => statuses.includes(status))
    .reduce((sum, { from, until }) => sum + elapsed(from, Math.min(until ?? solve.at, solve.at)), 0);
  return [{ metric, at: solve.at, value, agentId: solve.agentId }];
}
