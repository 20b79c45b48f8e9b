import type { Measured } from '../measured.ts';
import { stepsOf, type TicketHistory } from '../ticket-history.ts';
import { ratingOwner } from './rating-owner.ts';

/**
 * Customer satisfaction (CSAT).
 *
 * Definition: of the tickets that were rated, those whose last rating is good. To be shown with the response rate.
 * Source: https://github.com/fivetran/dbt_zendesk, good ÷ (good + bad) of the last score.
 * Unit: share, 1 or 0 a rated ticket. Attribution: assignee at the solve before it, or who wrote to the requester last. Counts when the
 * last rating was given.
 * Vendors: the first and the last score of a ticket differ, and Fivetran's models keep both. Zendesk's own CSAT goes by the last. Request
 * Tracker asks nobody.
 */
export function measureCsat(history: TicketHistory): readonly Measured[] {
  const rating = history.merged ? undefined : stepsOf(history, 'rating').findLast(({ score }) => score !== 'offered');
  if (rating === undefined) return [];
  const { at, score } = rating;
  return [{ metric: 'csat', at, value: score === 'good' ? 1 : 0, agentId: ratingOwner(history, at) }];
}
