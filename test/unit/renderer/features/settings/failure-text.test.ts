import { describe, expect, test } from 'vitest';
import { type Failure, signInFailure } from '#shared/domain/failure.ts';
import { type OwnReason, SIGN_IN_PROBLEMS } from '#shared/domain/refusal.ts';
import { createText } from '#shared/i18n/text.ts';
import { noticeSchema, storeProblemSchema } from '#shared/link/values.ts';
import {
  failureText,
  noticeText,
  problemText,
  reasonText,
  type Sentences,
} from '../../../../../src/renderer/src/features/settings/failure-text.ts';

const t = createText('en');
const detail = 'connect ECONNREFUSED 10.1.2.3:443 secret-token';
const FAILURES: readonly Failure[] = [
  ...(['dns', 'refused', 'certificate', 'reset', 'other'] as const).map(
    (cause) => ({ code: 'offline', cause, detail }) as const,
  ),
  ...(['timeout', 'unauthorized', 'conflict', 'notFound', 'unknownOutcome'] as const).map(
    (code) => ({ code, detail }) as const,
  ),
  { code: 'forbidden', reasons: [], detail },
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

/** One of each code; the type keeps the list whole. */
const OWN_REASONS: { readonly [Code in OwnReason['code']]: OwnReason & { readonly code: Code } } = {
  'no-ticket-types': { code: 'no-ticket-types' },
  'merged-elsewhere': { code: 'merged-elsewhere', number: '12' },
  'no-such-link': { code: 'no-such-link' },
  'no-tags-field': { code: 'no-tags-field' },
  'no-such-status': { code: 'no-such-status', status: 'on-hold' },
  'no-queue': { code: 'no-queue' },
  'file-gone': { code: 'file-gone', file: 'label.pdf' },
  'original-gone': { code: 'original-gone', file: 'label.pdf' },
  'no-forwarding': { code: 'no-forwarding' },
  'not-done': { code: 'not-done' },
  unexplained: { code: 'unexplained', status: 422 },
  setting: { code: 'setting', field: 'url' },
  'another-user': { code: 'another-user', name: 'Maria Jones' },
  'sign-in-not-opened': { code: 'sign-in-not-opened' },
  'sign-in-refused': { code: 'sign-in-refused' },
  'sign-in-unfinished': { code: 'sign-in-unfinished' },
};

describe('why something was refused', () => {
  const pseudo = createText('pseudo');
  test.each(Object.values(OWN_REASONS))('$code has a sentence of its own in the locale', (reason) => {
    expect(reasonText(t, reason)).toMatch(/^[A-Z“].{10,}\.$/);
    expect(reasonText(t, reason)).not.toMatch(/[{}]|errors\./);
    expect(reasonText(pseudo, reason)).toMatch(/^⟦.*⟧$/);
  });

  test('no two read alike, and what a reason names is named', () => {
    const sentences = Object.values(OWN_REASONS).map((reason) => reasonText(t, reason));
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(reasonText(t, OWN_REASONS['file-gone'])).toContain('label.pdf');
    expect(reasonText(t, OWN_REASONS['no-such-status'])).toContain('On hold');
    expect(reasonText(t, OWN_REASONS.unexplained)).toContain('422');
  });

  test('the helpdesk’s own words stay as they are, in any language', () => {
    expect(reasonText(pseudo, 'Status: is invalid')).toBe('Status: is invalid');
  });
});

test.each([...storeProblemSchema.options, 'no-link', 'unknown-ticket'] as const)('store problem %s', (problem) =>
  expectSentences(problemText(t, problem)),
);

test.each(noticeSchema.shape.code.options)('notice %s', (code) => expectSentences(noticeText(t, code)));
