import { surveyAnswersFile } from '#main/mine/survey-answers.ts';
import { profileFile } from '../../main/mine/profile-file.ts';
import type { createFakeMain } from './fixtures.ts';

/** What a main does that keeps answers of surveys in a profile: `held` is the profile. */
export function keptSurveys() {
  const { disk, held } = profileFile();
  const kept = surveyAnswersFile(disk, 'surveys');
  const does: Parameters<typeof createFakeMain>[0] = {
    surveyPage: ({ from }) => kept.page(from),
    addSurvey: ({ answers }) => kept.add(answers),
    removeSurvey: ({ question }) => kept.remove(question),
  };
  return { kept, held, does };
}
