import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { type SocketLike, socketLink } from '#shared/link/socket-link.ts';
import type { Core } from '../../core-face.ts';
import type { Verdict } from './gate.ts';

/** The largest single message: an attachment at its limit, with room to spare. */
const LARGEST_MESSAGE = 64 * 1024 * 1024;

export type LinkSocketsOptions = {
  readonly judge: (request: IncomingMessage) => Verdict;
  /** Links wait for it before their handshake. */
  readonly core: Promise<Pick<Core, 'connectStore'>>;
  /** How many windows are connected, told after every change. */
  readonly onCount: (count: number) => void;
  /** Upgrades that belong to somebody else (the development server's own socket). */
  readonly leaveAlone: (request: IncomingMessage) => boolean;
};

/** Carries the link over WebSockets at `/link`, each judged before its handshake. Returns how to close them all. */
export function carryLinks(server: Server, options: LinkSocketsOptions): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, perMessageDeflate: false });
  server.on('upgrade', (request, stream: Duplex, head) => {
    stream.on('error', () => stream.destroy());
    const verdict = options.judge(request);
    if (verdict.verdict !== 'pass') {
      stream.end(
        `HTTP/1.1 ${verdict.verdict === 'refuse' ? verdict.status : 400} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
      return;
    }
    if (options.leaveAlone(request)) return;
    if (verdict.pathname !== '/link') {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    void options.core.then(
      (core) =>
        sockets.handleUpgrade(request, stream, head, (socket) => {
          options.onCount(sockets.clients.size);
          socket.on('close', () => options.onCount(sockets.clients.size));
          // Without a listener a broken frame would end the process; `close` follows and is what the link hears.
          socket.on('error', () => socket.terminate());
          core.connectStore(socketLink(socket satisfies SocketLike));
        }),
      () => stream.destroy(),
    );
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}
