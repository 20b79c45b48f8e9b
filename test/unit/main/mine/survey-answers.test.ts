import { expect, test } from 'vitest';
import { surveyAnswersFile } from '#main/mine/survey-answers.ts';
import type { SurveyAnswer } from '#shared/metrics/survey-answer.ts';
import { profileFile } from './profile-file.ts';

const answer = (id: string, question: SurveyAnswer['question'] = 'nps'): SurveyAnswer => {
  const said = { id, at: 1, ticketId: null, accountId: 'a', agentId: null, tellsAll: false, score: 5 };
  return question === 'nps' ? { ...said, question } : { ...said, question, scale: 5 };
};
const idsOf = async (file: ReturnType<typeof surveyAnswersFile>): Promise<readonly string[]> =>
  (await file.page(0)).answers.map(({ id }) => id);

test('each answer is kept once, however often it is imported, also after a restart', async () => {
  const { disk } = profileFile();
  const file = surveyAnswersFile(disk, 'surveys');
  expect(await file.add([answer('1'), answer('2'), answer('1')])).toBe(2);
  expect(await file.add([answer('2'), answer('3')])).toBe(1);
  expect(await idsOf(surveyAnswersFile(disk, 'surveys'))).toEqual(['1', '2', '3']);
});

test('answers to one question go, and may come again', async () => {
  const { disk } = profileFile();
  const file = surveyAnswersFile(disk, 'surveys');
  await file.add([answer('1'), answer('2', 'effort')]);
  expect(await file.remove('nps')).toBe(true);
  expect(await idsOf(file)).toEqual(['2']);
  expect(await file.add([answer('1')])).toBe(1);
  expect(await idsOf(surveyAnswersFile(disk, 'surveys'))).toEqual(['2', '1']);
});

test('a disk that takes nothing changes nothing', async () => {
  const { disk, held } = profileFile();
  const file = surveyAnswersFile(disk, 'surveys');
  await file.add([answer('1')]);
  held.full = true;
  expect(await file.add([answer('2')])).toBeNull();
  expect(await file.remove('nps')).toBe(false);
  expect(await idsOf(file)).toEqual(['1']);
  held.full = false;
  expect(await file.add([answer('2')])).toBe(1);
});

test('a line torn by a kill costs that answer and nothing after it', async () => {
  const { disk, held } = profileFile();
  await surveyAnswersFile(disk, 'surveys').add([answer('1')]);
  held.content += '{"id":"2","at"';
  const again = surveyAnswersFile(disk, 'surveys');
  expect(await again.add([answer('3')])).toBe(1);
  expect(await idsOf(surveyAnswersFile(disk, 'surveys'))).toEqual(['1', '3']);
});

test('many are told in pages', async () => {
  const { disk } = profileFile();
  const file = surveyAnswersFile(disk, 'surveys');
  await file.add(Array.from({ length: 2_500 }, (_, at) => answer(String(at))));
  const first = await file.page(0);
  expect([first.answers.length, first.next]).toEqual([2_000, 2_000]);
  expect(await file.page(2_000)).toMatchObject({ answers: { length: 500 }, next: null });
});
