import type { Measured } from '../measured.ts';
import type { SurveyAnswer } from '../survey-answer.ts';

/**
 * Net promoter score (NPS).
 *
 * Definition: the share of promoters (9 and 10) less that of detractors (0 to 6), of all who answered. A promoter counts 100, a detractor
 * -100 and anybody else 0, so that the mean is the score.
 * Source: the survey; https://www.netpromotersystem.com.
 * Unit: points from -100 to 100. Attribution: whom the survey names. Counts when it was answered.
 * Vendors: of helpdesks none tells it: from survey tools, by import.
 */
export function measureNps(answer: SurveyAnswer): readonly Measured[] {
  if (answer.question !== 'nps' || answer.score === null) return [];
  const value = answer.score >= 9 ? 100 : answer.score <= 6 ? -100 : 0;
  return [{ metric: 'nps', at: answer.at, value, agentId: answer.agentId }];
}
