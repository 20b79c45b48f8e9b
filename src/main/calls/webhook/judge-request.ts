import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { err, ok, type Result } from '#shared/result.ts';
import { type Refusal, refusal } from './refusal.ts';

export type Knock = {
  readonly method: string;
  /** As it stands in the request line. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
};

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The names under which this machine's own programs, and tunnels that end here, reach this address. */
const OWN_NAMES = ['127.0.0.1', 'localhost'];

/**
 * Decides on a request before its body is read; gives its query. A name that was made to point here (DNS rebinding) shows in `Host`;
 * a page in `Origin`, or in what browsers say of who asks. `tokenHash` is SHA-256 in hex; null where no token has been made.
 */
export function judgeRequest(
  { method, target, headers }: Knock,
  { port, tokenHash }: { readonly port: number; readonly tokenHash: string | null },
): Result<URLSearchParams, Refusal> {
  if (!OWN_NAMES.some((name) => headers.host === `${name}:${port}`)) return err(refusal('host'));
  if (headers.origin !== undefined) return err(refusal('page'));
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'none') return err(refusal('page'));
  const [, token, query = ''] = /^\/call\/([\w-]{1,200})(?:\?(.*))?$/.exec(target) ?? [];
  if (token === undefined) return err(refusal('path'));
  if (tokenHash === null || !isSame(hashOfToken(token), tokenHash)) return err(refusal('token'));
  if (method !== 'POST' && method !== 'GET') return err(refusal('method'));
  return ok(new URLSearchParams(query));
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
