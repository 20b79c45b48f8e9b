import type { CallOptions, ConnectorPorts, FileBytes } from '#main/connectors/contract.ts';
import { failureOfStatus, failureOfThrown, type Intent } from '#main/connectors/http.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { z } from '#shared/schema.ts';
import { reasonsOf } from './refusal-reasons.ts';
import type { Authorizer } from './sign-in.ts';

export type Answer<Value> = Promise<Result<Value, Failure>>;

/** Speaks HTTP with one Zendesk account. Paths begin with `/api/v2/`; addresses of other origins are never given a token. */
export type Client = {
  readonly origin: string;
  readonly get: <Value>(path: string, schema: z.ZodType<Value>, options: CallOptions) => Answer<Value>;
  readonly send: <Value>(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    schema: z.ZodType<Value>,
    options: CallOptions,
    headers?: Readonly<Record<string, string>>,
  ) => Answer<Value>;
  readonly upload: <Value>(
    path: string,
    file: FileBytes,
    schema: z.ZodType<Value>,
    options: CallOptions,
  ) => Answer<Value>;
  /** Takes a file as a form does. */
  readonly form: <Value>(
    path: string,
    file: FileBytes & { readonly name: string },
    schema: z.ZodType<Value>,
    options: CallOptions,
  ) => Answer<Value>;
  readonly bytes: (url: string, options: CallOptions) => Answer<FileBytes>;
};

type Sent = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | FormData;
  readonly intent: Intent;
};

export function openClient(
  origin: string,
  authorizer: Authorizer,
  ports: Pick<ConnectorPorts, 'fetch' | 'now' | 'log'>,
): Client {
  async function once(
    url: string,
    sent: Sent,
    token: string | null,
    options: CallOptions,
  ): Promise<Result<Response, Failure>> {
    try {
      const response = await ports.fetch(url, {
        method: sent.method,
        headers: { accept: 'application/json', ...sent.headers, ...(token !== null && { authorization: token }) },
        ...(sent.body !== undefined && { body: sent.body }),
        // A write that was redirected would be sent twice, and a token must not follow a redirect elsewhere.
        redirect: sent.intent === 'write' ? 'error' : 'follow',
        signal: options.signal,
        lane: options.lane,
      });
      return ok(response);
    } catch (thrown) {
      return err(failureOfThrown(thrown, sent.intent));
    }
  }

  /** Sends with a token, once more with a new one when the old has ended: a 401 means that nothing was done. */
  async function request(url: string, sent: Sent, options: CallOptions): Promise<Result<Response, Failure>> {
    const owned = new URL(url).origin === origin;
    const token = owned ? await authorizer.header(options) : ok(null);
    if (!token.ok) return token;
    let answer = await once(url, sent, token.value, options);
    if (answer.ok && answer.value.status === 401 && owned) {
      const renewed = await authorizer.renew(token.value, options);
      if (renewed.ok && renewed.value !== null) answer = await once(url, sent, renewed.value, options);
      else if (!renewed.ok && renewed.error.code !== 'unauthorized') return renewed;
    }
    if (!answer.ok) return answer;
    const response = answer.value;
    if (response.ok) return answer;
    const reasons = response.status === 401 ? [] : reasonsOf(await response.text().catch(() => ''));
    const failure = failureOfStatus(response, sent.intent, ports.now(), reasons);
    ports.log('zendesk.refused', { status: response.status, code: failure.code });
    return err(failure);
  }

  async function json<Value>(url: string, sent: Sent, schema: z.ZodType<Value>, options: CallOptions): Answer<Value> {
    const response = await request(url, sent, options);
    if (!response.ok) return response;
    // A write whose answer cannot be read has most likely been done.
    const nonsense = (detail: string): Failure =>
      sent.intent === 'write'
        ? { code: 'unknownOutcome', detail }
        : { code: 'server', status: response.value.status, nonsense: true, detail };
    let body: string;
    try {
      body = await response.value.text();
    } catch (thrown) {
      return err(failureOfThrown(thrown, sent.intent));
    }
    try {
      const parsed = schema.safeParse(JSON.parse(body));
      return parsed.success
        ? ok(parsed.data)
        : err(nonsense(`not as described: ${parsed.error.issues[0]?.path.join('.') ?? ''}`));
    } catch {
      return err(nonsense('not JSON'));
    }
  }

  const absolute = (path: string) => new URL(path, origin).href;
  const jsonHeaders = { 'content-type': 'application/json' };
  return {
    origin,
    get: (path, schema, options) =>
      json(absolute(path), { method: 'GET', headers: {}, intent: 'read' }, schema, options),
    send: (method, path, body, schema, options, headers = {}) =>
      json(
        absolute(path),
        { method, headers: { ...jsonHeaders, ...headers }, body: JSON.stringify(body), intent: 'write' },
        schema,
        options,
      ),
    upload: (path, file, schema, options) =>
      json(
        absolute(path),
        // An upload that no ticket names has no effect that anybody sees, so a lost answer may be tried again.
        { method: 'POST', headers: { 'content-type': file.mimeType }, body: file.bytes, intent: 'read' },
        schema,
        options,
      ),
    form: (path, { name, mimeType, bytes }, schema, options) => {
      const body = new FormData();
      body.append('file', new Blob([bytes.slice()], { type: mimeType }), name);
      // Nobody sees it either until a message names it.
      return json(absolute(path), { method: 'POST', headers: {}, body, intent: 'read' }, schema, options);
    },
    bytes: async (url, options) => {
      const response = await request(
        absolute(url),
        { method: 'GET', headers: { accept: '*/*' }, intent: 'read' },
        options,
      );
      if (!response.ok) return response;
      try {
        const bytes = new Uint8Array(await response.value.arrayBuffer());
        const mimeType = response.value.headers.get('content-type')?.split(';')[0]?.trim();
        return ok({ bytes, mimeType: mimeType || 'application/octet-stream' });
      } catch (thrown) {
        return err(failureOfThrown(thrown, 'read'));
      }
    },
  };
}
