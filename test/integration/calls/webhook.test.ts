import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenOn } from '#main/shell/listen.ts';
import { phaseOf } from '#shared/calls/call.ts';
import { asForm, asJson, asMultipart, type Door, NINE, openDoor, send } from './open-door.ts';

let folder: string;
let door: Door;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-door-'));
  door = await openDoor(folder, { users: ['Emma Taylor', '201'], mostPerMinute: 160 });
});
afterEach(async () => {
  await door.stop();
  await rm(folder, { recursive: true, force: true });
});

const RING = {
  event: 'newCall',
  from: '493023125741',
  to: '492214710334',
  direction: 'in',
  callId: '307fa962-de8d-4ffc-817b-7f6993204159',
  user: ['Christopher Miller', 'Emma Taylor'],
};
const phases = (): readonly string[] => door.calls.live().map(phaseOf);

describe('Zammad-style senders', () => {
  it('tell of a call in JSON', async () => {
    const rung = await send(door, asJson(RING));
    expect(rung).toMatchObject({ status: 200, body: '{}' });
    expect(rung.headers['content-type']).toContain('application/json');
    await door.clock.advance(3_000);
    const { event: _ring, user: _users, ...same } = RING;
    await send(
      door,
      asJson({ ...same, event: 'answer', user: 'Emma Taylor', answeringNumber: 'emma@chrispresso.com' }),
    );
    await door.clock.advance(60_000);
    await send(door, asJson({ ...same, event: 'hangup', user: 'Emma Taylor', cause: 'normalClearing' }));
    expect(door.calls.live()).toMatchObject([
      {
        direction: 'in',
        number: '493023125741',
        line: '492214710334',
        startedAt: NINE,
        answeredAt: NINE + 3_000,
        endedAt: NINE + 63_000,
        cause: 'normalClearing',
      },
    ]);
  });

  it('tell of one as forms of both kinds, with a user each', async () => {
    const multipart = asMultipart([
      ['event', 'newCall'],
      ['from', 'anonymous'],
      ['to', '492214710334'],
      ['direction', 'in'],
      ['callId', 'm1'],
      ['user[]', 'Christopher Miller'],
      ['user[]', 'Emma Taylor'],
      ['queue', 'support'],
    ]);
    expect(await send(door, multipart)).toMatchObject({ status: 200, body: '{}' });
    const form = 'event=newCall&from=493055571600&to=491711234567890&direction=in&callId=f1&user[]=Alice&user[]=201';
    expect((await send(door, asForm(form))).status).toBe(200);
    expect(door.calls.live()).toMatchObject([
      { externalId: 'f1', number: '493055571600' },
      { externalId: 'm1', number: '', queue: 'support' },
    ]);
  });

  it('tell of a call that the agent places', async () => {
    await send(door, asJson({ ...RING, direction: 'out', user: 'Emma Taylor' }));
    expect(door.calls.live()).toMatchObject([{ direction: 'out', number: '492214710334', line: '493023125741' }]);
  });

  it('ring for others and are answered by others without a trace in the bar', async () => {
    await send(door, asJson({ ...RING, user: ['Christopher Miller'] }));
    expect(phases()).toEqual([]);
    await send(door, asJson({ ...RING, callId: '2' }));
    await send(door, asJson({ ...RING, callId: '2', event: 'answer', answeringNumber: '202' }));
    expect(phases()).toEqual([]);
    expect((await send(door, asJson({ event: 'hangup', callId: '2', cause: 'normalClearing' }))).status).toBe(200);
  });
});

describe('Asterisk-style senders', () => {
  // System(curl -s -d "event=newCall" -d "from=${CALLERID(num)}" … URL): curl joins them, and escapes nothing.
  it('post from the dialplan, with a plus as it is', async () => {
    const ring = 'event=newCall&from=+4930901820&to=600&direction=in&callId=1700000000.42&user[]=PJSIP/201-0000002a';
    expect(await send(door, asForm(ring))).toMatchObject({ status: 200, body: '{}' });
    await send(door, asForm('event=answer&from=+4930901820&to=600&direction=in&callId=1700000000.42&user[]=201'));
    await send(door, asForm('event=hangup&callId=1700000000.42&cause=16'));
    expect(door.calls.live()).toMatchObject([{ number: '+4930901820', line: '600', cause: '16', answeredAt: NINE }]);
  });

  // ${CURL(URL?…)}: a GET, as the action addresses of softphones are.
  it('ask with the fields in the address', async () => {
    const query = '?event=newCall&from=%2B4930901820&to=600&direction=in&callId=1700000000.43&name=Ann%20Berg&user=201';
    expect(await send(door, { method: 'GET', path: `${door.path}${query}` })).toMatchObject({
      status: 200,
      body: '{}',
    });
    expect(door.calls.live()).toMatchObject([{ number: '+4930901820', name: 'Ann Berg' }]);
  });

  it('post with a word of its own for what it is, or none', async () => {
    const ring = 'event=newCall&from=4930901820&to=600&direction=in&callId=1700000000.44';
    expect((await send(door, { body: ring })).status).toBe(200);
    expect(phases()).toEqual(['ringing']);
  });
});

describe('how much it takes', () => {
  it('takes 50 calls a minute with all that belongs to them, and says when it is too much', async () => {
    for (let call = 0; call < 50; call++) {
      const fields = { ...RING, from: `4930231${call}`, callId: String(call) };
      expect((await send(door, asJson(fields))).status).toBe(200);
      expect((await send(door, asJson({ ...fields, event: 'answer', user: 'Emma Taylor' }))).status).toBe(200);
      expect((await send(door, asJson({ ...fields, event: 'hangup', cause: 'normalClearing' }))).status).toBe(200);
    }
    expect(phases()).toEqual(Array(50).fill('wrapping'));
    expect(door.logged).toEqual([]);

    const answers: number[] = [];
    for (let more = 0; more < 12; more++) answers.push((await send(door, asJson(RING))).status);
    expect(answers).toEqual([...Array(10).fill(200), 429, 429]);
    expect((await send(door, asJson(RING))).headers['retry-after']).toBe('60');
    await door.clock.advance(60_000);
    expect((await send(door, asJson(RING))).status).toBe(200);
  });

  it('is not kept from hearing by somebody without the token', async () => {
    for (let more = 0; more < 200; more++) await send(door, { ...asJson(RING), path: '/call/wrong' });
    expect((await send(door, asJson(RING))).status).toBe(200);
  });

  it('keeps apart what comes at the same moment', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, call) =>
        send(door, asJson({ ...RING, from: `4930231${call}`, callId: String(call) })),
      ),
    );
    expect(new Set(door.calls.live().map(({ externalId }) => externalId)).size).toBe(40);
    const kept = (await readFile(join(folder, 'calls.log'), 'utf8')).split('\n').filter((line) => line !== '');
    expect(kept.map((line) => (JSON.parse(line) as { id: string }).id)).toHaveLength(40);
  });
});

describe('what it refuses', () => {
  const secret = '493023125741';
  const refused = async (sent: Parameters<typeof send>[1]): Promise<readonly unknown[]> => {
    const { status, body, headers } = await send(door, sent);
    const { error } = JSON.parse(body) as { readonly error: string };
    expect(error).toMatch(/\.$/);
    expect(headers['content-type']).toContain('application/json');
    const line = door.logged.at(-1) ?? {};
    expect(line).toMatchObject({ event: 'calls.webhook-refused', status });
    // Neither who calls nor who is called, nor the token, nor what was sent.
    const noted = JSON.stringify(door.logged);
    for (const word of [secret, '492214710334', 'Emma', 'Miller', door.path.slice(6), 'evil'])
      expect(noted).not.toContain(word);
    expect(door.calls.page(null)).toEqual([]);
    return [status, line['reason'], line['field']];
  };

  it('a wrong token, none, and an old one', async () => {
    expect(await refused({ ...asJson(RING), path: '/call/wrong' })).toEqual([401, 'token', '']);
    expect(await refused({ ...asJson(RING), path: `${door.path}x` })).toEqual([401, 'token', '']);
    expect(await refused({ ...asJson(RING), path: '/call/' })).toEqual([404, 'path', '']);
    await door.webhook.newToken();
    expect(await refused(asJson(RING))).toEqual([401, 'token', '']);
  });

  it('a foreign host, a web page and another site', async () => {
    const { headers, body = '' } = asJson(RING);
    const from = (more: Record<string, string>) => refused({ headers: { ...headers, ...more }, body });
    expect(await from({ host: 'evil.example' })).toEqual([403, 'host', '']);
    expect(await from({ host: `evil.example:${door.port}` })).toEqual([403, 'host', '']);
    expect(await from({ host: '127.0.0.1' })).toEqual([403, 'host', '']);
    expect(await from({ origin: 'https://evil.example' })).toEqual([403, 'page', '']);
    expect(await from({ origin: 'null' })).toEqual([403, 'page', '']);
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toEqual([403, 'page', '']);
    expect(await from({ 'sec-fetch-site': 'same-site' })).toEqual([403, 'page', '']);
    // A tunnel from the telephone system ends here under its other name.
    expect((await send(door, { headers: { ...headers, host: `localhost:${door.port}` }, body })).status).toBe(200);
  });

  it('other methods and places', async () => {
    expect(await refused({ ...asJson(RING), method: 'PUT' })).toEqual([405, 'method', '']);
    expect((await send(door, { method: 'DELETE' })).headers['allow']).toBe('GET, POST');
    expect((await send(door, { method: 'HEAD' })).status).toBe(405);
    expect(await refused({ ...asJson(RING), path: '/' })).toEqual([404, 'path', '']);
    expect(await refused({ ...asJson(RING), path: `/call/../call${door.path.slice(5)}` })).toEqual([404, 'path', '']);
    expect(await refused({ ...asJson(RING), path: `${door.path}/` })).toEqual([404, 'path', '']);
  });

  it('what is too long, whatever it says of its length', async () => {
    const long = JSON.stringify({ ...RING, user: 'x'.repeat(17_000) });
    expect(await refused({ ...asJson(RING), body: long })).toEqual([413, 'too-large', '']);
    const chunked = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    expect((await send(door, { headers: chunked, body: long })).status).toBe(413);
  });

  it.each([
    [asJson([]), 422, 'json', ''],
    [{ ...asJson({}), body: '{"event":' }, 422, 'json', ''],
    [{ ...asJson({}), headers: { 'content-type': 'text/xml' } }, 415, 'type', ''],
    [{ ...asMultipart([]), body: 'nonsense' }, 415, 'type', ''],
    [{}, 422, 'field', 'callId'],
    [asJson({ ...RING, event: 'ringing' }), 422, 'event', ''],
    [asJson({ ...RING, event: ['newCall', 'evil'].reverse() }), 422, 'event', ''],
    [asJson({ ...RING, callId: undefined }), 422, 'field', 'callId'],
    [asJson({ ...RING, callId: 'x'.repeat(300) }), 422, 'field', 'callId'],
    [asJson({ ...RING, direction: 'sideways' }), 422, 'field', 'direction'],
    [asJson({ ...RING, direction: undefined }), 422, 'field', 'direction'],
    [asJson({ ...RING, direction: 'out', to: '' }), 422, 'field', 'to'],
    [asJson({ ...RING, from: '1'.repeat(200) }), 422, 'field', 'from'],
    [asJson({ ...RING, callId: { evil: true } }), 422, 'field', 'callId'],
    [asJson({ event: 'hangup', callId: 'never-heard-of' }), 422, 'unknown-call', ''],
  ])('nonsense, and says what is wrong with it: %j', async (sent, ...expected) => {
    expect(await refused(sent)).toEqual(expected);
  });
});

describe('its address', () => {
  it('is on this machine alone', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
    if (outside === undefined) return;
    await expect(fetch(`http://${outside}:${door.port}${door.path}`, { method: 'POST' })).rejects.toThrow();
  });

  it('stays the same over starts, and the token with it, of which only the hash is kept', async () => {
    const kept = await readFile(join(folder, 'calls-webhook.json'), 'utf8');
    expect(kept).not.toContain(door.path.slice(6));
    await door.stop();
    const again = await openDoor(folder);
    expect(again.port).toBe(door.port);
    await again.stop();
  });

  it('does not move when another program has it: it says so, and opens once it is free', async () => {
    const { port } = door;
    await door.webhook.follow(false);
    expect(await door.webhook.telephone()).toEqual({
      address: `http://127.0.0.1:${port}/call/`,
      problem: 'off',
      hasToken: true,
    });
    const other = createServer();
    expect((await listenOn(other, port)).ok).toBe(true);
    await door.webhook.follow(true);
    expect(await door.webhook.telephone()).toMatchObject({
      address: `http://127.0.0.1:${port}/call/`,
      problem: 'port-taken',
    });
    await new Promise((resolve) => other.close(resolve));
    expect(await door.webhook.telephone()).toMatchObject({ problem: null });
    expect((await send(door, asJson(RING))).status).toBe(200);
  });
});
