import { z } from '../schema.ts';

/**
 * How a call to a helpdesk can fail: a closed set, so that every one has its sentence.
 * `unknownOutcome` is a write whose answer was lost: it may have taken effect.
 */
export const failureSchema = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('offline'),
    cause: z.enum(['dns', 'refused', 'certificate', 'reset', 'other']),
    detail: z.string(),
  }),
  z.object({ code: z.literal('timeout'), detail: z.string() }),
  z.object({ code: z.literal('unauthorized'), detail: z.string() }),
  z.object({ code: z.literal('forbidden'), detail: z.string() }),
  z.object({ code: z.literal('rateLimited'), retryAfterMs: z.number().nonnegative(), detail: z.string() }),
  z.object({ code: z.literal('conflict'), detail: z.string() }),
  z.object({ code: z.literal('notFound'), detail: z.string() }),
  z.object({ code: z.literal('rejected'), reasons: z.array(z.string()).readonly(), detail: z.string() }),
  z.object({ code: z.literal('unknownOutcome'), detail: z.string() }),
  /** 5xx, or an answer that is not what this helpdesk's API speaks (`nonsense`). */
  z.object({ code: z.literal('server'), status: z.number().int(), nonsense: z.boolean(), detail: z.string() }),
]);
export type Failure = Readonly<z.infer<typeof failureSchema>>;

/** `detail` of an `unauthorized` for which nobody was asked: no secret of this account is known in this run. */
export const NO_SECRET = 'no secret';
