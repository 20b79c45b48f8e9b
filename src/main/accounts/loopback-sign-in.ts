import { signInFailure } from '#shared/domain/failure.ts';
import { err, ok } from '#shared/result.ts';
import type { SignIn } from '../connectors/contract.ts';
import { beginSignIn, type SignInAttempt, type SignInPage } from './sign-in-attempt.ts';

/** Long enough to find a password manager. */
const TIME_LIMIT_MS = 5 * 60_000;

/**
 * Opens the helpdesk's page in the agent's browser and waits for the answer. Where no browser can be started, the address goes
 * back to the agent to be opened by hand, and the same page is still awaited: the next try for it takes its answer.
 */
export function loopbackSignIn(
  openExternal: (url: string) => Promise<boolean>,
  page: (which: SignInPage) => string,
  timeLimitMs = TIME_LIMIT_MS,
): SignIn {
  const byHand = new Map<string, SignInAttempt>();
  return async ({ authorizeUrl, signal }) => {
    const wanted = authorizeUrl('', '', '');
    const attempt =
      byHand.get(wanted) ??
      (await beginSignIn(authorizeUrl, page, AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)])));
    byHand.delete(wanted);
    if (!attempt.hasAnswer() && !(await openExternal(attempt.address))) {
      byHand.set(wanted, attempt);
      return err(signInFailure('sign-in-not-opened', attempt.address));
    }
    const answer = await attempt.answer;
    if (answer === 'unfinished') return err(signInFailure('sign-in-unfinished', ''));
    if ('refused' in answer) return err(signInFailure('sign-in-refused', answer.refused));
    const { redirectUri, verifier } = attempt;
    return ok({ code: answer.code, redirectUri, verifier });
  };
}
