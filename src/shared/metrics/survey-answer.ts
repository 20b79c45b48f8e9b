import { accountIdSchema, instantSchema, remoteIdSchema, ticketIdSchema } from '../domain/ids.ts';
import { z } from '../schema.ts';

export const surveyQuestionSchema = z.enum(['nps', 'effort']);

const base = z.object({
  /** Names the answer in the survey tool, or what it says; one that is imported twice counts once. */
  id: z.string().min(1).max(320),
  at: instantSchema,
  ticketId: ticketIdSchema.nullable(),
  /** Whose it is, with the account that the agent is of; null where the survey tells nobody. */
  accountId: accountIdSchema.nullable(),
  agentId: remoteIdSchema.nullable(),
  /** Its file tells of those as well who were asked and did not answer. */
  tellsAll: z.boolean(),
});

/** What a customer answered in a survey tool, as imported. Without a score they were asked and did not answer. */
export const surveyAnswerSchema = z.discriminatedUnion('question', [
  /** "How likely are you to recommend us?", 0 to 10. */
  base.extend({ question: z.literal('nps'), score: z.number().int().min(0).max(10).nullable() }),
  /** "It was easy to get this solved", on the survey's own scale from 1. */
  base.extend({
    question: z.literal('effort'),
    scale: z.union([z.literal(5), z.literal(7)]),
    score: z.number().min(1).max(7).nullable(),
  }),
]);
export type SurveyAnswer = Readonly<z.infer<typeof surveyAnswerSchema>>;
