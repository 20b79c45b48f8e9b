import { DAY_MS } from '../day-of.ts';
import type { Measured } from '../measured.ts';
import { isAgentReply, solvesOf } from '../solves.ts';
import { statusPeriods } from '../status-periods.ts';
import { stepsOf, type TicketHistory } from '../ticket-history.ts';

/** As Zammad looks back for tickets that were opened again (`lib/stats/ticket_reopen.rb`). */
export const FIRST_CONTACT_WINDOW_MS = 7 * DAY_MS;

/**
 * First contact resolution.
 *
 * Definition: of the tickets that were solved, those whose first solve came with the first public answer of an agent, and that were not
 * opened again within the window after it. A ticket of the telephone may do without a written answer; any other that was solved without
 * one is no contact and counts in neither number. Words that an agent made the ticket with are its first contact.
 * Source: Front's `pct_resolved_on_first_reply` (front-api-specs, `AnalyticsMetricId`), with the window without reopening that others
 * name; there is no common definition, so that the window is to be told with the figure.
 * Unit: share, 1 or 0 a ticket. Attribution: assignee at the first solve. Counts at the end of the window, when it is known: a week's
 * figure is of tickets that were solved a window earlier.
 * Vendors: Front has no window; Zendesk calls a share of one-touch tickets by the same name.
 */
export function measureFirstContact(
  history: TicketHistory,
  windowMs: number = FIRST_CONTACT_WINDOW_MS,
): readonly Measured[] {
  const solve = history.whole && !history.merged ? solvesOf(history)[0] : undefined;
  if (solve === undefined) return [];
  const contacts = stepsOf(history, 'reply').filter((step) => isAgentReply(step) && step.at <= solve.at).length;
  if (contacts === 0 && history.channel !== 'phone') return [];
  const end = solve.at + windowMs;
  const reopened = statusPeriods(history).some(
    ({ status, from }) => from > solve.at && from <= end && status !== 'solved' && status !== 'closed',
  );
  return [{ metric: 'first-contact', at: end, value: contacts <= 1 && !reopened ? 1 : 0, agentId: solve.agentId }];
}
