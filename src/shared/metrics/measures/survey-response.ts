import type { Measured } from '../measured.ts';
import { stepsOf, type TicketHistory } from '../ticket-history.ts';
import { ratingOwner } from './rating-owner.ts';

/**
 * Response rate of the satisfaction survey.
 *
 * Definition: of the tickets whose requester was asked for a rating, those that were rated. One that was rated without our having been
 * told of the asking was asked when it was rated. Their number is that of the surveys.
 * Source: https://github.com/fivetran/dbt_zendesk, as rated ÷ offered.
 * Unit: share, 1 or 0 a ticket. Attribution: as the rating's. Counts when the rating was asked for first.
 * Vendors: Zendesk asks a day after the solve, by an automation that a site may change; the practice desk tells of the asking only with
 * the answer.
 */
export function measureSurveyResponse(history: TicketHistory): readonly Measured[] {
  const ratings = history.merged ? [] : stepsOf(history, 'rating');
  const [first] = ratings;
  if (first === undefined) return [];
  const value = ratings.some(({ score }) => score !== 'offered') ? 1 : 0;
  return [{ metric: 'survey-response', at: first.at, value, agentId: ratingOwner(history, first.at) }];
}
