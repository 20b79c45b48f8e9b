import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type RewritingProxy = {
  readonly url: string;
  /** When requests came in, UTC ms, oldest first. */
  readonly askedAt: () => readonly number[];
  readonly stop: () => Promise<void>;
};

/** Stands before a helpdesk and may change what it answers. `rewrite` gets each answer's text with the path that was asked for. */
export async function startRewritingProxy(
  target: string,
  rewrite: (text: string, path: string) => string,
): Promise<RewritingProxy> {
  const asked: number[] = [];
  let url = '';
  const server = createServer((incoming, outgoing) => {
    asked.push(Date.now());
    const path = incoming.url ?? '/';
    const pass = async (): Promise<void> => {
      const body = await bodyOf(incoming);
      const answer = await fetch(`${target}${path}`, {
        method: incoming.method ?? 'GET',
        headers: passedOn(incoming),
        redirect: 'manual',
        ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
      });
      const text = Buffer.from(await answer.arrayBuffer());
      const isJson = (answer.headers.get('content-type') ?? '').includes('json');
      const told = isJson ? rewrite(text.toString('utf8').replaceAll(target, url), path) : text;
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'content-length'));
      outgoing.writeHead(answer.status, headers).end(told);
    };
    pass().catch(() => outgoing.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${portOf(server.address())}`;
  return { url, askedAt: () => asked, stop: stopped(server) };
}

export type PlainServer = { readonly url: string; readonly stop: () => Promise<void> };

/** Answers everything with one web page: there is a server, and no helpdesk. */
export async function startWebPage(status = 200): Promise<PlainServer> {
  const server = createServer((_incoming, outgoing) => {
    outgoing
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!doctype html><h1>Nice shoes</h1>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${portOf(server.address())}`, stop: stopped(server) };
}

/** A server with a certificate that nobody has signed. */
export async function startUntrusted(certificate: {
  readonly key: string;
  readonly cert: string;
}): Promise<PlainServer> {
  const server = createSecureServer(certificate, (_incoming, outgoing) => outgoing.writeHead(200).end('{}'));
  // The client hangs up on the handshake.
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `https://127.0.0.1:${portOf(server.address())}`, stop: stopped(server) };
}

/** A port at which nothing listens: taken once and given back. */
export async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const port = portOf(server.address());
  await stopped(server)();
  return port;
}

const portOf = (address: AddressInfo | string | null): number =>
  address !== null && typeof address === 'object' ? address.port : 0;

const stopped = (server: { close(done: () => void): unknown; closeAllConnections(): void }) => (): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

/** What belongs to one connection is not passed on. */
const OWN = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding']);
const passedOn = (incoming: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(incoming.headers).flatMap(([name, value]) =>
      OWN.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );
