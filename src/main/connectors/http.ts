import type { Failure } from '#shared/domain/failure.ts';

/** Whether the request only asks, or may change something at the helpdesk. */
export type Intent = 'read' | 'write';

// The connection was never made, so nothing can have taken effect.
const REFUSED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'UND_ERR_CONNECT_TIMEOUT']);
const UNKNOWN_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);
// Chromium's names (`net.fetch`): net::ERR_….
const CHROMIUM: readonly (readonly [RegExp, 'dns' | 'refused' | 'certificate'])[] = [
  [/ERR_NAME_NOT_RESOLVED/, 'dns'],
  [/ERR_CONNECTION_REFUSED|ERR_ADDRESS_UNREACHABLE|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_TIMED_OUT/, 'refused'],
  [/ERR_CERT_|ERR_SSL_/, 'certificate'],
];
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|EPROTO|SSL/;

/** Every error's own code or message, from the outermost in: `fetch` hides the reason in `cause`, sometimes in a list. */
function codesOf(thrown: unknown, depth = 0): readonly string[] {
  if (!(thrown instanceof Error) || depth > 4) return [];
  const code = 'code' in thrown && typeof thrown.code === 'string' ? [thrown.code] : [];
  const inner = thrown instanceof AggregateError ? thrown.errors : [thrown.cause];
  return [...code, thrown.message, ...inner.flatMap((each) => codesOf(each, depth + 1))];
}

/**
 * What a rejected `fetch` means. A read that broke is `offline`; a write that broke after its request began to leave is
 * `unknownOutcome`, because the helpdesk may have done it. Where it cannot be told whether anything left, it counts as left.
 */
export function failureOfThrown(thrown: unknown, intent: Intent): Failure {
  const codes = codesOf(thrown);
  const detail = codes.find((code) => /^[A-Z_]{4,}$/.test(code)) ?? codes[0] ?? 'the request failed';
  if (codes.some((code) => UNKNOWN_NAME.has(code))) return { code: 'offline', cause: 'dns', detail };
  if (codes.some((code) => REFUSED.has(code))) return { code: 'offline', cause: 'refused', detail };
  for (const [pattern, cause] of CHROMIUM)
    if (codes.some((code) => pattern.test(code))) return { code: 'offline', cause, detail };
  // Ports that `fetch` itself will not call.
  if (codes.some((code) => /^bad port$|ERR_UNSAFE_PORT/.test(code))) return { code: 'offline', cause: 'other', detail };
  if (codes.some((code) => CERTIFICATE.test(code))) return { code: 'offline', cause: 'certificate', detail };
  if (intent === 'write') return { code: 'unknownOutcome', detail };
  const named = thrown instanceof Error ? thrown.name : '';
  if (named === 'TimeoutError' || codes.some((code) => /TIMEOUT|TIMEDOUT/.test(code)))
    return { code: 'timeout', detail };
  const broke = codes.some((code) =>
    /ECONNRESET|EPIPE|UND_ERR_SOCKET|ERR_CONNECTION_(RESET|CLOSED|ABORTED)/.test(code),
  );
  return { code: 'offline', cause: broke ? 'reset' : 'other', detail };
}

const UNTOLD_RETRY_MS = 30_000;

/** `Retry-After`, seconds or a date; a date counts from the server's own clock where it tells it. In ms, never negative. */
export function retryAfterMs(headers: Headers, now: number): number {
  const told = headers.get('retry-after');
  if (told === null) return UNTOLD_RETRY_MS;
  if (/^\d+(\.\d+)?$/.test(told.trim())) return Math.ceil(Number(told) * 1000);
  const at = Date.parse(told);
  if (Number.isNaN(at)) return UNTOLD_RETRY_MS;
  const server = Date.parse(headers.get('date') ?? '');
  return Math.max(0, at - (Number.isNaN(server) ? now : server));
}

/** Whether the helpdesk says when it will hear us again. */
export const isAskedToWait = ({ status, headers }: Response): boolean =>
  (status === 429 || status === 503) && headers.has('retry-after');

/**
 * What an answer that is not 2xx means, by its status alone. `reasons` are the helpdesk's own sentences, for a refusal.
 * A gateway's or a broken server's answer to a write does not tell whether the write was done: `unknownOutcome`.
 * 503 is sent before anything was begun; with a `Retry-After` it asks to be left alone, as 429 does (RFC 9110, 15.6.4).
 */
export function failureOfStatus(
  response: Response,
  intent: Intent,
  now: number,
  reasons: readonly string[] = [],
): Failure {
  const { status } = response;
  const detail = `HTTP ${status}`;
  if (status === 401) return { code: 'unauthorized', detail };
  if (status === 403) return { code: 'forbidden', reasons, detail };
  if (status === 404 || status === 410) return { code: 'notFound', detail };
  if (status === 409 || status === 412) return { code: 'conflict', detail };
  if (status === 429 || isAskedToWait(response))
    return { code: 'rateLimited', retryAfterMs: retryAfterMs(response.headers, now), detail };
  if (status === 408) return intent === 'write' ? { code: 'unknownOutcome', detail } : { code: 'timeout', detail };
  if (status >= 400 && status < 500)
    return { code: 'rejected', reasons: reasons.length > 0 ? reasons : [{ code: 'unexplained', status }], detail };
  if (intent === 'write' && status >= 500 && status !== 503) return { code: 'unknownOutcome', detail };
  return { code: 'server', status, nonsense: status < 500, detail };
}
