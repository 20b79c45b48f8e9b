import type { IncomingHttpHeaders } from 'node:http';
import type { Sessions } from './sessions.ts';

export type Knock = {
  /** `upgrade` is a socket: a page always names its origin there. */
  readonly kind: 'request' | 'upgrade';
  readonly method: string;
  /** As it stands in the request line. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
};

export type Verdict =
  | { readonly verdict: 'pass'; readonly pathname: string }
  /** The key was good: hand over the session and strip the key from the address. */
  | { readonly verdict: 'enter'; readonly token: string }
  | { readonly verdict: 'refuse'; readonly status: 400 | 401 | 403 | 405; readonly reason: Refusal };

/** Locale keys `host.refused.<reason>`. */
export type Refusal = 'host' | 'origin' | 'site' | 'key' | 'session' | 'method' | 'address' | 'broken';

const refuse = (status: 400 | 401 | 403 | 405, reason: Refusal): Verdict => ({ verdict: 'refuse', status, reason });

/** Sessions of two profiles meet in one cookie jar, for cookies do not know ports: the name does. */
export const cookieName = (port: number): string => `holdfast-${port}`;

/**
 * Decides on every request and socket. `Host` must be this server's own (else a name that an attacker points at 127.0.0.1
 * would do), `Origin` its own where there is one, and the browser must not say that another site asks.
 */
export function judge(knock: Knock, port: number, sessions: Sessions): Verdict {
  const authority = `127.0.0.1:${port}`;
  const { headers } = knock;
  if (headers.host !== authority) return refuse(403, 'host');
  const origin = headers.origin;
  if (origin !== undefined ? origin !== `http://${authority}` : knock.kind === 'upgrade') return refuse(403, 'origin');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(403, 'site');
  if (knock.method !== 'GET' && knock.method !== 'HEAD') return refuse(405, 'method');

  const question = knock.target.indexOf('?');
  const pathname = question < 0 ? knock.target : knock.target.slice(0, question);
  // The target is matched as it came: no decoding, no dot segments, nothing to be read two ways.
  if (!/^\/[\w./@-]*$/.test(pathname) || pathname.includes('..')) return refuse(400, 'address');

  const key = question < 0 ? null : new URLSearchParams(knock.target.slice(question)).get('key');
  if (knock.kind === 'request' && pathname === '/' && key !== null && knock.method === 'GET') {
    const token = sessions.exchange(key);
    return token === null ? refuse(403, 'key') : { verdict: 'enter', token };
  }
  const token = readCookie(headers.cookie, cookieName(port));
  if (token === null || !sessions.isValid(token)) return refuse(401, 'session');
  return { verdict: 'pass', pathname };
}

function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return null;
}
