import { accountIdSchema } from '../domain/ids.ts';
import { z } from '../schema.ts';

/** What a survey asked: how likely one is to recommend us, from 0 to 10, or how easy it was, from 1 to 5 or to 7. */
export const SURVEY_KINDS = ['nps', 'effort-5', 'effort-7'] as const;
export const surveyKindSchema = z.enum(SURVEY_KINDS);
export type SurveyKind = z.infer<typeof surveyKindSchema>;

/** The scores that an answer may have. */
export const scaleOf = (kind: SurveyKind): { readonly least: number; readonly most: number } =>
  kind === 'nps' ? { least: 0, most: 10 } : { least: 1, most: kind === 'effort-5' ? 5 : 7 };

/** A file as the agent chose it. `zone`: IANA; by its clocks are dates that name no zone. */
export const surveyFileSchema = z.object({
  accountId: accountIdSchema,
  kind: surveyKindSchema,
  text: z.string(),
  zone: z.string(),
});
export type SurveyFile = Readonly<z.infer<typeof surveyFileSchema>>;

/** A line of a file, read. */
export type SurveyRow = {
  /** Names the answer; the same again where the file is read again. */
  readonly id: string;
  readonly line: number;
  readonly at: number;
  /** Null for somebody who was asked and did not answer. */
  readonly score: number | null;
  /** As the file names it; empty where it does not. */
  readonly ticket: string;
  readonly email: string;
};

/** Why a line is left out: its score or date is none, it names nobody, or its quotation marks do not close. */
export type SurveyFault = 'score' | 'date' | 'who' | 'quotes';
export type SurveyLeftOut = { readonly line: number; readonly why: SurveyFault; readonly cell: string };

/** Which column a file would need. */
export type SurveyFileFault = 'no-score-column' | 'no-date-column' | 'no-who-column' | 'no-rows';

/** What importing a file would do. */
export type SurveyDryRun = {
  /** Answers that are not here yet, and those who did not answer. */
  readonly answers: number;
  readonly unanswered: number;
  /** Lines that are here already. */
  readonly same: number;
  /** Lines of those to come whose ticket is synced here. */
  readonly withTicket: number;
  /** Of the first and the last of those to come, UTC ms; null without any. */
  readonly from: number | null;
  readonly until: number | null;
  readonly leftOut: readonly SurveyLeftOut[];
};
