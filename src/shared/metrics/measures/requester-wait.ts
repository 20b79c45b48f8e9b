import type { Elapsed } from '../calendar.ts';
import type { Measured } from '../measured.ts';
import type { TicketHistory } from '../ticket-history.ts';
import { measureTimeIn } from './time-in-status.ts';

/**
 * Requester wait time.
 *
 * Definition: time in the statuses new, open and on-hold, while the next step was not the requester's.
 * Source: https://support.zendesk.com/hc/en-us/articles/4408834848154.
 * Unit: ms. Attribution: assignee at the last solve. Counts when the ticket was solved last.
 * Vendors: Zendesk counts whole minutes, and a ticket's number grows with each change of its status before it is solved. Where its account
 * has no status on-hold, only new and open are left. Request Tracker has no such figure; of its statuses those count whose names say none
 * of waiting for the customer.
 */
export const measureRequesterWait = (history: TicketHistory, elapsed: Elapsed): readonly Measured[] =>
  measureTimeIn(['new', 'open', 'on-hold'], 'requester-wait', history, elapsed);
