import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SignInAnswer = { readonly code: string } | { readonly refused: string } | 'unfinished';

/** Which of our pages the agent's browser shows at the end. */
export type SignInPage = 'notify.signedIn' | 'notify.signInRefused';

/** One page at the helpdesk that the agent is to answer, and the port of this machine on which the answer is awaited. */
export type SignInAttempt = {
  /** What the browser opens. */
  readonly address: string;
  readonly redirectUri: string;
  readonly verifier: string;
  readonly answer: Promise<SignInAnswer>;
  hasAnswer(): boolean;
};

/**
 * Listens on loopback (RFC 8252, section 7.3) until the browser comes back or `limit` aborts, and closes the port with that.
 * An answer with another `state` is not ours and changes nothing.
 */
export async function beginSignIn(
  authorizeUrl: (redirectUri: string, state: string, challenge: string) => string,
  page: (which: SignInPage) => string,
  limit: AbortSignal,
): Promise<SignInAttempt> {
  const state = randomBytes(24).toString('base64url');
  const verifier = randomBytes(48).toString('base64url');
  let answered = false;
  let settle: (answer: SignInAnswer) => void = () => undefined;
  const answer = new Promise<SignInAnswer>((resolve) => {
    settle = resolve;
  });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname !== '/signed-in' || !sameText(url.searchParams.get('state') ?? '', state)) {
      response.writeHead(404).end();
      return;
    }
    const code = url.searchParams.get('code');
    response.writeHead(200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      connection: 'close',
    });
    response.end(page(code ? 'notify.signedIn' : 'notify.signInRefused'));
    end(code ? { code } : { refused: url.searchParams.get('error') ?? 'no code' });
  });
  const end = (given: SignInAnswer): void => {
    answered = true;
    settle(given);
    server.close();
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  if (limit.aborted) end('unfinished');
  limit.addEventListener('abort', () => end('unfinished'), { once: true });
  const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/signed-in`;
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return {
    address: authorizeUrl(redirectUri, state, challenge),
    redirectUri,
    verifier,
    answer,
    hasAnswer: () => answered,
  };
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
