import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * Where a connection breaks. `before`: nothing of the request gets through. `inRequest`: a part of it does. `working`: all of it,
 * and nobody waits for the answer. `answered`: the helpdesk has done it and its answer is lost. `inAnswer`: a part of that comes.
 */
export const CUTS = ['before', 'inRequest', 'working', 'answered', 'inAnswer'] as const;
export type Cut = (typeof CUTS)[number];
export type Kind = 'read' | 'write';
export type PlannedCut = {
  readonly kind: Kind;
  readonly cut: Cut;
  /** Requests of its kind that get through before it. */
  readonly after: number;
  /** How much of what is cut gets through, from 0 to 1. */
  readonly share: number;
};

/** A request that came by, for the record of a failure. */
export type Passed = {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly says: string;
  readonly cut: Cut | null;
  readonly status: number | null;
};

export type CuttingProxy = {
  readonly url: string;
  readonly port: number;
  /** From now on connections are cut as planned, each plan's kind by itself. */
  readonly cut: (plan: readonly PlannedCut[]) => void;
  readonly cuts: () => readonly PlannedCut[];
  /** How many of the plan are still to come. */
  readonly left: () => number;
  readonly writes: () => number;
  /** Does something once: when the next write has been handed over, or when its answer is here and has not been passed on. */
  readonly atNextWrite: (moment: 'sent' | 'answered', act: () => Promise<void>) => void;
  readonly passed: () => readonly Passed[];
  readonly stop: () => Promise<void>;
};

type Request = { readonly method: string; readonly path: string; readonly bytes: Buffer; readonly body: Buffer };

/** A TCP proxy before a helpdesk on this machine that breaks connections where it is told to. It knows as much HTTP as that takes. */
export async function startCuttingProxy(targetPort: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  const passed: Passed[] = [];
  const done: PlannedCut[] = [];
  const waiting = new Map<'sent' | 'answered', () => Promise<void>>();
  let plan: Record<Kind, { readonly left: PlannedCut[]; skipped: number }> = {
    read: { left: [], skipped: 0 },
    write: { left: [], skipped: 0 },
  };
  let writes = 0;

  const nextCut = (kind: Kind): PlannedCut | null => {
    const own = plan[kind];
    const [next] = own.left;
    if (next === undefined) return null;
    if (own.skipped < next.after) {
      own.skipped += 1;
      return null;
    }
    own.skipped = 0;
    own.left.shift();
    done.push(next);
    return next;
  };
  const act = async (moment: 'sent' | 'answered'): Promise<void> => {
    const wanted = waiting.get(moment);
    waiting.delete(moment);
    await wanted?.();
  };
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.setNoDelay(true);
  };

  const server = createServer((client) => {
    const upstream = connect(targetPort, '127.0.0.1');
    keep(client);
    keep(upstream);
    let unread: Buffer = Buffer.alloc(0);
    let current: { readonly kind: Kind; readonly planned: PlannedCut | null; readonly entry: Passed } | null = null;

    const hangUp = (): void => {
      client.resetAndDestroy();
    };
    const handOver = ({ method, path, bytes, body }: Request): void => {
      const kind: Kind = method === 'GET' || method === 'HEAD' ? 'read' : 'write';
      if (kind === 'write') writes += 1;
      const planned = nextCut(kind);
      const entry: Passed = {
        at: Date.now(),
        method,
        path,
        says: kind === 'write' ? body.toString('utf8').slice(0, 160) : '',
        cut: planned?.cut ?? null,
        status: null,
      };
      passed.push(entry);
      current = { kind, planned, entry };
      switch (planned?.cut) {
        case 'before':
          upstream.destroy();
          return hangUp();
        case 'inRequest': {
          const part = bytes.subarray(0, Math.max(1, Math.floor((bytes.length - 1) * planned.share)));
          upstream.end(part, hangUp);
          return;
        }
        case 'working':
          // The helpdesk's end of it stays until it has answered: it cannot know that nobody listens.
          upstream.write(bytes, hangUp);
          return;
        default:
          upstream.write(bytes, () => {
            if (kind === 'write') void act('sent');
          });
      }
    };
    const passOn = async (chunk: Buffer): Promise<void> => {
      const exchange = current;
      if (exchange !== null && exchange.entry.status === null) {
        const status = Number(/^HTTP\/1\.\d (\d+)/.exec(chunk.toString('latin1', 0, 20))?.[1] ?? 0);
        const told = { ...exchange.entry, status };
        passed[passed.indexOf(exchange.entry)] = told;
        current = { ...exchange, entry: told };
        if (exchange.planned === null && exchange.kind === 'write') await act('answered');
      }
      switch (exchange?.planned?.cut) {
        case 'working':
          return;
        case 'answered':
          return hangUp();
        case 'inAnswer':
          if (!client.destroyed)
            client.write(chunk.subarray(0, Math.floor((chunk.length - 1) * exchange.planned.share)), hangUp);
          return;
        default:
          if (!client.destroyed) client.write(chunk);
      }
    };

    client.on('data', (chunk: Buffer) => {
      unread = Buffer.concat([unread, chunk]);
      for (let request = firstRequest(unread); request !== null; request = firstRequest(unread)) {
        unread = unread.subarray(request.bytes.length);
        handOver(request);
      }
    });
    // One at a time, because the first one may wait for what is to be done before it.
    let relayed = Promise.resolve();
    upstream.on('data', (chunk: Buffer) => {
      relayed = relayed.then(() => passOn(chunk));
    });
    upstream.on('close', () => void relayed.then(() => client.end()));
    client.on('close', () => {
      if (current?.planned?.cut !== 'working') upstream.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    cut(wanted) {
      const of = (kind: Kind) => ({ left: wanted.filter((one) => one.kind === kind), skipped: 0 });
      plan = { read: of('read'), write: of('write') };
    },
    cuts: () => done,
    left: () => plan.read.left.length + plan.write.left.length,
    writes: () => writes,
    atNextWrite: (moment, wanted) => void waiting.set(moment, wanted),
    passed: () => passed,
    async stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

const HEAD_END = '\r\n\r\n';

/** The request at the start of what came, once all of it is here. */
function firstRequest(bytes: Buffer): Request | null {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = bytes.toString('latin1', 0, headEnd);
  const start = headEnd + HEAD_END.length;
  const end = start + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  if (bytes.length < end) return null;
  const [method = '', path = ''] = head.split(' ', 2);
  return { method, path, bytes: bytes.subarray(0, end), body: bytes.subarray(start, end) };
}
