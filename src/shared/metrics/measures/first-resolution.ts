import type { Elapsed } from '../calendar.ts';
import type { Measured } from '../measured.ts';
import { solvesOf } from '../solves.ts';
import type { TicketHistory } from '../ticket-history.ts';

/**
 * First resolution time.
 *
 * Definition: from a ticket's making to the first time that it was solved, or closed if it never was solved. That it was opened again
 * changes nothing. Merged tickets have none.
 * Source: https://github.com/fivetran/dbt_zendesk `models/resolution_times/int_zendesk__ticket_resolution_times_calendar.sql`.
 * Unit: ms. Attribution: assignee at that solve. Counts when it was solved.
 * Vendors: a ticket that Request Tracker rejects is closed here without having been solved.
 */
export function measureFirstResolution(history: TicketHistory, elapsed: Elapsed): readonly Measured[] {
  const solve = history.whole && !history.merged ? solvesOf(history)[0] : undefined;
  if (solve === undefined) return [];
  const { at, agentId } = solve;
  return [{ metric: 'first-resolution', at, value: elapsed(history.createdAt, at), agentId }];
}
