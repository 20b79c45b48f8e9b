import type { RemoteId } from '../domain/ids.ts';
import { isDone } from '../outbox/overlay.ts';
import { type StepOf, stepsOf, type TicketHistory } from './ticket-history.ts';

/** Who had the ticket at an instant, with what was changed in that very instant; null for nobody. */
export const assigneeAt = (history: TicketHistory, at: number): RemoteId | null =>
  stepsOf(history, 'assign').findLast((step) => step.at <= at)?.to ?? null;

export const isAgentReply = ({ by }: StepOf<'reply'>): boolean => by.role === 'agent';

export type Solve = { readonly at: number; readonly agentId: RemoteId | null };

/**
 * Each time at which the ticket was solved, oldest first; of one that never was, the times at which it was closed
 * (https://github.com/fivetran/dbt_zendesk `resolution_times`). Whom a solve belongs to: the assignee then, or who did it where nobody
 * had the ticket. Of a ticket whose changes are not here only a time that its header tells is taken.
 */
export function solvesOf(history: TicketHistory): readonly Solve[] {
  const endings = stepsOf(history, 'status').filter(
    ({ at, to }) => isDone(to) && (history.whole || at === history.solvedAt),
  );
  const solved = endings.filter(({ to }) => to === 'solved');
  return (solved.length > 0 ? solved : endings).map(({ at, by }) => ({
    at,
    agentId: assigneeAt(history, at) ?? (by.role === 'agent' ? by.id : null),
  }));
}

/** The last solve of a ticket that is solved or closed now; null of one that is not. */
export function standingSolve(history: TicketHistory): Solve | null {
  const status = stepsOf(history, 'status').at(-1)?.to;
  return status !== undefined && isDone(status) ? (solvesOf(history).at(-1) ?? null) : null;
}
