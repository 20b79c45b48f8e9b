import { expect, it } from 'vitest';
import { measureNps } from '#shared/metrics/measures/nps.ts';
import { type SurveyAnswer, surveyAnswerSchema } from '#shared/metrics/survey-answer.ts';
import { clock, values } from '../../../../support/timeline.ts';

const answer = (score: number, question: SurveyAnswer['question'] = 'nps'): SurveyAnswer =>
  surveyAnswerSchema.parse({
    id: `a${score}`,
    at: clock('2026-03-02 09:00', 'UTC'),
    ticketId: null,
    accountId: 'desk-1',
    agentId: 'ana',
    tellsAll: false,
    scale: 7,
    question,
    score,
  });
/** The mean of what was measured. */
const nps = (...scores: readonly number[]): number => {
  const measured = scores.flatMap((score) => measureNps(answer(score)));
  return measured.reduce((sum, { value }) => sum + value, 0) / measured.length;
};

it('counts each answer for whom the survey names, when it was given', () => {
  expect(values(measureNps(answer(9)))).toEqual(['2026-03-02 09:00 ana 100']);
});

it('has promoters from 9, detractors to 6, and nobody between', () => {
  expect([0, 6, 7, 8, 9, 10].map((score) => measureNps(answer(score))[0]?.value)).toEqual([-100, -100, 0, 0, 100, 100]);
});

it('is the share of promoters less that of detractors', () => {
  // 5 promoters, 3 passives, 2 detractors of 10: 50 % - 20 % = 30.
  expect(nps(10, 10, 9, 9, 9, 8, 8, 7, 6, 0)).toBe(30);
});

it('is zero where both are as many', () => {
  // 2 of 4 less 2 of 4 = 0.
  expect(nps(10, 9, 6, 1)).toBe(0);
});

it('goes from -100 to 100', () => {
  expect([nps(0, 3, 6), nps(9, 10)]).toEqual([-100, 100]);
});

it('is no other question, and takes no score that is none', () => {
  expect(measureNps(answer(6, 'effort'))).toEqual([]);
  expect(() => answer(11)).toThrow();
});
