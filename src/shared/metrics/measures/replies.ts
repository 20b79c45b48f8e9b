import type { Measured } from '../measured.ts';
import { isAgentReply } from '../solves.ts';
import { stepsOf, type TicketHistory } from '../ticket-history.ts';

/**
 * Agent replies; by the hours of work, replies per hour.
 *
 * Definition: public messages by agents, without the words that an agent made a ticket with. Those of bots and rules are none.
 * Source: https://github.com/fivetran/dbt_zendesk `models/intermediate/int_zendesk__comment_metrics.sql`.
 * Unit: count. Attribution: who wrote it. Counts when it was written.
 * Vendors: replies per hour goes by the hours in an available state, which the helpdesks tell no agent: here by the hours of work at this
 * machine (`work-stretches.ts`).
 */
export function measureReplies(history: TicketHistory): readonly Measured[] {
  if (history.merged) return [];
  return stepsOf(history, 'reply')
    .filter((step) => isAgentReply(step) && !step.opening)
    .map(({ at, by }) => ({ metric: 'replies', at, value: 1, agentId: by.id }));
}
