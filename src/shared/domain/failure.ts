import { z } from '../schema.ts';
import { type OwnReason, refusalReasonSchema, SIGN_IN_PROBLEMS, type SignInProblem } from './refusal.ts';

const reasons = z.array(refusalReasonSchema).readonly();

/**
 * How a call to a helpdesk can fail: a closed set, so that every one has its sentence.
 * `unknownOutcome` is a write whose answer was lost: it may have taken effect. `detail` is for the log; nobody reads it but where
 * a code says so.
 */
export const failureSchema = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('offline'),
    cause: z.enum(['dns', 'refused', 'certificate', 'reset', 'other']),
    detail: z.string(),
  }),
  z.object({ code: z.literal('timeout'), detail: z.string() }),
  z.object({ code: z.literal('unauthorized'), detail: z.string() }),
  z.object({ code: z.literal('forbidden'), reasons, detail: z.string() }),
  z.object({ code: z.literal('rateLimited'), retryAfterMs: z.number().nonnegative(), detail: z.string() }),
  z.object({ code: z.literal('conflict'), detail: z.string() }),
  z.object({ code: z.literal('notFound'), detail: z.string() }),
  z.object({ code: z.literal('rejected'), reasons, detail: z.string() }),
  z.object({ code: z.literal('unknownOutcome'), detail: z.string() }),
  /** 5xx, or an answer that is not what this helpdesk's API speaks (`nonsense`). */
  z.object({ code: z.literal('server'), status: z.number().int(), nonsense: z.boolean(), detail: z.string() }),
]);
export type Failure = Readonly<z.infer<typeof failureSchema>>;

/** The helpdesk does not show it to us any more, whether it is there or not. */
export const isGone = ({ code }: Failure): boolean => code === 'notFound' || code === 'forbidden';

/** A failure of the connection rather than of what was asked for. */
export const concernsAll = ({ code }: Failure): boolean =>
  ['offline', 'timeout', 'unauthorized', 'rateLimited', 'unknownOutcome'].includes(code);

/** `detail` of an `unauthorized` for which nobody was asked: no secret of this account is known in this run. */
export const NO_SECRET = 'no secret';

export const signInFailure = (problem: SignInProblem, detail: string): Failure => ({
  code: 'rejected',
  reasons: [{ code: problem }],
  detail,
});

/** What a failed sign-in in the browser was; null for every other failure. */
export const signInProblemOf = (failure: Failure): SignInProblem | null =>
  failure.code === 'rejected'
    ? (SIGN_IN_PROBLEMS.find((problem) => reasonOf(failure, problem) !== undefined) ?? null)
    : null;

/** The reason of a refusal that has this code. */
export const reasonOf = <Code extends OwnReason['code']>(
  failure: Extract<Failure, { code: 'rejected' }>,
  code: Code,
): (OwnReason & { readonly code: Code }) | undefined =>
  failure.reasons.find(
    (reason): reason is OwnReason & { readonly code: Code } => typeof reason !== 'string' && reason.code === code,
  );
