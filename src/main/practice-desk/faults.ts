import type { IncomingMessage, ServerResponse } from 'node:http';

/** What goes wrong with a request. */
export type FaultKind =
  /** Answered after `ms`; nothing else is wrong. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** The connection closes before the request has any effect. */
  | { readonly kind: 'requestDropped' }
  /** The connection closes at once, the effect comes `ms` later. */
  | { readonly kind: 'lateEffect'; readonly ms: number }
  /** The effect happened; the connection closes before the answer. */
  | { readonly kind: 'responseDropped' }
  /** The effect happened; half of the answer arrives, then the connection is reset. */
  | { readonly kind: 'resetMidBody' }
  /** Refused with this status before any effect. A 429 may name seconds to wait. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterS?: number }
  /** The effect happened; the answer says JSON and is none. */
  | { readonly kind: 'nonsenseJson' }
  /** Answered by something in between, in HTML, before any effect. */
  | { readonly kind: 'html'; readonly status: number };

export type FaultMatch = {
  readonly method?: string;
  /** The path's beginning, or a pattern tried on path and query. */
  readonly path?: string | RegExp;
};

export type FaultHandle = {
  /** How often it has struck. */
  readonly hits: () => number;
  readonly remove: () => void;
  /** Resolves when it has struck `count` times. */
  readonly struck: (count?: number) => Promise<void>;
};

export type Faults = {
  /** Arms a fault for the next `times` (1) requests that match, after letting `skip` (0) of them pass. */
  readonly add: (
    match: FaultMatch,
    fault: FaultKind,
    options?: { readonly times?: number; readonly skip?: number },
  ) => FaultHandle;
  readonly clear: () => void;
  /** Closes the listener and every connection; `listen` opens the same port again. */
  readonly stopListening: () => Promise<void>;
  readonly listen: () => Promise<void>;
};

type Armed = {
  readonly match: FaultMatch;
  readonly fault: FaultKind;
  left: number;
  skip: number;
  hits: number;
  readonly waiting: { readonly count: number; readonly done: () => void }[];
};

const matches = (match: FaultMatch, method: string, pathAndQuery: string): boolean =>
  (match.method === undefined || match.method.toUpperCase() === method) &&
  (match.path === undefined ||
    (typeof match.path === 'string' ? pathAndQuery.startsWith(match.path) : match.path.test(pathAndQuery)));

/** The armed faults; `take` finds the first that this request meets. */
export const createFaultList = () => {
  let armed: Armed[] = [];
  return {
    add: (
      match: FaultMatch,
      fault: FaultKind,
      options: { readonly times?: number; readonly skip?: number } = {},
    ): FaultHandle => {
      const one: Armed = { match, fault, left: options.times ?? 1, skip: options.skip ?? 0, hits: 0, waiting: [] };
      armed.push(one);
      return {
        hits: () => one.hits,
        remove: () => {
          armed = armed.filter((other) => other !== one);
        },
        struck: (count = 1) =>
          new Promise((done) => {
            if (one.hits >= count) done();
            else one.waiting.push({ count, done });
          }),
      };
    },
    clear: (): void => {
      armed = [];
    },
    take: (method: string, pathAndQuery: string): FaultKind | null => {
      for (const one of armed) {
        if (one.left <= 0 || !matches(one.match, method, pathAndQuery)) continue;
        if (one.skip > 0) {
          one.skip -= 1;
          continue;
        }
        one.left -= 1;
        one.hits += 1;
        for (const waiter of one.waiting) if (one.hits >= waiter.count) waiter.done();
        return one.fault;
      }
      return null;
    },
  };
};

const STATUS_BODIES: Readonly<Record<number, unknown>> = {
  401: { error: "Couldn't authenticate you" },
  403: { error: { title: 'Forbidden', message: 'You do not have access to this page.' } },
  404: { error: 'RecordNotFound', description: 'Not found' },
  409: { error: 'UpdateConflict', description: 'Safe Update prevented the update due to outdated ticket data.' },
  422: {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: { base: [{ description: 'Order number: is needed', error: 'BlankValue' }] },
  },
  429: { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests per minute exceeded' },
};

export type Wire = { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse };
type Work = {
  readonly respond: () => Promise<Response>;
  readonly wait: (ms: number) => Promise<void>;
  /** What to answer when the connection is gone already. */
  readonly gone: () => Response;
};

/** Plays one fault out on a request. */
export const playFault = async (fault: FaultKind, wire: Wire, work: Work): Promise<Response> => {
  const cut = (): Response => {
    wire.incoming.socket.destroy();
    return work.gone();
  };
  switch (fault.kind) {
    case 'latency':
      await work.wait(fault.ms);
      return work.respond();
    case 'requestDropped':
      return cut();
    case 'lateEffect': {
      // The body must be in before the connection goes; the effect then waits.
      const response = work.wait(fault.ms).then(work.respond);
      const answer = cut();
      await response;
      return answer;
    }
    case 'responseDropped':
      await work.respond();
      return cut();
    case 'resetMidBody': {
      const response = await work.respond();
      const body = Buffer.from(await response.arrayBuffer());
      wire.outgoing.writeHead(response.status, {
        ...Object.fromEntries(response.headers),
        'content-length': String(body.length),
      });
      await new Promise<void>((written) => {
        wire.outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), () => written());
      });
      wire.incoming.socket.resetAndDestroy();
      return work.gone();
    }
    case 'status':
      return new Response(
        JSON.stringify(
          STATUS_BODIES[fault.status] ?? { error: 'InternalError', description: 'Something went wrong on our side.' },
        ),
        {
          status: fault.status,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            ...(fault.retryAfterS === undefined ? {} : { 'retry-after': String(fault.retryAfterS) }),
          },
        },
      );
    case 'nonsenseJson': {
      const response = await work.respond();
      return new Response('{"tickets": [{"id": 12, "subj', {
        status: response.status,
        headers: { 'content-type': 'application/json; charset=utf-8' },
      });
    }
    case 'html':
      return new Response('<!doctype html><html><body><h1>Please sign in to the network</h1></body></html>', {
        status: fault.status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
  }
};
