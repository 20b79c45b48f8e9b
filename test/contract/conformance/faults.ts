import { createServer, type Server } from 'node:net';
import type { ConnectorPorts, ConnectorRequest } from '#main/connectors/contract.ts';

/**
 * What happens to one request. The failures of the network are real ones, made by a socket that misbehaves, so that the
 * connector sees the errors that `fetch` really throws.
 */
export type Fault =
  /** Nobody listens. */
  | { readonly kind: 'refused' }
  /** The name is not known. */
  | { readonly kind: 'dns' }
  /** The request goes out and the connection breaks before the helpdesk has it. */
  | { readonly kind: 'lostRequest' }
  /** The helpdesk does it; the connection breaks before its answer is back. */
  | { readonly kind: 'lostAnswer' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** The helpdesk's own answer, with its JSON changed; not used up until `change` returns something. */
  | { readonly kind: 'changed'; readonly change: (url: string, json: unknown) => unknown | null };

export type FaultyFetch = {
  readonly fetch: ConnectorPorts['fetch'];
  /** Lays a fault on the next request that reads, or the next that writes. */
  readonly next: (which: 'read' | 'write', fault: Fault) => void;
  /** Whether a fault laid on is still waiting: a test that never met its fault proves nothing. */
  readonly waiting: () => boolean;
  /** Takes away every fault. */
  readonly clear: () => void;
  /** Requests made so far. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
};

const isWrite = (request: ConnectorRequest) => !['GET', 'HEAD', undefined].includes(request.method);

/** The real `fetch` with faults laid over single requests. */
export async function openFaultyFetch(): Promise<FaultyFetch> {
  const breaker: Server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.destroy());
  });
  await new Promise<void>((resolve) => breaker.listen(0, '127.0.0.1', resolve));
  const address = breaker.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const breaking = `http://127.0.0.1:${address.port}/`;
  // A port that was free a moment ago and is closed again.
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const closedAddress = closed.address();
  if (closedAddress === null || typeof closedAddress === 'string') throw new Error('no port');
  await new Promise<void>((resolve) => closed.close(() => resolve()));

  const laid: { which: 'read' | 'write'; fault: Fault }[] = [];
  let requests = 0;
  const real = (url: string, { lane: _lane, ...init }: ConnectorRequest) => fetch(url, init as RequestInit);

  const faulty: ConnectorPorts['fetch'] = async (url, request) => {
    requests += 1;
    const which = isWrite(request) ? 'write' : 'read';
    const at = laid.findIndex((each) => each.which === which);
    const fault = laid[at]?.fault;
    if (fault === undefined) return real(url, request);
    if (fault.kind === 'changed') {
      const answer = await real(url, request);
      const text = await answer.text();
      const changed = answer.ok && text.startsWith('{') ? fault.change(url, JSON.parse(text)) : null;
      if (changed !== null) laid.splice(at, 1);
      return new Response(changed === null ? text : JSON.stringify(changed), answer);
    }
    laid.splice(at, 1);
    if (fault.kind === 'refused') return real(`http://127.0.0.1:${closedAddress.port}/`, request);
    if (fault.kind === 'dns') return real('http://helpdesk.invalid/', request);
    if (fault.kind === 'answer')
      return new Response(fault.body ?? '', { status: fault.status, ...(fault.headers && { headers: fault.headers }) });
    if (fault.kind === 'lostAnswer') await (await real(url, request)).arrayBuffer();
    return real(breaking, request);
  };
  return {
    fetch: faulty,
    next: (which, fault) => void laid.push({ which, fault }),
    waiting: () => laid.length > 0,
    clear: () => void laid.splice(0),
    count: () => requests,
    close: () => new Promise((resolve) => breaker.close(() => resolve())),
  };
}
