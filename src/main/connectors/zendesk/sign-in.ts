import type { CallOptions, ConnectorPorts, SignIn } from '#main/connectors/contract.ts';
import { failureOfStatus, failureOfThrown } from '#main/connectors/http.ts';
import { type Failure, signInFailure } from '#shared/domain/failure.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Config, Secrets } from './config.ts';

const tokensSchema = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().nullish(),
  /** Seconds. */
  expires_in: z.number().nullish(),
});

type Ports = Pick<ConnectorPorts, 'fetch' | 'now'>;

async function tokens(
  origin: string,
  body: Readonly<Record<string, string>>,
  ports: Ports,
  options: CallOptions,
): Promise<Result<Secrets, Failure>> {
  let response: Response;
  let text: string;
  try {
    response = await ports.fetch(`${origin}/oauth/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: options.signal,
      lane: options.lane,
    });
    text = await response.text();
  } catch (thrown) {
    return err(failureOfThrown(thrown, 'read'));
  }
  // RFC 6749, 5.2: an ended or revoked grant is a 400.
  if (response.status === 400 || response.status === 401)
    return err({ code: 'unauthorized', detail: `HTTP ${response.status}` });
  if (!response.ok) return err(failureOfStatus(response, 'read', ports.now()));
  try {
    const parsed = tokensSchema.safeParse(JSON.parse(text));
    if (parsed.success) {
      const { access_token, refresh_token, expires_in } = parsed.data;
      return ok({
        accessToken: access_token,
        refreshToken: refresh_token ?? '',
        expiresAt: expires_in == null ? '' : String(ports.now() + expires_in * 1000),
      });
    }
  } catch {
    // Not JSON: said below.
  }
  return err({ code: 'server', status: response.status, nonsense: true, detail: 'no token in the answer' });
}

/** Signs in by OAuth with PKCE (RFC 7636) as a public client, or hands the API token back. */
export async function authorize(
  config: Config,
  secrets: Readonly<Record<string, string>>,
  ports: ConnectorPorts & { readonly signIn: SignIn },
): Promise<Result<Secrets, Failure>> {
  if (config.method === 'apiToken') {
    const apiToken = secrets['apiToken']?.trim() ?? '';
    if (apiToken === '') return err({ code: 'unauthorized', detail: 'no API token was given' });
    return ok({ apiToken });
  }
  const signal = new AbortController().signal;
  const returned = await ports.signIn({
    signal,
    authorizeUrl: (redirectUri, state, challenge) =>
      `${config.url}/oauth/authorizations/new?${new URLSearchParams({
        response_type: 'code',
        client_id: config.clientId,
        redirect_uri: redirectUri,
        scope: 'read write',
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      })}`,
  });
  if (!returned.ok) return returned;
  const { code, redirectUri, verifier } = returned.value;
  const exchanged = await tokens(
    config.url,
    {
      grant_type: 'authorization_code',
      client_id: config.clientId,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      scope: 'read write',
    },
    ports,
    { signal, lane: 'agent' },
  );
  // Nobody has given a password here that could be wrong: it is the client, or the code came too late.
  return !exchanged.ok && exchanged.error.code === 'unauthorized'
    ? err(signInFailure('sign-in-refused', exchanged.error.detail))
    : exchanged;
}

/** Gives requests their `Authorization`, and renews it. */
export type Authorizer = {
  readonly header: (options: CallOptions) => Promise<Result<string, Failure>>;
  /** After a 401 on `used`: another header, or null when there is nothing to renew with. */
  readonly renew: (used: string | null, options: CallOptions) => Promise<Result<string | null, Failure>>;
};

// So that a token does not end on the way.
const EARLY_MS = 60_000;

export function openAuthorizer(
  config: Config,
  first: Secrets,
  ports: Ports & { readonly keepSecrets: (secrets: Secrets) => Promise<void> },
): Authorizer {
  let secrets = first;
  let renewing: Promise<Result<string | null, Failure>> | null = null;
  const headerOf = (now: Secrets): string => {
    if ('accessToken' in now) return `Bearer ${now.accessToken}`;
    const email = config.method === 'apiToken' ? config.email : '';
    return `Basic ${Buffer.from(`${email}/token:${now.apiToken}`).toString('base64')}`;
  };

  async function refresh(options: CallOptions): Promise<Result<string | null, Failure>> {
    if (!('accessToken' in secrets) || secrets.refreshToken === '' || config.method !== 'oauth') return ok(null);
    const used = secrets.refreshToken;
    const got = await tokens(
      config.url,
      { grant_type: 'refresh_token', client_id: config.clientId, refresh_token: used, scope: 'read write' },
      ports,
      // Others wait for this one too: it must not end because the first of them was cancelled.
      { ...options, signal: new AbortController().signal },
    );
    if (!got.ok) return got;
    const renewed = got.value;
    secrets = 'accessToken' in renewed && renewed.refreshToken === '' ? { ...renewed, refreshToken: used } : renewed;
    // A refresh token works once: the new one is kept before it is used.
    await ports.keepSecrets(secrets);
    return ok(headerOf(secrets));
  }

  const renewOnce = (options: CallOptions) => {
    renewing ??= refresh(options).finally(() => {
      renewing = null;
    });
    return renewing;
  };

  return {
    header: async (options) => {
      const ends = 'accessToken' in secrets && secrets.expiresAt !== '' ? Number(secrets.expiresAt) : Infinity;
      if (ends - EARLY_MS > ports.now()) return ok(headerOf(secrets));
      const renewed = await renewOnce(options);
      return renewed.ok ? ok(renewed.value ?? headerOf(secrets)) : renewed;
    },
    renew: async (used, options) => {
      const now = headerOf(secrets);
      // Somebody else's renewal came first.
      if (used !== null && now !== used) return ok(now);
      return renewOnce(options);
    },
  };
}
