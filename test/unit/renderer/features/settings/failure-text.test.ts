import { describe, expect, test } from 'vitest';
import { type Failure, SIGN_IN_PROBLEMS, signInFailure } from '#shared/domain/failure.ts';
import { createText } from '#shared/i18n/text.ts';
import { noticeSchema, storeProblemSchema } from '#shared/link/contract.ts';
import {
  failureText,
  noticeText,
  problemText,
  type Sentences,
} from '../../../../../src/renderer/src/features/settings/failure-text.ts';

const t = createText('en');
const detail = 'connect ECONNREFUSED 10.1.2.3:443 secret-token';
const FAILURES: readonly Failure[] = [
  ...(['dns', 'refused', 'certificate', 'reset', 'other'] as const).map(
    (cause) => ({ code: 'offline', cause, detail }) as const,
  ),
  ...(['timeout', 'unauthorized', 'forbidden', 'conflict', 'notFound', 'unknownOutcome'] as const).map(
    (code) => ({ code, detail }) as const,
  ),
  { code: 'rateLimited', retryAfterMs: 150_000, detail },
  { code: 'rejected', reasons: ['Status: is invalid'], detail },
  { code: 'rejected', reasons: [], detail },
  { code: 'server', status: 503, nonsense: false, detail },
  { code: 'server', status: 200, nonsense: true, detail },
  ...SIGN_IN_PROBLEMS.map((problem) => signInFailure(problem, 'https://helpdesk.example/oauth')),
];

const expectSentences = (sentences: Sentences): void => {
  for (const sentence of [sentences.what, sentences.safe, sentences.next]) {
    expect(sentence).toMatch(/^[A-Z].{6,}[.a-z]$/);
    expect(sentence).not.toContain('errors.');
    expect(sentence).not.toContain('secret-token');
    expect(sentence).not.toMatch(/\{|undefined/);
  }
};

describe('every failure says what happened, what is safe and what to do', () => {
  test.each(
    FAILURES.flatMap((failure) => (['sign-in', 'running'] as const).map((moment) => [failure, moment] as const)),
  )('%o while %s', (failure, moment) => expectSentences(failureText(t, failure, moment)));

  test('what asks different things of the agent reads differently', () => {
    for (const moment of ['sign-in', 'running'] as const)
      expect(new Set(FAILURES.map((failure) => failureText(t, failure, moment).what)).size).toBe(FAILURES.length);
  });

  test('a limit says when, never too early', () => {
    const limited = (retryAfterMs: number) => failureText(t, { code: 'rateLimited', retryAfterMs, detail }).next;
    expect(limited(61_200)).toContain('62 seconds');
    expect(limited(150_000)).toContain('3 minutes');
    expect(limited(2 * 3_600_000)).toContain('2 hours');
  });

  test('a wrong password and a revoked one are told apart', () => {
    const failure: Failure = { code: 'unauthorized', detail };
    expect(failureText(t, failure, 'sign-in').what).toContain('this name');
    expect(failureText(t, failure, 'running').what).toContain('any more');
    expect(failureText(t, failure, 'running').next).toContain('Accounts');
  });

  test('a sign-in page that could not be opened comes with its address, and none of its failures blames a password', () => {
    const address = 'https://helpdesk.example/oauth?state=abc';
    expect(failureText(t, signInFailure('sign-in-not-opened', address), 'sign-in').next).toContain(address);
    for (const problem of SIGN_IN_PROBLEMS) {
      const { what, next } = failureText(t, signInFailure(problem, ''), 'sign-in');
      expect(`${what} ${next}`).not.toMatch(/password|refused it|Type it again/);
    }
  });

  test('the helpdesk’s own reasons are shown', () => {
    expect(failureText(t, { code: 'rejected', reasons: ['Status: is invalid'], detail }).what).toContain(
      'Status: is invalid',
    );
  });
});

test.each([...storeProblemSchema.options, 'no-link', 'unknown-ticket'] as const)('store problem %s', (problem) =>
  expectSentences(problemText(t, problem)),
);

test.each(noticeSchema.shape.code.options)('notice %s', (code) => expectSentences(noticeText(t, code)));
