import type { ReportQuery } from '#renderer/report/report-api.ts';
import type { Call } from '#shared/calls/call.ts';
import type { OwnEvent } from '#shared/metrics/own-events.ts';
import type { TicketHistory } from '#shared/metrics/ticket-history.ts';

/** What a measured page has of the report: its built worker, with a generated desk in it. */
export type ReportClient = {
  /**
   * Puts so many tickets of ten steps each into it, made in the two years before `now`, and what an agent did here in the last one: what
   * they looked at and used, and their calls. Resolves with how many events all that is.
   */
  fill(tickets: number, now: number): Promise<number>;
  /** The newest ticket is put anew: all rows have to be put in order again. */
  touch(tickets: number, now: number): Promise<void>;
  /** From the question to its answer, ms; how many figures came. */
  ask(query: ReportQuery): Promise<{ readonly ms: number; readonly figures: number }>;
  /** Goes once over as many events as there are steps and adds them up by kind in a range, in the window's own thread; ms. */
  plainPass(events: number, from: number): number;
};
declare global {
  var report: ReportClient;
}

/** Runs in the page: whatever it uses must be inside it. `url` is the built worker's. */
export function installReportClient(url: string): void {
  const HOUR_MS = 3_600_000;
  const DAY_MS = 24 * HOUR_MS;
  const SPAN_MS = 730 * DAY_MS;
  /** Of the agent's own; main keeps them for about so long. */
  const OWN_DAYS = 365;
  const TICKETS_A_DAY = 40;
  const CALLS_A_DAY = 10;
  const CHUNK = 500;
  const worker = new Worker(url, { type: 'module' });
  const waiting = new Map<string, (answer: unknown) => void>();
  // As birpc writes questions (`q`) and answers (`s`).
  worker.addEventListener('message', ({ data }: MessageEvent<{ t: string; i: string; r: unknown }>) => {
    waiting.get(data.i)?.(data.r);
    waiting.delete(data.i);
  });
  let asked = 0;
  const call = <Answer>(method: string, ...args: unknown[]): Promise<Answer> =>
    new Promise((resolve) => {
      const id = String(++asked);
      waiting.set(id, resolve as (answer: unknown) => void);
      worker.postMessage({ t: 'q', i: id, m: method, a: args });
    });

  /** The same in every run. */
  let seed = 1;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return seed / 0x7fff_ffff;
  };
  const history = (index: number, of: number, now: number): TicketHistory => {
    // Numbers tell the order in which tickets were made.
    const createdAt = now - SPAN_MS + (index / of) * (SPAN_MS - DAY_MS);
    const customer = { role: 'requester', id: `r${index % 20_000}` } as const;
    const agent = { role: 'agent', id: `a${index % 50}` } as const;
    let at = createdAt;
    const after = (hours: number): number => (at += random() * hours * HOUR_MS);
    const isSolved = index % 10 !== 0;
    return {
      ticketId: `bench:${index}`,
      accountId: 'bench',
      createdAt,
      createdBy: customer,
      solvedAt: null,
      channel: (['email', 'chat', 'phone', 'web'] as const)[index % 4] ?? 'email',
      priority: ([null, 'low', 'high', 'urgent'] as const)[index % 4] ?? null,
      groupId: `g${index % 10}`,
      tags: [`tag${index % 200}`, `tag${(index * 7) % 200}`],
      whole: true,
      merged: false,
      steps: [
        { kind: 'reply', at, by: customer, opening: true },
        { kind: 'status', at, by: customer, from: null, to: 'new' },
        { kind: 'assign', at, by: agent, to: agent.id },
        { kind: 'reply', at: after(8), by: agent, opening: false },
        { kind: 'status', at, by: agent, from: 'new', to: 'pending' },
        { kind: 'reply', at: after(24), by: customer, opening: false },
        { kind: 'status', at, by: customer, from: 'pending', to: 'open' },
        { kind: 'reply', at: after(8), by: agent, opening: false },
        { kind: 'status', at, by: agent, from: 'open', to: isSolved ? 'solved' : 'pending' },
        { kind: 'rating', at: at + HOUR_MS, score: index % 3 ? 'good' : 'offered' },
      ],
    };
  };

  const ulid = (number: number): string => String(number).padStart(26, '0');
  /** One after the other through eight hours, each with its ticket, an entry and now and then a macro, a response and an article. */
  const ownEvents = (tickets: number, now: number): readonly OwnEvent[] =>
    Array.from({ length: OWN_DAYS * TICKETS_A_DAY }, (_, index): readonly OwnEvent[] => {
      const day = Math.floor(index / TICKETS_A_DAY);
      const at = now - (OWN_DAYS - day) * DAY_MS + (index % TICKETS_A_DAY) * 12 * 60_000;
      const ticketId = `bench:${(index * 7) % tickets}`;
      const [until, entryId] = [at + 10 * 60_000, ulid(index)];
      return [
        { event: 'ticket-focus', at, until, ticketId },
        ...(index % 3 === 0
          ? [{ event: 'macro-used', at: until - 2, ticketId, macroId: `m${index % 50}`, waits: true } as const]
          : []),
        ...(index % 4 === 0
          ? [{ event: 'canned-used', at: until - 1, ticketId, responseId: `c${index % 200}` } as const]
          : []),
        { event: 'entry-made', at: until, ticketId, entryId, words: true },
        ...(index % 9 === 0
          ? [{ event: 'article-used', at: until, ticketId, entryId, articleId: 'bench:7' } as const]
          : []),
        ...(index % 20 === 0 ? [{ event: 'entry-undone', at: until + 1, ticketId, entryId } as const] : []),
      ];
    }).flat();
  const callsOf = (tickets: number, now: number): readonly Call[] =>
    Array.from({ length: OWN_DAYS * CALLS_A_DAY }, (_, index) => {
      const day = Math.floor(index / CALLS_A_DAY);
      const startedAt = now - (OWN_DAYS - day) * DAY_MS + (index % CALLS_A_DAY) * 48 * 60_000;
      return {
        ...{ id: ulid(index), externalId: null, direction: 'in', number: '', name: '', line: '', queue: '', cause: '' },
        ...{ startedAt, answeredAt: startedAt + 9_000, endedAt: startedAt + 300_000, wrappedAt: startedAt + 360_000 },
        ...{ holds: [], mutedSince: null, answeredElsewhere: false, transferredTo: '', resumes: null },
        ...{ accountId: 'bench', personRemoteId: null, ticketId: `bench:${(index * 13) % tickets}` },
        ...{ disposition: '', followUpAt: null },
      };
    });

  globalThis.report = {
    async fill(tickets, now) {
      const office = [{ from: 540, until: 1_020 }];
      const week = [office, office, office, office, office, [], []];
      await call('setHours', { timeZone: 'Europe/Oslo', week, holidays: [] });
      let steps = 0;
      for (let from = 0; from < tickets; from += CHUNK) {
        const histories = Array.from({ length: Math.min(CHUNK, tickets - from) }, (_, at) =>
          history(from + at, tickets, now),
        );
        for (const one of histories) steps += one.steps.length;
        await call('putTickets', histories, []);
      }
      const [own, calls] = [ownEvents(tickets, now), callsOf(tickets, now)];
      await call('putOwn', 'bench', own);
      await call('putCalls', calls);
      return steps + own.length + calls.length;
    },
    touch: (tickets, now) => call('putTickets', [history(tickets - 1, tickets, now)], []),
    async ask(query) {
      const begun = performance.now();
      const { figures } = await call<{ figures: readonly unknown[] }>('figures', query);
      return { ms: performance.now() - begun, figures: figures.length };
    },
    plainPass(events, from) {
      const kinds = new Uint8Array(events);
      const at = new Float64Array(events);
      const values = new Float64Array(events);
      for (let row = 0; row < events; row++) {
        kinds[row] = row % 16;
        at[row] = from + random() * SPAN_MS;
        values[row] = random();
      }
      const sums = new Float64Array(16);
      const counts = new Uint32Array(16);
      const begun = performance.now();
      for (let row = 0; row < events; row++) {
        if ((at[row] ?? 0) < from) continue;
        const kind = kinds[row] ?? 0;
        sums[kind] = (sums[kind] ?? 0) + (values[row] ?? 0);
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
      return performance.now() - begun;
    },
  };
}
