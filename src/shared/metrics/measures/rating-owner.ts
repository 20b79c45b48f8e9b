import type { RemoteId } from '../../domain/ids.ts';
import { isAgentReply, solvesOf } from '../solves.ts';
import { stepsOf, type TicketHistory } from '../ticket-history.ts';

/** Whom a rating belongs to: the assignee at the solve before it, or else who wrote to the requester last before it. */
export function ratingOwner(history: TicketHistory, at: number): RemoteId | null {
  const solve = solvesOf(history).findLast((one) => one.at <= at);
  const author = stepsOf(history, 'reply').findLast((step) => isAgentReply(step) && step.at <= at)?.by.id;
  return solve?.agentId ?? author ?? null;
}
