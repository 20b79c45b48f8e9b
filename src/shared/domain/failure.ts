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

/** How a sign-in in the browser can fail: the one reason of a `rejected`, told apart because each asks for something else. */
export const SIGN_IN_PROBLEMS = [
  /** No browser could be started here; `detail` is the address to open by hand. */
  'sign-in-not-opened',
  /** The helpdesk's page, or its exchange of the code, said no. */
  'sign-in-refused',
  /** Nobody answered in time. */
  'sign-in-unfinished',
] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

export const signInFailure = (problem: SignInProblem, detail: string): Failure => ({
  code: 'rejected',
  reasons: [problem],
  detail,
});

/** What a failed sign-in in the browser was; null for every other failure. */
export const signInProblemOf = (failure: Failure): SignInProblem | null =>
  failure.code === 'rejected' ? (SIGN_IN_PROBLEMS.find((problem) => failure.reasons.includes(problem)) ?? null) : null;
