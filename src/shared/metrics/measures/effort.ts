import type { Measured } from '../measured.ts';
import type { SurveyAnswer } from '../survey-answer.ts';

/**
 * Customer effort score (CES).
 *
 * Definition: the mean of the answers, on the survey's own scale.
 * Source: the survey.
 * Unit: points of that scale. Attribution: whom the survey names. Counts when it was answered.
 * Vendors: scales go to 5 or to 7, and on some a high score means little effort: one scale must not be laid on another.
 */
export const measureEffort = (answer: SurveyAnswer): readonly Measured[] =>
  answer.question === 'effort' && answer.score !== null
    ? [{ metric: 'effort', at: answer.at, value: answer.score, agentId: answer.agentId }]
    : [];
