import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createFaultList, type Faults, playFault, type Wire } from '../faults.ts';

export type Listener = { readonly port: () => number; readonly faults: Faults; readonly close: () => Promise<void> };

/** Serves `respond` on 127.0.0.1, with faults in between. Port 0 takes a free one and keeps it when listening again. */
export const listen = async (
  respond: (request: Request) => Promise<Response>,
  firstPort: number,
  wait: (ms: number) => Promise<void>,
): Promise<Listener> => {
  const list = createFaultList();
  let port = firstPort;
  let server: Server | null = null;

  const open = async (): Promise<void> => {
    if (server) return;
    const next = createServer(
      getRequestListener((request, env) => {
        const wire = env as unknown as Wire;
        const url = new URL(request.url);
        const fault = list.take(request.method, url.pathname + url.search);
        if (!fault) return respond(request);
        const work = { respond: () => respond(request), wait, gone: () => RESPONSE_ALREADY_SENT };
        if (fault.kind !== 'lateEffect') return playFault(fault, wire, work);
        return request.arrayBuffer().then((body) => {
          const kept = new Request(request.url, {
            method: request.method,
            headers: request.headers,
            ...(request.method === 'GET' || request.method === 'HEAD' ? {} : { body }),
          });
          return playFault(fault, wire, { ...work, respond: () => respond(kept) });
        });
      }),
    );
    await new Promise<void>((done, fail) => {
      next.once('error', fail);
      next.listen(port, '127.0.0.1', done);
    });
    port = (next.address() as AddressInfo).port;
    server = next;
  };
  const close = async (): Promise<void> => {
    const old = server;
    server = null;
    if (!old) return;
    await new Promise<void>((done) => {
      old.close(() => done());
      old.closeAllConnections();
    });
  };
  await open();
  return {
    port: () => port,
    faults: { add: list.add, clear: list.clear, stopListening: close, listen: open },
    close,
  };
};
