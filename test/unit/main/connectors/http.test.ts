import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { failureOfStatus, failureOfThrown, retryAfterMs } from '#main/connectors/http.ts';

const thrownBy = async (url: string): Promise<unknown> => {
  try {
    await fetch(url);
  } catch (thrown) {
    return thrown;
  }
  throw new Error('it answered');
};
const coded = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

test('a connection that was never made is offline, for a write too', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const address = closed.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  await new Promise((resolve) => closed.close(resolve));
  const refused = await thrownBy(`http://127.0.0.1:${address.port}/`);
  expect(failureOfThrown(refused, 'write')).toMatchObject({ code: 'offline', cause: 'refused' });
  expect(failureOfThrown(await thrownBy('http://helpdesk.invalid/'), 'write')).toMatchObject({
    code: 'offline',
    cause: 'dns',
  });
});

test('a port that fetch will not call was never called', async () => {
  expect(failureOfThrown(await thrownBy('http://127.0.0.1:1/'), 'write')).toMatchObject({ code: 'offline' });
});

test('a connection that breaks leaves a write unknown and a read offline', async () => {
  const server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const broken = await thrownBy(`http://127.0.0.1:${address.port}/`);
  expect(failureOfThrown(broken, 'write').code).toBe('unknownOutcome');
  expect(failureOfThrown(broken, 'read')).toMatchObject({ code: 'offline', cause: 'reset' });
  await new Promise((resolve) => server.close(resolve));
});

test.each([
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['UND_ERR_CONNECT_TIMEOUT', 'refused'],
  ['EAI_AGAIN', 'dns'],
])('%s is offline by %s', (code, cause) => {
  expect(failureOfThrown(coded(code), 'write')).toMatchObject({ code: 'offline', cause });
});

test("Chromium's errors are read as Node's are", () => {
  const of = (name: string) => failureOfThrown(new Error(`net::${name}`), 'write');
  expect(of('ERR_NAME_NOT_RESOLVED')).toMatchObject({ cause: 'dns' });
  expect(of('ERR_CERT_DATE_INVALID')).toMatchObject({ cause: 'certificate' });
  expect(of('ERR_CONNECTION_RESET').code).toBe('unknownOutcome');
});

test('Retry-After is seconds, or a date by the server’s own clock', () => {
  const at = Date.parse('2026-11-23T10:00:00Z');
  const of = (headers: Record<string, string>) => retryAfterMs(new Headers(headers), at);
  expect(of({ 'retry-after': '12' })).toBe(12_000);
  const date = new Date(at - 3_600_000).toUTCString();
  expect(of({ date, 'retry-after': new Date(at - 3_600_000 + 30_000).toUTCString() })).toBe(30_000);
  expect(of({ 'retry-after': new Date(at - 1).toUTCString() })).toBe(0);
  expect(of({ 'retry-after': 'soon' })).toBe(30_000);
});

test('a refusal carries the helpdesk’s words, and without any it carries its status', () => {
  const of = (status: number, reasons: readonly string[]) =>
    failureOfStatus(new Response('', { status }), 'write', 0, reasons);
  expect(of(422, ['Subject is needed'])).toMatchObject({ code: 'rejected', reasons: ['Subject is needed'] });
  expect(of(422, [])).toMatchObject({ code: 'rejected', reasons: [{ code: 'unexplained', status: 422 }] });
  expect(of(403, ['No right to reply'])).toMatchObject({ code: 'forbidden', reasons: ['No right to reply'] });
});

test('a broken gateway leaves a write unknown; 503 says that nothing was begun', () => {
  const of = (status: number, intent: 'read' | 'write') =>
    failureOfStatus(new Response('', { status }), intent, 0).code;
  expect([500, 502, 503, 504].map((status) => of(status, 'write'))).toEqual([
    'unknownOutcome',
    'unknownOutcome',
    'server',
    'unknownOutcome',
  ]);
  expect(of(502, 'read')).toBe('server');
});

test('503 with Retry-After is a limit, for a write too', () => {
  const response = () => new Response('', { status: 503, headers: { 'retry-after': '9' } });
  for (const intent of ['read', 'write'] as const)
    expect(failureOfStatus(response(), intent, 0)).toMatchObject({ code: 'rateLimited', retryAfterMs: 9_000 });
});
