import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { connectLink } from '#shared/link/connect-link.ts';
import { type Contract, type Implementation, LinkClosed } from '#shared/link/define.ts';
import { messagePortLink } from '#shared/link/message-port-link.ts';
import type { LinkPort } from '#shared/link/port.ts';
import { socketLink } from '#shared/link/socket-link.ts';
import { z } from '#shared/schema.ts';

const contract = {
  add: { args: z.tuple([z.number(), z.number()]), result: z.number(), lane: 'agent' },
  slow: { args: z.tuple([z.string()]), result: z.string(), lane: 'sync' },
  bytes: {
    args: z.tuple([z.object({ bytes: z.instanceof(Uint8Array), note: z.string() })]),
    result: z.object({ bytes: z.instanceof(Uint8Array), $bytes: z.array(z.instanceof(Uint8Array)) }),
    lane: 'agent',
  },
  wrong: { args: z.tuple([]), result: z.number(), lane: 'agent' },
  throws: { args: z.tuple([]), result: z.null(), lane: 'agent' },
} as const satisfies Contract;
const nothing = {} as const satisfies Contract;
type Served = Implementation<typeof contract>;

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

const overPorts = async (): Promise<readonly [LinkPort, LinkPort]> => {
  const { port1, port2 } = new MessageChannel();
  cleanups.push(() => {
    port1.close();
    port2.close();
  });
  return [messagePortLink(port1), messagePortLink(port2)];
};

const overSockets = async (): Promise<readonly [LinkPort, LinkPort]> => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  cleanups.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  const accepted = new Promise<WebSocket>((resolve) => server.once('connection', resolve));
  const client = new WebSocket(`ws://127.0.0.1:${address.port}`);
  const ours = await accepted;
  await new Promise((resolve) => (client.readyState === 1 ? resolve(null) : client.once('open', resolve)));
  cleanups.push(() => {
    client.terminate();
    ours.terminate();
  });
  return [socketLink(ours), socketLink(client)];
};

const served = (over: Partial<Served> = {}): Served => ({
  add: async (a, b) => a + b,
  slow: async (name) => name,
  bytes: async ({ bytes }) => ({ bytes: Buffer.from([...bytes].reverse()), $bytes: [bytes, new Uint8Array()] }),
  wrong: async () => 'text' as unknown as number,
  throws: async () => {
    throw new Error('the lamp is out');
  },
  ...over,
});

const pair = (ports: readonly [LinkPort, LinkPort], over: Partial<Served> = {}) => {
  const server = connectLink({ port: ports[0], serves: contract, implementation: served(over), calls: nothing });
  const client = connectLink({ port: ports[1], serves: nothing, implementation: {}, calls: contract });
  return { server, client };
};

describe.each([
  ['message ports', overPorts],
  ['web sockets', overSockets],
])('a link over %s', (_name, open) => {
  it('answers calls', async () => {
    const { client } = pair(await open());
    expect(await client.remote.add(2, 3)).toBe(5);
  });

  it('carries bytes unharmed, Node buffers among them', async () => {
    const { client } = pair(await open());
    const large = Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 251);
    const answer = await client.remote.bytes({ bytes: large, note: 'b{"paths":[]}' });
    expect(answer.bytes.length).toBe(large.length);
    expect(answer.bytes[0]).toBe(large.at(-1));
    expect(Buffer.compare(answer.$bytes[0] ?? new Uint8Array(), large)).toBe(0);
    expect(answer.$bytes[1]?.length).toBe(0);
  });

  it('rejects what does not parse, and goes on', async () => {
    const { client } = pair(await open());
    await expect(client.remote.add('2' as unknown as number, 3)).rejects.toThrow(/add: bad arguments: 0/);
    await expect(client.remote.wrong()).rejects.toThrow(/bad result/);
    await expect(client.remote.throws()).rejects.toThrow(/the lamp is out/);
    expect(await client.remote.add(1, 1)).toBe(2);
  });

  it('rejects a method that the other side does not know, the ones every object has included', async () => {
    const [ours, theirs] = await open();
    connectLink({ port: ours, serves: nothing, implementation: {}, calls: nothing });
    const method = { args: z.tuple([]), result: z.unknown(), lane: 'agent' } as const;
    const { remote } = connectLink({
      port: theirs,
      serves: nothing,
      implementation: {},
      calls: { gone: method, toString: method },
    });
    await expect(remote.gone()).rejects.toThrow(/no such method/);
    await expect(remote.toString()).rejects.toThrow(/no such method/);
  });

  it('drops messages of another shape', async () => {
    const [ours, theirs] = await open();
    const { client } = pair([ours, theirs]);
    for (const message of [null, 'x', 4, { t: 'q' }, { t: 'q', m: 'add', a: 'no' }, { t: 's', i: 'none' }])
      theirs.post(message);
    expect(await client.remote.add(1, 1)).toBe(2);
  });

  it('rejects everything pending with LinkClosed when the other side closes, and calls after it', async () => {
    const { server, client } = pair(await open(), { slow: () => new Promise(() => {}) });
    const calls = ['a', 'b', 'c', 'd'].map((name) => client.remote.slow(name));
    const settled = Promise.allSettled(calls);
    await client.remote.add(1, 1);
    server.close();
    await client.closed;
    await server.closed;
    for (const result of await settled)
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(LinkClosed) });
    await expect(client.remote.add(1, 1)).rejects.toBeInstanceOf(LinkClosed);
  });

  it('lets a call of the agent overtake waiting sync calls', async () => {
    const release: (() => void)[] = [];
    const seen: string[] = [];
    const { client } = pair(await open(), {
      slow: (name) => {
        seen.push(name);
        return new Promise((resolve) => release.push(() => resolve(name)));
      },
    });
    const all = ['a', 'b', 'c', 'd'].map((name) => client.remote.slow(name));
    expect(await client.remote.add(1, 1)).toBe(2);
    expect(seen).toEqual(['a', 'b']);
    release[0]?.();
    await all[0];
    await client.remote.add(1, 1);
    expect(seen).toEqual(['a', 'b', 'c']);
    for (const go of release) go();
    await all[1];
    await all[2];
    await client.remote.add(1, 1);
    release[3]?.();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });
});

it('notices a port that is closed without a word', async () => {
  const { port1, port2 } = new MessageChannel();
  const client = connectLink({ port: messagePortLink(port1), serves: nothing, implementation: {}, calls: contract });
  const settled = Promise.allSettled([client.remote.add(1, 1)]);
  port2.close();
  await client.closed;
  expect(await settled).toMatchObject([{ status: 'rejected', reason: expect.any(LinkClosed) }]);
});
