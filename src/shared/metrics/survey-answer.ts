import { accountIdSchema, instantSchema, remoteIdSchema, ticketIdSchema } from '../domain/ids.ts';
import { z } from '../schema.ts';

const base = z.object({
  /** Names the answer in the survey tool; one that is imported twice counts once. */
  id: z.string().min(1).max(320),
  at: instantSchema,
  ticketId: ticketIdSchema.nullable(),
  /** Whose it is, with the account that the agent is of; null where the survey tells nobody. */
  accountId: accountIdSchema.nullable(),
  agentId: remoteIdSchema.nullable(),
});

/** What a customer answered in a survey tool, as imported. */
export const surveyAnswerSchema = z.discriminatedUnion('question', [
  /** "How likely are you to recommend us?", 0 to 10. */
  base.extend({ question: z.literal('nps'), score: z.number().int().min(0).max(10) }),
  /** "It was easy to get this solved", on the survey's own scale. */
  base.extend({ question: z.literal('effort'), score: z.number() }),
]);
export type SurveyAnswer = Readonly<z.infer<typeof surveyAnswerSchema>>;
