import type { Measured } from '../measured.ts';
import { isAgentReply, standingSolve } from '../solves.ts';
import { stepsOf, type TicketHistory } from '../ticket-history.ts';

/**
 * One-touch resolution.
 *
 * Definition: of the tickets that are solved or closed, those with exactly one public message by an agent. The words that an agent made
 * the ticket with are such a message, and so is one that was written after the solve. Merged tickets count in neither number.
 * Source: https://github.com/fivetran/dbt_zendesk `models/intermediate/int_zendesk__comment_metrics.sql`.
 * Unit: share, 1 or 0 a ticket. Attribution: assignee at the last solve. Counts when the ticket was solved last.
 * Vendors: Fivetran counts the distinct chats of a chat ticket instead of messages; its connectors are told of messages alone, so that a
 * chat here hardly ever is solved at one touch.
 */
export function measureOneTouch(history: TicketHistory): readonly Measured[] {
  const solve = history.whole && !history.merged ? standingSolve(history) : null;
  if (solve === null) return [];
  const touches = stepsOf(history, 'reply').filter(isAgentReply).length;
  return [{ metric: 'one-touch', at: solve.at, value: touches === 1 ? 1 : 0, agentId: solve.agentId }];
}
