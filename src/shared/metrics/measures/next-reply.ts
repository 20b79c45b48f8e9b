import type { Elapsed } from '../calendar.ts';
import type { Measured } from '../measured.ts';
import { stepsOf, type TicketHistory } from '../ticket-history.ts';

/**
 * Reply time.
 *
 * Definition: for each run of public messages by the requester's side, from the first of them to the next public message by an agent.
 * Several in a row count once. Their sum is the total reply time of the ticket. What nobody has answered is not measured; solving is no
 * answer. The first run counts as well, so that the first reply to a requester's ticket is in here too.
 * Source: https://github.com/fivetran/dbt_zendesk `models/reply_times`.
 * Unit: ms. Attribution: who wrote the answer. Counts when it was written.
 * Vendors: Zendesk's SLA target "next reply time" leaves out the first run and ends when the ticket is solved. Zammad's "waiting time
 * today" goes from the last message of the run, and belongs to the ticket's owner, whoever answered.
 */
export function measureNextReply(history: TicketHistory, elapsed: Elapsed): readonly Measured[] {
  if (!history.whole || history.merged) return [];
  const measured: Measured[] = [];
  let askedAt: number | null = null;
  for (const { at, by } of stepsOf(history, 'reply')) {
    if (by.role === 'requester') askedAt ??= at;
    else if (by.role === 'agent' && askedAt !== null) {
      measured.push({ metric: 'next-reply', at, value: elapsed(askedAt, at), agentId: by.id });
      askedAt = null;
    }
  }
  return measured;
}
