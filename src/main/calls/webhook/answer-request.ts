import type { IncomingHttpHeaders } from 'node:http';
import type { TelephoneEvent } from '#shared/calls/call-change.ts';
import type { Text } from '#shared/i18n/text.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Log } from '../../log.ts';
import type { Taken } from '../take-event.ts';
import { judgeRequest } from './judge-request.ts';
import { createRate } from './rate.ts';
import { readEvent } from './read-event.ts';
import { LARGEST_BODY, readFields } from './read-fields.ts';
import { type Refusal, refusal } from './refusal.ts';

export type AnswerPorts = {
  readonly port: () => number;
  readonly tokenHash: () => string | null;
  readonly take: (event: TelephoneEvent) => Promise<Taken['as']>;
  readonly text: () => Text;
  readonly log: Log;
  /** As `Clock.elapsed`. */
  readonly elapsed: () => number;
  /** How many requests are taken in a minute. */
  readonly mostPerMinute: number;
};

/** A request as it came. */
type Incoming = {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
};

/** Answers a telephone system as Zammad does: `{}`, or an error with a sentence. What is refused is noted, without what was in it. */
export function createAnswers(ports: AnswerPorts): (request: Request, incoming: Incoming) => Promise<Response> {
  // Of those with the token only: whoever has none cannot keep a telephone from being heard.
  const mayPass = createRate({ most: ports.mostPerMinute, perMs: 60_000, now: ports.elapsed });

  const answer = async (request: Request, { method = '', url = '', headers }: Incoming) => {
    const query = judgeRequest({ method, target: url, headers }, { port: ports.port(), tokenHash: ports.tokenHash() });
    if (!query.ok) return query;
    if (!mayPass()) return err(refusal('too-many'));
    const body = await bodyOf(request);
    if (!body.ok) return body;
    const fields = await readFields(body.value, headers['content-type'], query.value);
    if (!fields.ok) return fields;
    const event = readEvent(fields.value);
    if (!event.ok) return event;
    return (await ports.take(event.value)) === 'unknown' ? err(refusal('unknown-call')) : ok(null);
  };

  return async (request, incoming) => {
    const answered: Result<null, Refusal> = await answer(request, incoming);
    if (answered.ok) return Response.json({}, { headers: HEADERS });
    const { status, reason, field } = answered.error;
    ports.log('calls.webhook-refused', { status, reason, field });
    const error = ports.text()(`calls.refused.${reason}`, { field });
    return Response.json({ error }, { status, headers: { ...HEADERS, ...MORE[reason] } });
  };
}

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const MORE: Partial<Record<Refusal['reason'], Readonly<Record<string, string>>>> = {
  method: { allow: 'GET, POST' },
  'too-many': { 'retry-after': '60' },
};

/** Reads no further than a body may be long, whatever it says of its length. */
async function bodyOf(request: Request): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) return err(refusal('too-large'));
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > LARGEST_BODY) return err(refusal('too-large'));
    parts.push(part);
  }
  return ok(new Uint8Array(Buffer.concat(parts)));
}
