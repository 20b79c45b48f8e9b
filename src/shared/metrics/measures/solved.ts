import type { Measured } from '../measured.ts';
import { solvesOf } from '../solves.ts';
import type { TicketHistory } from '../ticket-history.ts';

/**
 * Solved tickets; by days, solved per day.
 *
 * Definition: each time that a ticket was solved, or closed if it never was solved. One that was opened and solved again was solved
 * twice, on either day. Merged tickets were not solved.
 * Source: our own; the helpdesks' reports of the day count tickets by their last solve.
 * Unit: count. Attribution: assignee at the solve. Counts when it was solved.
 * Vendors: Zendesk's "solved tickets" moves a ticket to the day of its last solve, so that days gone by lose tickets.
 */
export const measureSolved = (history: TicketHistory): readonly Measured[] =>
  history.merged ? [] : solvesOf(history).map(({ at, agentId }) => ({ metric: 'solved', at, value: 1, agentId }));
