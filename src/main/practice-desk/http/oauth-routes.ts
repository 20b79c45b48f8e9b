import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { isAgent } from '../desk.ts';
import type { OauthGrant } from '../model.ts';
import { escapeHtml } from '../text-html.ts';
import { answer, type Ctx, type Env, queryOf, type Web } from './web.ts';

const CODE_LIFE_MS = 2 * 60_000;
const ACCESS_LIFE_MS = 24 * 3_600_000;
const REFRESH_LIFE_MS = 30 * 86_400_000;

const loopback = (address: string): boolean => {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  } catch {
    return false;
  }
};

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const page = (body: string, status = 200): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fjell &amp; Fathom</title><style>body{font:16px/1.5 system-ui;max-width:26rem;margin:15vh auto;padding:0 1rem}button{font:inherit;padding:.6rem 1rem;margin:.25rem .5rem .25rem 0}</style>${body}</html>`,
    {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      },
    },
  );

/** Sign-in by OAuth: authorisation code with PKCE (S256), refresh tokens that are used once. */
export const addOauthRoutes = (app: Hono<Env>, web: Web): void => {
  const { desk } = web;
  const { store } = desk;
  const grant = (
    kind: OauthGrant['kind'],
    from: Omit<OauthGrant, 'id' | 'kind' | 'expiresAt'>,
    lifeMs: number,
  ): OauthGrant => {
    const id = createHash('sha256')
      .update(`${desk.seed}:grant:${store.nextId('grants', 1)}:${desk.now()}`)
      .digest('hex');
    const made: OauthGrant = { ...from, id, kind, expiresAt: desk.now() + lifeMs };
    store.put('grants', made);
    return made;
  };
  const take = (kind: OauthGrant['kind'], id: string): OauthGrant | null => {
    const found = store.get('grants', id);
    if (!found || found.kind !== kind) return null;
    store.remove('grants', id);
    return found.expiresAt > desk.now() ? found : null;
  };
  const asked = (query: URLSearchParams) => ({
    clientId: query.get('client_id') ?? '',
    redirectUri: query.get('redirect_uri') ?? '',
    challenge: query.get('code_challenge'),
    method: query.get('code_challenge_method'),
    scope: query.get('scope') ?? 'read write',
    state: query.get('state') ?? '',
  });
  const problem = (request: ReturnType<typeof asked>): string | null => {
    if (request.clientId === '') return 'The request names no client.';
    if (!loopback(request.redirectUri))
      return 'The practice desk only sends answers to this computer (127.0.0.1 or localhost).';
    if (!request.challenge || request.method !== 'S256') return 'The request has no PKCE challenge (S256).';
    return null;
  };

  app.get('/oauth/authorizations/new', (c) => {
    const query = queryOf(c);
    const wrong = problem(asked(query));
    if (wrong) return page(`<h1>This sign-in cannot go on</h1><p>${escapeHtml(wrong)}</p>`, 400);
    const people = store
      .all('users')
      .filter((user) => isAgent(user) && user.active)
      .slice(0, 2);
    const buttons = people
      .map((user) => `<button name="user" value="${user.id}">Allow as ${escapeHtml(user.name)} (${user.role})</button>`)
      .join('');
    return page(
      `<h1>Fjell &amp; Fathom</h1><p>${escapeHtml(asked(query).clientId)} asks to read and write tickets for you on the practice desk.</p><form method="post" action="/oauth/authorizations?${escapeHtml(query.toString())}">${buttons}<button name="user" value="deny">Deny</button></form>`,
    );
  });
  app.post('/oauth/authorizations', async (c) => {
    const request = asked(queryOf(c));
    const wrong = problem(request);
    if (wrong) return page(`<p>${escapeHtml(wrong)}</p>`, 400);
    const form = await c.req.parseBody();
    const back = new URL(request.redirectUri);
    if (request.state) back.searchParams.set('state', request.state);
    const user = store.get('users', Number(form['user']));
    if (!user || !isAgent(user)) {
      back.searchParams.set('error', 'access_denied');
      back.searchParams.set('error_description', 'The end-user or authorization server denied the request');
    } else {
      const code = grant(
        'code',
        {
          userId: user.id,
          clientId: request.clientId,
          redirectUri: request.redirectUri,
          challenge: request.challenge,
          scope: request.scope,
        },
        CODE_LIFE_MS,
      );
      back.searchParams.set('code', code.id);
    }
    return new Response(null, { status: 302, headers: { location: back.toString() } });
  });

  const wrongGrant = (description: string) =>
    answer(web, { error: 'invalid_grant', error_description: description }, 400);
  app.post('/oauth/tokens', async (c: Ctx) => {
    const json = c.req.header('content-type')?.includes('json') ?? false;
    const raw: unknown = json ? await c.req.json().catch(() => null) : await c.req.parseBody();
    const given = new Map(
      Object.entries(typeof raw === 'object' && raw !== null ? raw : {}).map(([name, value]) => [name, String(value)]),
    );
    let from: OauthGrant | null = null;
    if (given.get('grant_type') === 'authorization_code') {
      from = take('code', given.get('code') ?? '');
      if (!from) return wrongGrant('The provided authorization grant is invalid, expired, or already used.');
      const challenge = createHash('sha256')
        .update(given.get('code_verifier') ?? '')
        .digest('base64url');
      if (
        from.clientId !== given.get('client_id') ||
        from.redirectUri !== given.get('redirect_uri') ||
        !same(challenge, from.challenge ?? '')
      )
        return wrongGrant('The client, redirect address or code verifier does not match the authorization request.');
    } else if (given.get('grant_type') === 'refresh_token') {
      from = take('refresh', given.get('refresh_token') ?? '');
      if (!from || from.clientId !== given.get('client_id'))
        return wrongGrant('The refresh token is invalid, expired, or already used.');
    } else
      return answer(
        web,
        { error: 'unsupported_grant_type', error_description: 'Use authorization_code or refresh_token.' },
        400,
      );
    const { id: _id, kind: _kind, expiresAt: _expiresAt, ...rest } = from;
    const access = grant('access', { ...rest, challenge: null }, ACCESS_LIFE_MS);
    const refresh = grant('refresh', { ...rest, challenge: null }, REFRESH_LIFE_MS);
    return answer(web, {
      access_token: access.id,
      token_type: 'bearer',
      scope: from.scope,
      refresh_token: refresh.id,
      expires_in: ACCESS_LIFE_MS / 1000,
      refresh_token_expires_in: REFRESH_LIFE_MS / 1000,
    });
  });
};
