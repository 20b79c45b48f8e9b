import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { err, ok } from '#shared/result.ts';
import type { SignIn } from '../connectors/contract.ts';

type Answer = { readonly code: string } | { readonly refused: string };

/** Long enough to find a password manager. */
const TIME_LIMIT_MS = 5 * 60_000;

/**
 * OAuth's loopback return (RFC 8252, section 7.3): opens the helpdesk's page in the agent's browser and waits on a port of
 * this machine for the answer. An answer with another `state` is not ours and changes nothing.
 */
export function loopbackSignIn(openExternal: (url: string) => Promise<boolean>, page: () => string): SignIn {
  return async ({ authorizeUrl, signal }) => {
    const state = randomBytes(24).toString('base64url');
    let resolve: (answer: Answer) => void = () => undefined;
    const promise = new Promise<Answer>((given) => {
      resolve = given;
    });
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (url.pathname !== '/signed-in' || !sameText(url.searchParams.get('state') ?? '', state)) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, {
        'content-type': 'text/plain; charset=utf-8',
        'content-security-policy': "default-src 'none'",
        connection: 'close',
      });
      response.end(page());
      const code = url.searchParams.get('code');
      resolve(code ? { code } : { refused: url.searchParams.get('error') ?? 'no code' });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
    const given = (): void => resolve({ refused: signal.aborted ? 'cancelled' : 'nobody answered in time' });
    limit.addEventListener('abort', given);
    try {
      const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/signed-in`;
      if (!(await openExternal(authorizeUrl(redirectUri, state))))
        return err({ code: 'rejected', reasons: [], detail: 'the sign-in page could not be opened' });
      const answer = await promise;
      return 'code' in answer
        ? ok({ code: answer.code, redirectUri })
        : err({ code: 'unauthorized', detail: answer.refused });
    } finally {
      limit.removeEventListener('abort', given);
      server.close();
    }
  };
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
