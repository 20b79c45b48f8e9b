import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FigureId, MetricsQuery } from '#renderer/store/desk-metrics.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { OwnEvent } from '#shared/metrics/own-events.ts';
import type { Action } from '#shared/outbox/action.ts';
import { aCall } from '../../../support/a-call.ts';
import { inProcessReport } from '../../../support/in-process-report.ts';
import {
  account,
  batch,
  createFakeMain,
  MINUTE,
  message,
  NOW,
  OWN_DAY,
  person,
  startStore,
  ticket,
} from './fixtures.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

const byMe = { authorId: 'me', authorName: 'Mia Me', authorRole: 'agent' } as const;
/** A customer asks an hour ago, and 20 minutes later I answer. */
const answered = (remoteId: string, over: Partial<Ticket> = {}) => {
  const createdAt = NOW - 60 * MINUTE;
  return {
    tickets: [ticket({ remoteId, createdAt, assigneeId: 'me', status: 'open', ...over })],
    messages: [
      message({ remoteId: `${remoteId}0`, ticketRemoteId: remoteId, createdAt }),
      message({ remoteId: `${remoteId}1`, ticketRemoteId: remoteId, createdAt: createdAt + 20 * MINUTE, ...byMe }),
    ],
    conversations: [{ ticketRemoteId: remoteId, version: over.version ?? 'v1' }],
  };
};

/** The store reads in the background, behind whatever else the machine does. */
const SLOWLY = { timeout: 4_000 };

async function started(...args: Parameters<typeof startStore>) {
  const store = await startStore(...args);
  stop = store.stop;
  const read = async (query: Partial<MetricsQuery> = {}) => {
    const answer = await store.desk.metrics({ ...OWN_DAY, ...query });
    expect(answer.coverage.reading).toBeNull();
    return answer;
  };
  return {
    ...store,
    /** Once everything is read. */
    figures: (query: Partial<MetricsQuery> = {}) => vi.waitFor(() => read(query), SLOWLY),
    /** Waits until a figure has come to a value. */
    comes: (id: FigureId, value: number | null | undefined) =>
      vi.waitFor(async () => {
        const { figures } = await read();
        expect(figures.find((figure) => figure.id === id)?.now.value).toBe(value);
      }, SLOWLY),
  };
}

describe('figures', () => {
  it('come from tickets that were there when they were first asked for, and name how much of them is here', async () => {
    const { remote, figures, events, desk } = await started();
    const createdAt = NOW - 3 * 24 * 60 * MINUTE;
    await remote.applyBatch(batch(answered('1')));
    await remote.applyBatch(batch({ tickets: [ticket({ remoteId: '2', createdAt, updatedAt: createdAt })] }));
    const { figures: told, coverage } = await figures();
    expect(coverage).toEqual({ tickets: 2, whole: 1, since: createdAt, reading: null });
    const firstReply = told.find(({ id }) => id === 'first-reply');
    expect(firstReply).toMatchObject({ now: { value: 20 * MINUTE, count: 1, tickets: 1, tooFew: true } });
    expect(firstReply?.before).toMatchObject({ value: null, count: 0 });
    // Of the second only the header is known: nobody answered it here, and it waits in nobody's hands.
    expect(told.find(({ id }) => id === 'backlog')?.now.value).toBe(1);
    expect((await figures({ mine: false })).figures.find(({ id }) => id === 'backlog')?.now.value).toBe(2);
    await vi.waitFor(() => expect(events.some(({ type }) => type === 'metrics')).toBe(true));
    const detail = await desk.metricDetail(OWN_DAY, 'first-reply');
    expect(detail).toMatchObject({ total: 1, tickets: [{ id: 'desk-1:1', subject: 'Subject 1' }] });
    expect(detail.by.channel).toEqual([{ key: 'email', now: firstReply?.now }]);
  });

  it('change with what sync brings, and not when it brings the same again', async () => {
    const { remote, figures, comes, events } = await started();
    await remote.applyBatch(batch(answered('1')));
    const before = await figures();
    events.length = 0;
    await remote.applyBatch(batch(answered('1')));
    await vi.waitFor(() => expect(events.some(({ type }) => type === 'metrics')).toBe(true));
    expect(await figures()).toEqual(before);
    // People come along, and with them every name may be another one.
    await remote.applyBatch(batch({ ...answered('2'), people: [person('r1', 'Rita')] }));
    await comes('replies', 2);
    const solved = answered('2', { status: 'solved', solvedAt: NOW - MINUTE, updatedAt: NOW - MINUTE, version: 'v2' });
    await remote.applyBatch(batch(solved));
    await comes('backlog', 1);
    await remote.applyBatch(batch({ removals: [{ remoteId: '2', reason: 'deleted', mergedIntoRemoteId: null }] }));
    await comes('replies', 1);
  });

  it('count what the agent has just done, until it is taken back, and once when it has arrived', async () => {
    const { remote, desk, figures, comes } = await started();
    await remote.applyBatch(batch(answered('1')));
    await figures();
    const action: Action = {
      kind: 'reply',
      words: { markdown: 'Thanks', html: '<p>Thanks</p>', files: [] },
      cc: [],
      changes: { status: 'solved' },
    };
    const enqueue = () => desk.enqueue({ accountId: account.id, ticketId: 'desk-1:1', action });
    const first = await enqueue();
    await comes('replies', 2);
    await comes('solved', 1);
    await comes('backlog', 0);
    if (first.ok) await desk.discardEntry(first.value.entryId);
    await comes('replies', 1);
    await comes('backlog', 1);
    const second = await enqueue();
    const entry = (await desk.outbox()).at(-1)?.entry;
    if (!second.ok || !entry) throw new Error('not accepted');
    await comes('replies', 2);
    const at = NOW - MINUTE;
    const arrived = message({ remoteId: '12', ticketRemoteId: '1', createdAt: at, clientId: entry.id, ...byMe });
    const { tickets, conversations } = answered('1', { status: 'solved', solvedAt: at, updatedAt: at, version: 'v2' });
    await remote.settle({
      accountId: account.id,
      entries: [{ ...entry, state: { name: 'confirmed', at, messageRemoteId: '12' } }],
      rows: { ...batch({ tickets, conversations, messages: [arrived] }).rows },
    });
    // The helpdesk told of no step of its status: as far as it is known, it never waited.
    await comes('backlog', undefined);
    await comes('replies', 2);
  });

  it('are of accounts that are open', async () => {
    const { remote, figures, openAccount } = await started();
    await remote.applyBatch(batch(answered('1')));
    expect((await figures()).coverage.tickets).toBe(1);
    await remote.accounts([]);
    await remote.closeAccount({ accountId: account.id, forget: false });
    await vi.waitFor(async () => expect((await figures()).coverage.tickets).toBe(0));
    await openAccount();
    await vi.waitFor(async () => expect((await figures()).coverage.tickets).toBe(1));
  });

  it('know the agent’s calls, also those from before', async () => {
    const call = aCall(1, { answeredAt: NOW - 9 * MINUTE, endedAt: NOW - 4 * MINUTE, wrappedAt: NOW - 3 * MINUTE });
    const { remote, comes } = await started({ main: createFakeMain({ callPage: async () => [call] }) });
    await comes('call-handle', 6 * MINUTE);
    await remote.callsNow({ calls: [{ ...call, id: aCall(2).id, wrappedAt: NOW - MINUTE }] });
    await comes('call-handle', 7 * MINUTE);
  });

  it('know how much was done by keys, of whole days alone', async () => {
    const runs = (source: 'key' | 'button' | 'outside', count: number, day = '2026-11-23') =>
      ({ day, command: 'ticket.next', source, count }) as const;
    let log = [runs('key', 6), runs('button', 2), runs('outside', 9), runs('key', 3, '2026-11-22')];
    const main = createFakeMain({ commandRuns: async () => log });
    const { comes, figures, desk } = await started({ main });
    await comes('keyboard-share', 0.75);
    const share = (await figures()).figures.find(({ id }) => id === 'keyboard-share');
    expect(share).toMatchObject({ now: { count: 8, tooFew: false }, before: { value: 1, count: 3, tooFew: true } });
    expect(share?.series).toEqual([{ at: OWN_DAY.range.from, value: 0.75, count: 8 }]);
    const shift = { from: OWN_DAY.range.from + 8 * 60 * MINUTE, until: OWN_DAY.range.from + 16 * 60 * MINUTE };
    expect((await figures({ kind: 'span', range: shift })).figures).toEqual([]);
    const detail = await desk.metricDetail(OWN_DAY, 'keyboard-share');
    expect(detail).toMatchObject({ total: 0, histogram: [], tickets: [] });
    log = [...log, runs('button', 4)];
    await desk.recordRuns([runs('button', 4)]);
    await comes('keyboard-share', 0.5);
  });

  it('know what the agent did at this machine: how long, with what, and what became of it', async () => {
    const at = NOW - 30 * MINUTE;
    const on = (remoteId: string, minutes: number) => ({ ticketId: `desk-1:${remoteId}`, at: at + minutes * MINUTE });
    const entryId = (number: number) => String(number).padStart(26, '0');
    const log: OwnEvent[] = [
      { event: 'ticket-focus', ...on('1', 0), until: at + 3 * MINUTE },
      { event: 'ticket-focus', ...on('2', 4), until: at + 5 * MINUTE },
      { event: 'ticket-focus', ...on('1', 6), until: at + 8 * MINUTE },
      { event: 'macro-used', ...on('1', 1), macroId: 'm', waits: true },
      ...[1, 2, 3, 4, 5].map(
        (number): OwnEvent => ({
          event: 'entry-made',
          ...on('1', number),
          entryId: entryId(number),
          words: number !== 1,
        }),
      ),
      { event: 'entry-undone', ...on('1', 6), entryId: entryId(5) },
      { event: 'entry-held', ...on('1', 6), entryId: entryId(4) },
    ];
    let told: readonly OwnEvent[] = log;
    const pages: unknown[] = [];
    const main = createFakeMain({
      ownPage: async ({ after }) => {
        pages.push(after);
        const lines = after?.lines ?? 0;
        // Two at a time, and some of them twice.
        const events = told.slice(Math.max(0, lines - 1), lines + 2);
        const end = Math.min(told.length, lines + 2);
        return { events: [...events], place: { day: '2026-11-23', lines: end }, more: end < told.length };
      },
      callPage: async () => [aCall(1, { answeredAt: at, endedAt: at + 3 * MINUTE, wrappedAt: at + 4 * MINUTE })],
    });
    const { remote, comes, figures, desk } = await started({ main });
    await remote.applyBatch(batch({ tickets: ['1', '2'].map((remoteId) => ticket({ remoteId })) }));
    const { messages, ...known } = answered('3');
    const later = message({ remoteId: '32', ticketRemoteId: '3', createdAt: at + 6 * MINUTE, ...byMe });
    await remote.applyBatch(batch({ ...known, messages: [...messages, later] }));
    // (3 + 2 + 1) min ÷ 2 tickets; with the call (6 + 4) min ÷ 3.
    await comes('focus-per-ticket', 3 * MINUTE);
    await comes('average-handle', (10 / 3) * MINUTE);
    const valueOf = (id: FigureId, all: Awaited<ReturnType<typeof figures>>['figures']) =>
      all.find((figure) => figure.id === id)?.now;
    const { figures: all } = await figures();
    // 1 of 5 was taken back and 1 was held; of the 4 that stayed the macro is in the first that says something.
    expect(valueOf('undo-rate', all)).toMatchObject({ value: 1 / 5, count: 5, tooFew: false });
    expect(valueOf('hold-rate', all)).toMatchObject({ value: 1 / 5, count: 5 });
    expect(valueOf('macro-share', all)).toMatchObject({ value: 1 / 4, count: 4, tooFew: true });
    expect(valueOf('canned-share', all)).toMatchObject({ value: 0, count: 3 });
    expect(valueOf('article-use', all)).toBeUndefined();
    // At work from the first sign to the last, at 0 and at 8 min: 4 of the 8 min in a call.
    expect(valueOf('occupancy', all)).toMatchObject({ value: 1 / 2 });
    expect(valueOf('work', all)).toBeUndefined();
    // Of two replies one was written before anything was noted here: 1 ÷ (8 ÷ 60) h.
    expect(valueOf('replies', all)).toMatchObject({ value: 2 });
    expect(valueOf('replies-per-hour', all)).toMatchObject({ value: 7.5, count: 1, tooFew: true });
    const detail = await desk.metricDetail(OWN_DAY, 'focus-per-ticket');
    expect(detail.tickets.map(({ id }) => id)).toEqual(['desk-1:1', 'desk-1:2']);
    expect(detail.by.channel[0]?.now).toMatchObject({ value: 3 * MINUTE, count: 2 });
    // What comes later is read from there on.
    told = [...log, { event: 'article-used', ...on('2', 9), entryId: entryId(9), articleId: '7' }];
    await desk.recordOwn([{ event: 'ticket-focus', ...on('2', 8), until: at + 9 * MINUTE }]);
    await comes('article-use', 1);
    expect(pages.filter((place) => place === null)).toHaveLength(1);
    await remote.accounts([]);
    await remote.closeAccount({ accountId: account.id, forget: false });
    await vi.waitFor(async () => expect(valueOf('undo-rate', (await figures()).figures)).toBeUndefined());
  });

  it('count business hours by the agent’s clocks', async () => {
    const { remote, figures } = await started();
    // The 23rd is a Monday, and offices open at nine: made at half past eight, answered at ten past nine.
    const early = { ...answered('1'), messages: [] };
    const createdAt = Date.UTC(2026, 10, 23, 8, 30);
    const reply = { ticketRemoteId: '1', createdAt: createdAt + 40 * MINUTE, ...byMe };
    await remote.applyBatch(
      batch({
        ...early,
        tickets: [ticket({ remoteId: '1', createdAt, assigneeId: 'me' })],
        messages: [message({ remoteId: '10', ticketRemoteId: '1', createdAt }), message({ remoteId: '11', ...reply })],
      }),
    );
    const meanOf = async (zone: string, hours: MetricsQuery['hours']) =>
      (await figures({ zone, hours })).figures.find(({ id }) => id === 'first-reply')?.now.value;
    expect(await meanOf('UTC', 'all')).toBe(40 * MINUTE);
    expect(await meanOf('UTC', 'business')).toBe(10 * MINUTE);
    // There it is half past nine.
    await figures({ zone: 'Europe/Oslo', hours: 'business' });
    await vi.waitFor(async () => expect(await meanOf('Europe/Oslo', 'business')).toBe(40 * MINUTE));
  });
});

it('begins anew when the report has broken down, with whatever it knew', async () => {
  const breaks: (() => void)[] = [];
  const startReport = (failed: () => void) => {
    breaks.push(failed);
    return inProcessReport(() => NOW);
  };
  const { remote, figures } = await started({ startReport });
  await remote.applyBatch(batch(answered('1')));
  const before = await figures();
  breaks[0]?.();
  const after = await vi.waitFor(async () => {
    const told = await figures();
    expect(told.coverage.tickets).toBe(1);
    return told;
  });
  expect(after).toEqual(before);
  expect(breaks).toHaveLength(2);
});

it('reads of its own accord once all tickets are here, and not before', async () => {
  const { remote, store, events } = await started();
  await remote.applyBatch(batch(answered('1')));
  store.readyForFigures('UTC');
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(events.some(({ type }) => type === 'metrics')).toBe(false);
  await remote.applyBatch(batch({}, { complete: true }));
  store.readyForFigures('UTC');
  await vi.waitFor(() => expect(events.some(({ type }) => type === 'metrics')).toBe(true));
});
