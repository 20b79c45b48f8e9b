import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { loopbackSignIn } from '#main/accounts/loopback-sign-in.ts';

const page = (which: string) => `page ${which}`;
const never = new AbortController().signal;
const authorizeUrl = (redirectUri: string, state: string, challenge: string) =>
  `https://helpdesk.example/oauth?${new URLSearchParams({ redirectUri, state, challenge })}`;

/** Comes back to where a page's address says, as the helpdesk would; resolves with what the browser then shows. */
async function comeBack(address: string, answer: Readonly<Record<string, string>>): Promise<Response> {
  const { searchParams } = new URL(address);
  const back = new URLSearchParams({ state: searchParams.get('state') ?? '', ...answer });
  return fetch(`${searchParams.get('redirectUri')}?${back}`);
}

/** Signs in with a browser that goes where `visit` says once the helpdesk's page was opened. */
const signIn = (visit: (address: string) => Promise<unknown>, signal = never, timeLimitMs?: number) =>
  loopbackSignIn(
    async (address) => {
      void visit(address);
      return true;
    },
    page,
    timeLimitMs,
  )({ authorizeUrl, signal });

const failed = (reason: string, detail = '') => ({
  ok: false,
  error: { code: 'rejected', reasons: [{ code: reason }], detail },
});

test('the code comes back with the address and the verifier that it was made for', async () => {
  let opened = '';
  let shown = '';
  const answer = await signIn(async (address) => {
    opened = address;
    shown = await (await comeBack(address, { code: 'abc' })).text();
  });
  const asked = new URL(opened).searchParams;
  expect(asked.get('redirectUri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/signed-in$/);
  expect(answer).toMatchObject({ ok: true, value: { code: 'abc', redirectUri: asked.get('redirectUri') } });
  const verifier = answer.ok ? answer.value.verifier : '';
  expect(createHash('sha256').update(verifier).digest('base64url')).toBe(asked.get('challenge'));
  await expect.poll(() => shown).toBe('page notify.signedIn');
});

test('an answer with another state changes nothing', async () => {
  const statuses: number[] = [];
  const answer = await signIn(async (address) => {
    statuses.push((await comeBack(address, { code: 'stolen', state: 'guess' })).status);
    statuses.push((await comeBack(address, { code: 'right' })).status);
  });
  expect(answer).toMatchObject({ ok: true, value: { code: 'right' } });
  expect(statuses[0]).toBe(404);
});

test('a refusal at the helpdesk is one, and the page does not claim otherwise', async () => {
  let shown = '';
  const answer = await signIn(async (address) => {
    shown = await (await comeBack(address, { error: 'access_denied' })).text();
  });
  expect(answer).toEqual(failed('sign-in-refused', 'access_denied'));
  await expect.poll(() => shown).toBe('page notify.signInRefused');
});

test('waiting ends when the agent closes the dialog, and by itself', async () => {
  const stop = new AbortController();
  expect(await signIn(async () => stop.abort(), stop.signal)).toEqual(failed('sign-in-unfinished'));
  expect(await signIn(async () => undefined, never, 1)).toEqual(failed('sign-in-unfinished'));
});

test('where no browser can be started the address is handed over, and what it brings is taken by the next try', async () => {
  const run = loopbackSignIn(async () => false, page);
  const first = await run({ authorizeUrl, signal: never });
  const address = first.ok ? '' : first.error.detail;
  expect(first).toEqual(failed('sign-in-not-opened', address));
  expect(await run({ authorizeUrl, signal: never })).toEqual(first);
  await comeBack(address, { code: 'by hand' });
  expect(await run({ authorizeUrl, signal: never })).toMatchObject({ ok: true, value: { code: 'by hand' } });
  const after = await run({ authorizeUrl, signal: never });
  expect(after.ok ? '' : after.error.detail).not.toBe(address);
});
