import { expect, test } from 'vitest';
import { loopbackSignIn } from '#main/accounts/loopback-sign-in.ts';

const page = () => 'You are signed in.';

/** Signs in with a browser that goes where `visit` says once the helpdesk's page was opened. */
function signIn(visit: (redirectUri: string, state: string) => Promise<void>, signal = new AbortController().signal) {
  let target = { redirectUri: '', state: '' };
  const run = loopbackSignIn(async () => {
    void visit(target.redirectUri, target.state);
    return true;
  }, page);
  return run({
    authorizeUrl: (redirectUri, state) => {
      target = { redirectUri, state };
      return 'https://helpdesk.example/oauth';
    },
    signal,
  });
}

test('the code comes back with the address that it was made for', async () => {
  const bodies: string[] = [];
  let at = '';
  const answer = await signIn(async (redirectUri, state) => {
    at = redirectUri;
    const response = await fetch(`${redirectUri}?code=abc&state=${state}`);
    bodies.push(await response.text());
  });
  expect(answer).toEqual({ ok: true, value: { code: 'abc', redirectUri: at } });
  expect(at).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/signed-in$/);
});

test('an answer with another state changes nothing', async () => {
  const statuses: number[] = [];
  const answer = await signIn(async (redirectUri, state) => {
    statuses.push((await fetch(`${redirectUri}?code=stolen&state=guess`)).status);
    statuses.push((await fetch(`${redirectUri}?code=right&state=${state}`)).status);
  });
  expect(answer).toMatchObject({ ok: true, value: { code: 'right' } });
  expect(statuses[0]).toBe(404);
});

test('a refusal at the helpdesk is a failed sign-in', async () => {
  const answer = await signIn(async (redirectUri, state) => {
    await fetch(`${redirectUri}?error=access_denied&state=${state}`);
  });
  expect(answer).toEqual({ ok: false, error: { code: 'unauthorized', detail: 'access_denied' } });
});

test('waiting ends when the agent closes the dialog', async () => {
  const stop = new AbortController();
  const answer = await signIn(async () => stop.abort(), stop.signal);
  expect(answer).toEqual({ ok: false, error: { code: 'unauthorized', detail: 'cancelled' } });
});
