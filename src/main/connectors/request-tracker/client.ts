import type { CallOptions, ConnectorPorts } from '#main/connectors/contract.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { collectionWire } from './wire.ts';

export type Params = Readonly<Record<string, string>>;
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  /** The number in the ETag: the newest transaction that we may see. */
  readonly version: string | null;
  readonly location: string | null;
};
export type Collection = { readonly items: readonly unknown[]; readonly total: number | null };

export type Client = {
  read(path: string, params: Params, call: CallOptions): Promise<Result<Answer, Failure>>;
  /** By TicketSQL and its kin, or by JSON conditions. Keep lists of ids short: all goes into the address. */
  search(
    path: string,
    query: readonly Condition[] | string,
    params: Params,
    call: CallOptions,
  ): Promise<Result<Collection, Failure>>;
  write(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    version: string | null,
    call: CallOptions,
  ): Promise<Result<Answer, Failure>>;
};
export type Condition = {
  readonly field: string;
  readonly operator?: string;
  readonly value: string | number | readonly (string | number)[];
};

const NEVER_SENT: Readonly<Record<string, 'dns' | 'refused' | 'certificate' | 'other'>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNREFUSED: 'refused',
  ENETUNREACH: 'other',
  EHOSTUNREACH: 'other',
  ENETDOWN: 'other',
  UND_ERR_CONNECT_TIMEOUT: 'other',
  ERR_NAME_NOT_RESOLVED: 'dns',
  ERR_CONNECTION_REFUSED: 'refused',
  ERR_INTERNET_DISCONNECTED: 'other',
  ERR_ADDRESS_UNREACHABLE: 'other',
  ERR_CONNECTION_TIMED_OUT: 'other',
  ERR_PROXY_CONNECTION_FAILED: 'other',
};
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ERR_TLS|ERR_SSL|EPROTO/;

/** What a rejected `fetch` means. `writing`: the request may have taken effect unless it can never have left. */
export function failureOfThrown(thrown: unknown, writing: boolean): Failure {
  const detail = codeOf(thrown);
  if (CERTIFICATE.test(detail)) return { code: 'offline', cause: 'certificate', detail };
  const neverSent = Object.entries(NEVER_SENT).find(([code]) => detail.includes(code));
  if (neverSent !== undefined) return { code: 'offline', cause: neverSent[1], detail };
  if (writing) return { code: 'unknownOutcome', detail };
  if (/Abort|Timeout|TIMED?_?OUT/i.test(detail)) return { code: 'timeout', detail };
  return {
    code: 'offline',
    cause: /RESET|SOCKET|CLOSED|EMPTY_RESPONSE|EPIPE/.test(detail) ? 'reset' : 'other',
    detail,
  };
}

function codeOf(thrown: unknown): string {
  const seen: string[] = [];
  let at: unknown = thrown;
  for (let depth = 0; depth < 4 && at instanceof Error; depth++) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    seen.push(code, at.name, /net::\S+/.exec(at.message)?.[0] ?? '');
    at = at instanceof AggregateError ? at.errors[0] : at.cause;
  }
  return seen.filter((word) => word !== '' && word !== 'Error' && word !== 'TypeError').join(' ') || 'connection';
}

const messageSchema = z.looseObject({ message: z.string() });

/** What a status other than 2xx means. RT's own sentences go to the agent as reasons. */
export function failureOfStatus(response: Response, body: unknown, now: number, writing: boolean): Failure {
  const said = messageSchema.safeParse(body);
  const sentences = said.success && said.data.message !== '' ? said.data.message.split('\n') : [];
  const detail = `${response.status}`;
  const { status } = response;
  // Without a session RT sends what looks like a browser to its log-in page.
  if (status === 401 || (status >= 300 && status < 400)) return { code: 'unauthorized', detail };
  if (status === 403) return { code: 'forbidden', reasons: sentences, detail };
  if (status === 404 || status === 410) return { code: 'notFound', detail };
  if (status === 409 || status === 412) return { code: 'conflict', detail };
  if (status === 429 || (status === 503 && response.headers.has('retry-after')))
    return { code: 'rateLimited', retryAfterMs: retryAfterMs(response, now), detail };
  if (status === 408) return writing ? { code: 'unknownOutcome', detail } : { code: 'timeout', detail };
  // A gateway that gave up says nothing of what the helpdesk behind it did.
  if (writing && (status === 502 || status === 504)) return { code: 'unknownOutcome', detail };
  if (status >= 500) return { code: 'server', status, nonsense: false, detail };
  return { code: 'rejected', reasons: sentences.length > 0 ? sentences : [{ code: 'unexplained', status }], detail };
}

/** `Retry-After` is seconds or a date, which counts against the server's own clock. */
function retryAfterMs(response: Response, now: number): number {
  const value = response.headers.get('retry-after') ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  const serverNow = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(at) ? 60_000 : Math.max(0, at - (Number.isNaN(serverNow) ? now : serverNow));
}

/** Speaks REST 2.0 below `base`. */
export function createClient(
  base: string,
  authorization: string,
  ports: Pick<ConnectorPorts, 'fetch' | 'now'>,
): Client {
  const send = async (
    method: string,
    path: string,
    params: Params,
    body: unknown,
    version: string | null,
    call: CallOptions,
    writing: boolean,
  ): Promise<Result<Answer, Failure>> => {
    const query = new URLSearchParams(params).toString();
    const url = `${base}/REST/2.0/${path}${query === '' ? '' : `?${query}`}`;
    let response: Response;
    let raw: string;
    try {
      response = await ports.fetch(url, {
        method,
        headers: {
          authorization,
          accept: 'application/json',
          'user-agent': 'Holdfast',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(version === null ? {} : { 'if-match': `"${version}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: call.signal,
        lane: call.lane,
      });
      raw = await response.text();
    } catch (thrown) {
      return err(failureOfThrown(thrown, writing));
    }
    const parsed = parseJson(raw);
    if (!response.ok) return err(failureOfStatus(response, parsed.ok ? parsed.value : null, ports.now(), writing));
    if (!parsed.ok)
      // The helpdesk took the write; what it said of it cannot be read.
      return err(
        writing ? { code: 'unknownOutcome', detail: 'unreadable answer' } : nonsense(response.status, 'not JSON'),
      );
    return ok({
      status: response.status,
      body: parsed.value,
      version: /"?(\d+)/.exec(response.headers.get('etag') ?? '')?.[1] ?? null,
      location: response.headers.get('location'),
    });
  };
  return {
    read: (path, params, call) => send('GET', path, params, undefined, null, call, false),
    search: async (path, query, params, call) => {
      const text = typeof query === 'string' ? query : JSON.stringify(query);
      const answer = await send('GET', path, { query: text, ...params }, undefined, null, call, false);
      if (!answer.ok) return answer;
      const parsed = collectionWire.safeParse(answer.value.body);
      if (!parsed.success) return err(nonsense(answer.value.status, `not a collection: ${path}`));
      return ok({ items: parsed.data.items, total: parsed.data.total ?? null });
    },
    write: (method, path, body, version, call) => send(method, path, {}, body, version, call, true),
  };
}

/** An answer that is not what this API speaks. */
export const nonsense = (status: number, detail: string): Failure => ({
  code: 'server',
  status,
  nonsense: true,
  detail,
});

function parseJson(raw: string): Result<unknown, null> {
  try {
    return ok(JSON.parse(raw));
  } catch {
    return err(null);
  }
}
