import type { AccountId } from '#shared/domain/ids.ts';
import type { SurveyAnswer } from '#shared/metrics/survey-answer.ts';
import type { Result } from '#shared/result.ts';
import type { SurveyDryRun, SurveyFile, SurveyFileFault } from '#shared/surveys/survey-file.ts';

/** `other-scale`: answers to the same question on another scale are here, and one must not be laid on the other. */
export type SurveyProblem = SurveyFileFault | 'other-scale' | 'no-link';

/** How many answers are kept. */
export type SurveysKept = Readonly<Record<SurveyAnswer['question'], number>>;

/** What the window asks about answers of survey tools. Main keeps them, and they go no further. */
export type DeskSurveys = {
  /** What importing a file would do; changes nothing. */
  readSurvey(file: SurveyFile): Promise<Result<SurveyDryRun, SurveyProblem>>;
  /** Takes what can be read of a file and is not here yet; answers with how many lines that was. */
  importSurvey(file: SurveyFile): Promise<Result<number, SurveyProblem | 'not-kept'>>;
  surveysKept(accountId: AccountId): Promise<Result<SurveysKept, 'no-link'>>;
  /** Takes all answers to a question out again. */
  removeSurveys(
    accountId: AccountId,
    question: SurveyAnswer['question'],
  ): Promise<Result<null, 'no-link' | 'not-kept'>>;
};
