import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { socketLink } from '#shared/link/socket-link.ts';
import { ask, end, enter, makePage, makeProfile, runHost, type StartedHost, startHost } from './start-host.ts';

describe('calls by links to the browser host', { timeout: 30_000 }, () => {
  let page: string;
  let profile: string;
  let host: StartedHost;
  let cookie: string;
  let window: WebSocket;
  const shown: string[] = [];
  beforeAll(async () => {
    page = await makePage();
    profile = await makeProfile();
    host = await startHost(page, ['--no-open', '--profile', profile]);
    cookie = await enter(host);
    const headers = { cookie, origin: `http://127.0.0.1:${host.port}` };
    window = new WebSocket(`ws://127.0.0.1:${host.port}/link`, { headers });
    socketLink(window).onMessage((message) => shown.push((message as { readonly call: string }).call));
    await once(window, 'open');
  });
  afterAll(async () => {
    window.terminate();
    await end(host, 'SIGINT');
  });

  it('shows the call that a telephone program opens in the agent’s browser', async () => {
    const answer = await ask(host.port, '/call?number=+4791234567&name=Ann%20Berg', {
      cookie,
      'sec-fetch-site': 'none',
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('The call is shown in Holdfast.');
    expect(answer.body).not.toContain('Ann');
    await ask(host.port, '/call?link=tel%3A%2B4721000000', { cookie });
    await expect.poll(() => shown).toEqual(['holdfast://call?number=+4791234567&name=Ann%20Berg', 'tel:+4721000000']);
  });

  it('says so where there is no call to show', async () => {
    const none = await ask(host.port, '/call?link=https%3A%2F%2Fevil.example', { cookie });
    expect(none.status).toBe(422);
    expect(none.body).toContain('This is no call that can be shown.');
  });

  it('shows nothing in a browser that was not let in, to a script, a picture or a form of another page', async () => {
    const before = shown.length;
    const link = '/call?link=tel:112';
    const site = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
    expect((await ask(host.port, link)).status).toBe(401);
    expect((await ask(host.port, link, { cookie, ...site })).status).toBe(403);
    expect(
      (await ask(host.port, link, { ...site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' })).status,
    ).toBe(403);
    expect((await ask(host.port, link, { cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask(host.port, link, { cookie, host: `evil.example:${host.port}` })).status).toBe(403);
    expect((await ask(host.port, link, { cookie }, 'POST')).status).toBe(405);
    expect((await ask(host.port, '/call.js')).status).toBe(401);
    expect((await ask(host.port, '/calls?link=tel:112', { cookie })).status).toBe(404);
    expect(shown).toHaveLength(before);
  });

  it('asks once more by a page of its own where another led here, for only then does the session come along', async () => {
    const led = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    const before = shown.length;
    const answer = await ask(host.port, '/call?link=tel:112&x="><script>', led);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('content="0;url=/call?link=tel:112&amp;x=&quot;&gt;&lt;script&gt;"');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await ask(host.port, '/call?link=tel:112', { ...led, host: 'evil.example' })).status).toBe(403);
    expect(shown).toHaveLength(before);
  });

  it('offers to open telephone links, with a script of its own and no other', async () => {
    const answer = await ask(host.port, '/call', { cookie });
    expect(answer.body).toContain(`http://127.0.0.1:${host.port}/call?number=`);
    expect(answer.body).toContain('<button data-scheme="tel">Open tel: links here</button>');
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    expect((await ask(host.port, '/call.js', { cookie })).body).toContain('registerProtocolHandler');
  });

  it('takes a call from a second start, which ends well', async () => {
    const second = await runHost(page, ['--profile', profile, '--no-open', '--call', 'tel:+4790000000']);
    expect(second).toEqual({ code: 0, said: 'Handed over to the Holdfast that runs on this profile.\n' });
    await expect.poll(() => shown.at(-1)).toBe('tel:+4790000000');
  });

  it('says where a browser is asked to open telephone links', async () => {
    const other = await startHost(page, [
      '--profile',
      await makeProfile(),
      '--port',
      '0',
      '--no-open',
      '--handle-tel',
      'on',
    ]);
    await end(other, 'SIGINT');
    expect(other.said).toContain(`open http://127.0.0.1:${other.port}/call there`);
  });
});
