import { expect, it } from 'vitest';
import { measureSurvey } from '#shared/metrics/measures/index.ts';
import { surveyAnswerSchema } from '#shared/metrics/survey-answer.ts';

const answer = (score: number | null, over: object = {}) =>
  surveyAnswerSchema.parse({
    id: `a${score}`,
    at: 0,
    ticketId: null,
    accountId: null,
    agentId: null,
    tellsAll: true,
    question: 'nps',
    score,
    ...over,
  });
const told = (...answers: readonly ReturnType<typeof answer>[]) =>
  answers.flatMap(measureSurvey).map(({ metric, value }) => `${metric} ${value}`);

it('is 1 of those who answered, and 0 of those who were asked and did not', () => {
  // 1 of 2; the score is that of the one who answered.
  expect(told(answer(9), answer(null))).toEqual(['nps 100', 'survey-response 1', 'survey-response 0']);
});

it('is nothing where a file tells of answers alone', () => {
  expect(told(answer(9, { tellsAll: false }))).toEqual(['nps 100']);
});

it('is the same of effort, which counts on the scale that it was asked on', () => {
  expect(told(answer(4.5, { question: 'effort', scale: 5 }))).toEqual(['effort 4.5', 'survey-response 1']);
  expect(told(answer(null, { question: 'effort', scale: 7 }))).toEqual(['survey-response 0']);
});

it('counts when it was answered, or else asked', () => {
  expect(measureSurvey(answer(null, { at: 5 })).map(({ at }) => at)).toEqual([5]);
});

it('is whose the survey names', () => {
  expect(measureSurvey(answer(10, { agentId: 'ana' })).map(({ agentId }) => agentId)).toEqual(['ana', 'ana']);
});

it('is 1 whatever the score', () => {
  // 3 of 3.
  expect(told(answer(0), answer(7), answer(10)).filter((line) => line === 'survey-response 1')).toHaveLength(3);
});
