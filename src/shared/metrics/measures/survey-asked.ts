import type { Measured } from '../measured.ts';
import type { SurveyAnswer } from '../survey-answer.ts';

/**
 * Response rate of imported surveys, beside that of ratings (`survey-response.ts`).
 *
 * Definition: of those whom a file names as asked, those who answered. A file that tells of answers alone does not say how many were
 * asked, and has none.
 * Source: the survey.
 * Unit: share, 1 or 0 for each who was asked. Attribution: whom the survey names. Counts when it was answered, or else asked.
 */
export const measureSurveyAsked = ({ tellsAll, at, score, agentId }: SurveyAnswer): readonly Measured[] =>
  tellsAll ? [{ metric: 'survey-response', at, value: score === null ? 0 : 1, agentId }] : [];
