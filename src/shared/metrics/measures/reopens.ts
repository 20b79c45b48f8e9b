import type { Measured } from '../measured.ts';
import { solvesOf } from '../solves.ts';
import type { TicketHistory } from '../ticket-history.ts';

/**
 * Reopens.
 *
 * Definition: how often a ticket was solved beyond the first time: solves less one. A ticket that was opened again and is not solved
 * yet has not been counted.
 * Source: https://github.com/fivetran/dbt_zendesk, as the number of solves less one.
 * Unit: count. Attribution: assignee at the solve that did not last. Counts when the ticket was solved again.
 * Vendors: Zendesk counts one as soon as the ticket is opened again. Zammad counts each change from closed to another status, by anyone,
 * and charges the owner (`lib/stats/ticket_reopen.rb`).
 */
export function measureReopens(history: TicketHistory): readonly Measured[] {
  if (!history.whole || history.merged) return [];
  const solves = solvesOf(history);
  return solves
    .slice(1)
    .map(({ at }, index) => ({ metric: 'reopens', at, value: 1, agentId: solves[index]?.agentId ?? null }));
}
