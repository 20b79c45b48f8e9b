import type { Elapsed } from '../calendar.ts';
import type { Measured } from '../measured.ts';
import { standingSolve } from '../solves.ts';
import type { TicketHistory } from '../ticket-history.ts';

/**
 * Full resolution time; its mean is the average resolution time (ART).
 *
 * Definition: from a ticket's making to the last time that it was solved, or closed if it never was solved. A ticket that is not solved
 * or closed now has none, and neither has a merged one. Where the changes of a ticket are not here, the time that its header tells is
 * the last one.
 * Source: https://support.zendesk.com/hc/en-us/articles/4408834848154; https://github.com/fivetran/dbt_zendesk
 * `models/resolution_times`.
 * Unit: ms. Attribution: assignee at that solve. Counts when it was solved.
 * Vendors: Zendesk's own number stays that of the last solve while the ticket is open again. Its SLA target "total resolution time" counts
 * the time in new, open, pending and on hold, so without the time that the ticket was solved in between.
 */
export function measureFullResolution(history: TicketHistory, elapsed: Elapsed): readonly Measured[] {
  const solve = history.merged ? null : standingSolve(history);
  if (solve === null) return [];
  const { at, agentId } = solve;
  return [{ metric: 'full-resolution', at, value: elapsed(history.createdAt, at), agentId }];
}
