import { expect, it } from 'vitest';
import { measureEffort } from '#shared/metrics/measures/effort.ts';
import { type SurveyAnswer, surveyAnswerSchema } from '#shared/metrics/survey-answer.ts';
import { clock, values } from '../../../../support/timeline.ts';

const answer = (score: number, over: object = {}): SurveyAnswer =>
  surveyAnswerSchema.parse({
    id: `a${score}`,
    at: clock('2026-03-02 09:00', 'UTC'),
    ticketId: null,
    accountId: null,
    agentId: null,
    tellsAll: false,
    scale: 7,
    question: 'effort',
    score,
    ...over,
  });
const effort = (...scores: readonly number[]): number => {
  const measured = scores.flatMap((score) => measureEffort(answer(score)));
  return measured.reduce((sum, { value }) => sum + value, 0) / measured.length;
};

it('counts each answer as it stands on the survey’s scale', () => {
  expect(values(measureEffort(answer(6)))).toEqual(['2026-03-02 09:00 nobody 6']);
});

it('is the mean of the answers', () => {
  // (7 + 6 + 5 + 2) ÷ 4 = 20 ÷ 4 = 5.
  expect(effort(7, 6, 5, 2)).toBe(5);
});

it('is the answer itself where there is one', () => {
  expect(effort(3)).toBe(3);
});

it('takes halves as some scales have them', () => {
  // (4.5 + 3.5) ÷ 2 = 4.
  expect(effort(4.5, 3.5)).toBe(4);
});

it('belongs to whom the survey names', () => {
  expect(values(measureEffort(answer(2, { accountId: 'desk-1', agentId: 'ana' })))).toEqual(['2026-03-02 09:00 ana 2']);
});

it('is no answer to another question', () => {
  expect(measureEffort(answer(9, { question: 'nps' }))).toEqual([]);
});
