import type { Capabilities } from '#main/connectors/contract.ts';
import type { Helpdesk } from './helpdesk.ts';
import { answerRequest } from './helpdesk-api.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import { tokenIn } from './token.ts';

/** What may go wrong with one request. */
export const FAULTS = [
  'request-dropped',
  'response-dropped',
  'late-effect',
  'stalled',
  'conflict',
  'refused',
  'limited',
  'limited-untold',
  'busy',
  'broken-before',
  'broken-after',
  'nonsense',
] as const;
export type Fault = (typeof FAULTS)[number];

export type Network = {
  /** No request leaves until `online` again. */
  online: boolean;
  /** Every request is answered with 401. */
  revoked: boolean;
  /** What befalls the next requests, reads and writes apart. */
  readonly faults: { readonly read: Fault[]; readonly write: Fault[] };
  /** How long after its connection was closed a write may still take effect; Infinity within what is drawn, for the second suite. */
  fetchFor(life: Life, name: string): typeof globalThis.fetch;
  /** A clock has jumped: how long ago the helpdesk asked for patience cannot be told by it any more. */
  clockJumped(): void;
  /** Requests that left although the helpdesk had asked to be left alone, or faster than it allows. */
  readonly impatient: string[];
  /** Writes whose effect came after a longer time than the helpdesk promises. */
  readonly faultsMet: () => number;
};

const SLOWEST_MS = 400;

export function createNetwork(options: {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly helpdesk: Helpdesk;
  readonly capabilities: Capabilities;
  readonly serverNow: () => number;
  /** The longest that a cut write may take, as a share of what the helpdesk promises; above 1 it breaks its promise. */
  readonly lateness: number;
  readonly log: (line: string) => void;
}): Network {
  const { scheduler, random, helpdesk, capabilities, serverNow, lateness, log } = options;
  let met = 0;
  const patiences: Patience[] = [];

  const send = (life: Life, url: URL, init: RequestInit, patience: Patience): Promise<Response> =>
    new Promise((resolve, reject) => {
      const { signal } = init;
      const body = typeof init.body === 'string' ? init.body : null;
      const isWrite = body !== null;
      const fault = network.faults[isWrite ? 'write' : 'read'].shift() ?? null;
      if (fault) {
        met += 1;
        log(`${fault} befalls ${isWrite ? 'a write' : `GET ${url.pathname}`}`);
      }
      let isClosed = false;
      const close = (error: unknown): void => {
        if (isClosed) return;
        isClosed = true;
        life.after(0, () => reject(error));
      };
      const answer = (status: number, content: unknown, headers: Record<string, string> = {}): void => {
        life.after(random.between(1, SLOWEST_MS), () => {
          if (isClosed) return;
          isClosed = true;
          const seconds = Number(headers['retry-after'] ?? 0);
          if (seconds > 0) patience.until = Math.max(patience.until, scheduler.elapsed() + seconds * 1_000);
          resolve(
            new Response(typeof content === 'string' ? content : JSON.stringify(content), {
              status,
              headers: { date: new Date(serverNow()).toUTCString(), ...headers },
            }),
          );
        });
      };
      const take = (): { readonly status: number; readonly body: unknown } => {
        const taken = network.revoked ? { status: 401, body: {} } : answerRequest(helpdesk, capabilities, url, body);
        if (body !== null) log(`${tokenIn(body)} reaches the helpdesk: ${taken.status}`);
        return taken;
      };
      /** Closed at some time, and effective at the latest when the helpdesk promises. */
      const takeLate = (): void => {
        let begun = false;
        const begin = (): void => {
          if (begun) return;
          begun = true;
          scheduler.after(random.next() * lateness * capabilities.lateEffectMs, () => {
            log('a late write takes effect');
            take();
          });
        };
        signal?.addEventListener('abort', begin);
        life.onKill(begin);
        if (fault !== 'stalled')
          life.after(random.between(1, 3_000), () => {
            begin();
            close(reset());
          });
      };
      signal?.addEventListener('abort', () => close(signal.reason));
      if (!network.online) {
        life.after(random.between(1, 50), () => close(refusedConnection()));
        return;
      }
      patience.check(url, scheduler.elapsed());
      scheduler.after(random.between(1, SLOWEST_MS), () => {
        switch (fault) {
          case 'request-dropped':
            return close(reset());
          case 'late-effect':
          case 'stalled':
            return takeLate();
          case 'response-dropped':
            take();
            return close(reset());
          case 'conflict':
            return answer(isWrite ? 409 : 500, {});
          case 'refused':
            return answer(isWrite ? 422 : 500, {});
          case 'limited':
            return answer(429, {}, { 'retry-after': String(random.between(1, 60)) });
          case 'limited-untold':
            return answer(429, {});
          case 'busy':
            return answer(503, {});
          case 'broken-before':
            return answer(500, {});
          case 'broken-after':
            take();
            return answer(502, '<html>');
          case 'nonsense':
            take();
            return answer(200, '<html>Welcome!</html>');
          case null: {
            const taken = take();
            return answer(taken.status, taken.body);
          }
        }
      });
    });

  const network: Network = {
    online: true,
    revoked: false,
    faults: { read: [], write: [] },
    impatient: [],
    faultsMet: () => met,
    clockJumped() {
      for (const patience of patiences) patience.until = 0;
    },
    fetchFor(life, name) {
      const patience = createPatience(capabilities, (what) => network.impatient.push(`${name}: ${what}`));
      patiences.push(patience);
      return (url, init) => send(life, new URL(url instanceof Request ? url.url : url), init ?? {}, patience);
    },
  };
  return network;
}

type Patience = { until: number; check(url: URL, at: number): void };

/** Whether requests keep to what the helpdesk asked for: as of one life, because what is in flight at a kill tells nobody. */
function createPatience({ budget }: Capabilities, say: (what: string) => void): Patience {
  const sent: number[] = [];
  return {
    until: 0,
    check(url, at) {
      if (at < this.until) say(`${url.pathname} left ${this.until - at} ms before its Retry-After`);
      sent.push(at);
      // A bucket may empty at once what it holds and refill while it does.
      const recent = sent.filter((one) => one > at - budget.perMs).length;
      if (recent > 2 * budget.requests) say(`${recent} requests within ${budget.perMs} ms`);
    },
  };
}

const reset = (): Error => Object.assign(new TypeError('fetch failed'), { cause: coded('ECONNRESET') });
const refusedConnection = (): Error => Object.assign(new TypeError('fetch failed'), { cause: coded('ECONNREFUSED') });
const coded = (code: string): Error => Object.assign(new Error(code), { code });
