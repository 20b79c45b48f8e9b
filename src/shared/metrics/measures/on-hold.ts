import type { Elapsed } from '../calendar.ts';
import type { Measured } from '../measured.ts';
import type { TicketHistory } from '../ticket-history.ts';
import { measureTimeIn } from './time-in-status.ts';

/**
 * On-hold time.
 *
 * Definition: time in the status on-hold, while everybody waited for a third party. It is part of the requester's wait.
 * Source: https://support.zendesk.com/hc/en-us/articles/4408834848154.
 * Unit: ms. Attribution: assignee at the last solve. Counts when the ticket was solved last.
 * Vendors: Zendesk counts whole minutes and must have the status switched on; Request Tracker has none unless a site made one.
 */
export const measureOnHold = (history: TicketHistory, elapsed: Elapsed): readonly Measured[] =>
  measureTimeIn(['on-hold'], 'on-hold', history, elapsed);
