import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { socketLink } from '#shared/link/socket-link.ts';
import { ask, end, enter, makePage, makeProfile, type StartedHost, startHost } from './start-host.ts';

describe('the browser host’s gate', { timeout: 30_000 }, () => {
  let host: StartedHost;
  let cookie: string;
  /** What came without a key and with a wrong one, before the right one was used. */
  let refused: readonly number[];
  beforeAll(async () => {
    host = await startHost(await makePage(), ['--port', '0', '--no-open', '--profile', await makeProfile()]);
    refused = [(await ask(host.port, '/')).status, (await ask(host.port, '/?key=wrong')).status];
    cookie = await enter(host);
  });
  afterAll(() => end(host, 'SIGINT'));

  const open = async (headers: Record<string, string>, path = '/link'): Promise<number | 'open'> => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
    return new Promise((resolve, reject) => {
      socket.on('open', () => {
        socket.terminate();
        resolve('open');
      });
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('error', reject);
    });
  };
  const own = (): string => `http://127.0.0.1:${host.port}`;

  it('lets a key in once, strips it, and tells who comes with it again what to do', async () => {
    expect(cookie).toMatch(new RegExp(`^holdfast-${host.port}=[\\w-]{43}$`));
    expect(refused).toEqual([401, 403]);
    const again = await ask(host.port, `/?key=${host.key}`);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.body).toContain('This address has been used already');
    expect(again.body).not.toContain(host.key);
  });

  it('gives a session that no script reads and no other site sends, and a redirect without the key', async () => {
    const fresh = await startHost(await makePage(), ['--port', '0', '--no-open', '--profile', await makeProfile()]);
    const answer = await ask(fresh.port, `/?key=${fresh.key}`);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    await end(fresh, 'SIGTERM');
  });

  it('refuses another Host, whatever the cookie', async () => {
    for (const name of [
      `localhost:${host.port}`,
      `evil.example:${host.port}`,
      '127.0.0.1',
      `127.0.0.1:${host.port}.evil.example`,
    ]) {
      // Node’s own parser answers 400 to what is no host at all.
      expect([400, 403]).toContain((await ask(host.port, '/', { host: name, cookie })).status);
    }
  });

  it('refuses another Origin and another site', async () => {
    expect((await ask(host.port, '/', { cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask(host.port, '/', { cookie, origin: 'null' })).status).toBe(403);
    expect((await ask(host.port, '/', { cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await ask(host.port, '/', { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask(host.port, '/', { cookie, origin: own() })).status).toBe(200);
    expect((await ask(host.port, '/', { cookie }, 'POST')).status).toBe(405);
  });

  it('refuses a socket from another Host or Origin, without an Origin, or without a session', async () => {
    expect(await open({ cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await open({ cookie })).toBe(403);
    expect(await open({ cookie, origin: own(), host: `localhost:${host.port}` })).toBe(403);
    expect(await open({ origin: own() })).toBe(401);
    expect(await open({ cookie: `${cookie}x`, origin: own() })).toBe(401);
    expect(await open({ cookie, origin: own() }, '/other')).toBe(404);
    expect(await open({ cookie, origin: own() })).toBe('open');
  });

  it('carries the link, bytes included', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/link`, { headers: { cookie, origin: own() } });
    await once(socket, 'open');
    const port = socketLink(socket);
    const answer = new Promise((resolve) => port.onMessage(resolve));
    port.post({ words: 'hello', bytes: new Uint8Array([1, 2, 3]) });
    expect(await answer).toEqual({ echo: { words: 'hello', bytes: new Uint8Array([1, 2, 3]) } });
    const closed = once(socket, 'close');
    port.close();
    await closed;
  });

  it('serves only what was built', async () => {
    for (const path of [
      '/../outside.html',
      '/assets/../../outside.html',
      '/%2e%2e/outside.html',
      '/..%2foutside.html',
      '//outside.html',
      '/etc/passwd',
    ]) {
      const answer = await ask(host.port, path, { cookie });
      expect([400, 404]).toContain(answer.status);
      expect(answer.body).not.toContain('outside');
    }
  });

  it('sends each part with a policy of its own', async () => {
    const page = await ask(host.port, '/', { cookie });
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; " +
        `connect-src 'self' ws://127.0.0.1:${host.port}; worker-src 'self'; frame-src 'self'; base-uri 'none'; ` +
        "form-action 'none'; frame-ancestors 'none'",
    );
    const script = await ask(host.port, '/assets/index-Ab12Cd34.js', { cookie });
    expect(script.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; connect-src 'self' ws://127.0.0.1:${host.port}; worker-src 'self'`,
    );
    const message = await ask(host.port, '/message.html', { cookie });
    expect(message.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    const stranger = await ask(host.port, '/');
    for (const answer of [page, script, message, stranger]) {
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(answer.headers['permissions-policy']).toContain('camera=()');
    }
  });

  it('lets hashed files be kept for ever and everything be compressed', async () => {
    const script = await ask(host.port, '/assets/index-Ab12Cd34.js', { cookie, 'accept-encoding': 'gzip, br' });
    expect(script.headers['content-encoding']).toBe('gzip');
    expect(script.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect((await ask(host.port, '/', { cookie })).headers['cache-control']).toBe('no-cache');
  });
});
