import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openDesk } from './open-desk.ts';

const verifier = 'a-verifier-that-is-long-enough-for-everyone-0123456789';
const challenge = createHash('sha256').update(verifier).digest('base64url');

test('a code with the right verifier gives a token once; a refresh token is used up', async () => {
  const { desk } = await openDesk();
  const { oauth, agent } = desk.credentials;
  const redirect = 'http://127.0.0.1:4711/back';
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: oauth.clientId,
    redirect_uri: redirect,
    state: 's1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const page = await (await fetch(`${oauth.authorizeUrl}?${query}`)).text();
  expect(page).toContain(agent.name);
  const allow = () =>
    fetch(`${desk.url}/oauth/authorizations?${query}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ user: String(agent.userId) }),
    });
  const token = (fields: Record<string, string>) =>
    fetch(oauth.tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: oauth.clientId, redirect_uri: redirect, ...fields }),
    });
  const codeOf = async () => {
    const back = new URL((await allow()).headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('s1');
    return back.searchParams.get('code') ?? '';
  };
  const wrong = await token({ grant_type: 'authorization_code', code: await codeOf(), code_verifier: 'other' });
  expect(wrong.status).toBe(400);
  const code = await codeOf();
  const given = (await (await token({ grant_type: 'authorization_code', code, code_verifier: verifier })).json()) as {
    access_token: string;
    refresh_token: string;
  };
  const me = async (bearer: string) =>
    (await fetch(`${desk.url}/api/v2/users/me`, { headers: { authorization: `Bearer ${bearer}` } })).status;
  expect(await me(given.access_token)).toBe(200);
  expect(await me(given.refresh_token)).toBe(401);
  expect((await token({ grant_type: 'authorization_code', code, code_verifier: verifier })).status).toBe(400);
  const refresh = { grant_type: 'refresh_token', refresh_token: given.refresh_token };
  expect((await token(refresh)).status).toBe(200);
  expect((await token(refresh)).status).toBe(400);
  const elsewhere = new URLSearchParams(
    [...query].map(([name, value]) => [name, name === 'redirect_uri' ? 'https://evil.example/' : value]),
  );
  expect((await fetch(`${oauth.authorizeUrl}?${elsewhere}`)).status).toBe(400);
});
