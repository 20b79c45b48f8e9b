import type { Elapsed } from '../calendar.ts';
import type { Measured } from '../measured.ts';
import type { TicketHistory } from '../ticket-history.ts';
import { measureTimeIn } from './time-in-status.ts';

/**
 * Agent wait time.
 *
 * Definition: time in the status pending, while agents waited for the requester.
 * Source: https://support.zendesk.com/hc/en-us/articles/4408834848154.
 * Unit: ms. Attribution: assignee at the last solve. Counts when the ticket was solved last.
 * Vendors: Zendesk counts whole minutes. Request Tracker's stalled is pending here.
 */
export const measureAgentWait = (history: TicketHistory, elapsed: Elapsed): readonly Measured[] =>
  measureTimeIn(['pending'], 'agent-wait', history, elapsed);
