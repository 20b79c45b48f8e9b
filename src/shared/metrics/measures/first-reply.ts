import type { Elapsed } from '../calendar.ts';
import type { Measured } from '../measured.ts';
import { isAgentReply } from '../solves.ts';
import { stepsOf, type TicketHistory } from '../ticket-history.ts';

/**
 * First reply time.
 *
 * Definition: from a ticket's making to the first public message by an agent after it. Messages of bots and rules are none. Words that
 * an agent made the ticket with are not its answer: then it is the agents' second public message that counts. Merged tickets have none,
 * and neither has one that nobody answered yet, as a telephone ticket that was solved without a word.
 * Source: Zendesk's native first reply time, https://support.zendesk.com/hc/en-us/articles/4408834848154; in executable form
 * https://github.com/fivetran/dbt_zendesk `models/reply_times`.
 * Unit: ms. Attribution: who wrote it. Counts when it was written.
 * Vendors: Zendesk's SLA target of the same name starts with the first question of the requester, not with the ticket, and is a live
 * counter. Request Tracker has no such figure: the same is counted there over its transactions.
 */
export function measureFirstReply(history: TicketHistory, elapsed: Elapsed): readonly Measured[] {
  if (!history.whole || history.merged) return [];
  const reply = stepsOf(history, 'reply').find(
    (step) => isAgentReply(step) && !step.opening && step.at >= history.createdAt,
  );
  if (reply === undefined) return [];
  const value = elapsed(history.createdAt, reply.at);
  return [{ metric: 'first-reply', at: reply.at, value, agentId: reply.by.id }];
}
