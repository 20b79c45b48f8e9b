import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Call, callDraftId } from '#shared/calls/call.ts';
import { ok } from '#shared/result.ts';
import { aCall } from '../../../support/a-call.ts';
import { account, batch, createFakeMain, MINUTE, NOW, person, startStore, ticket } from './fixtures.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

const done = (number: number, over: Partial<Call> = {}): Call =>
  aCall(number, { answeredAt: 1, endedAt: 2, wrappedAt: 3, ...over });

/** A store whose main has these calls, oldest first. */
async function storeWith(log: readonly Call[], pageSize = 250) {
  const asked: (string | null)[] = [];
  const main = createFakeMain({
    async callPage({ before }) {
      asked.push(before);
      const older = log.filter(({ id }) => before === null || id < before);
      return older.slice(-pageSize).reverse();
    },
  });
  const store = await startStore({ main });
  stop = store.stop;
  return { ...store, asked };
}

const query = { text: '', from: null, until: null, limit: 50 };

describe('calls that go on', () => {
  it('are what main last told, and every window that comes hears of them', async () => {
    const { remote, desk, events } = await storeWith([]);
    expect(await desk.calls()).toEqual([]);
    await remote.callsNow({ calls: [aCall(1), done(2), aCall(3, { answeredAt: 5 })] });
    expect((await desk.calls()).map(({ id }) => id)).toEqual([aCall(3).id, aCall(1).id]);
    expect(events.findLast(({ type }) => type === 'calls')).toEqual({ type: 'calls', calls: await desk.calls() });
    await remote.callsNow({ calls: [done(3)] });
    expect(await desk.calls()).toEqual([]);
  });

  it('are changed, placed and given a token by main alone', async () => {
    const { desk, main } = await storeWith([]);
    const request = { number: '112', name: '', accountId: null, personRemoteId: null, ticketId: null };
    expect(await desk.changeCall('c', { do: 'answer' })).toEqual(ok(null));
    expect(main.called('changeCall')).toEqual([{ callId: 'c', change: { do: 'answer' } }]);
    expect(await desk.placeCall(request)).toEqual({ ok: false, error: 'no-handler' });
    expect(main.called('placeCall')).toEqual([request]);
    expect(await desk.telephone()).toEqual(ok({ address: null, problem: 'off', hasToken: false, takenKeys: [] }));
    expect(await desk.newTelephoneToken()).toEqual({ ok: false, error: 'not-kept' });
  });

  it('cannot be changed without a link', async () => {
    const { desk, stop: unlink } = await storeWith([]);
    unlink();
    await vi.waitFor(async () =>
      expect(await desk.changeCall('c', { do: 'hold' })).toEqual({ ok: false, error: 'no-link' }),
    );
    expect(await desk.telephone()).toEqual({ ok: false, error: 'no-link' });
  });

  it('say when the log can be written again', async () => {
    const { desk, remote, events } = await storeWith([]);
    await remote.notice({ code: 'calls-unwritable', detail: '' });
    await desk.changeCall('c', { do: 'hold' });
    await desk.changeCall('c', { do: 'resume' });
    expect(events.filter(({ type }) => type === 'notice-over')).toEqual([
      { type: 'notice-over', code: 'calls-unwritable' },
    ]);
  });
});

describe('the log of calls', () => {
  it('is read page by page when it is first asked for, once, and follows what main tells', async () => {
    const log = Array.from({ length: 620 }, (_, at) => done(at));
    const { desk, asked, remote } = await storeWith(log);
    const found = await desk.callLog({ ...query, limit: 2 });
    expect(found).toMatchObject({
      total: 620,
      calls: [{ call: { id: done(619).id } }, { call: { id: done(618).id } }],
    });
    expect(asked).toEqual([null, done(370).id, done(120).id]);
    await remote.callsNow({ calls: [done(700, { disposition: 'Solved' })] });
    expect((await desk.callLog({ ...query, limit: 1 })).calls).toMatchObject([{ call: { disposition: 'Solved' } }]);
    expect(asked).toHaveLength(3);
  });

  it('does not go back to what a page said of a call that has changed meanwhile', async () => {
    const { desk, remote } = await storeWith([done(1, { disposition: '' })]);
    await remote.callsNow({ calls: [done(1, { disposition: 'Solved' })] });
    expect((await desk.callLog(query)).calls).toMatchObject([{ call: { disposition: 'Solved' } }]);
  });

  it('is read anew over a new link', async () => {
    const log = [done(1)];
    const { desk, reconnect } = await storeWith(log);
    expect((await desk.callLog(query)).total).toBe(1);
    log.push(done(2));
    await reconnect();
    expect((await desk.callLog(query)).total).toBe(2);
  });

  it('is searched by number, names, disposition, ticket and time', async () => {
    const rita = { accountId: account.id, personRemoteId: 'r1', ticketId: `${account.id}:7` };
    const { desk, remote } = await storeWith([
      done(1, { number: '+4791234567', name: 'ANN BERG', queue: 'Support', startedAt: NOW - 3 * MINUTE }),
      done(2, { number: '', disposition: 'Wrong number', startedAt: NOW - 2 * MINUTE }),
      done(3, { number: '+442079460018', ...rita, startedAt: NOW - MINUTE }),
    ]);
    await remote.applyBatch(
      batch({ people: [person('r1', 'Rita Søndergård')], tickets: [ticket({ remoteId: '7', subject: 'Torn tent' })] }),
    );
    const found = async (over: Partial<typeof query> | { from?: number; until?: number }): Promise<readonly number[]> =>
      (await desk.callLog({ ...query, ...over })).calls.map(({ call }) => Number(call.id.slice(-3)));
    expect(await found({ text: '912 34' })).toEqual([1]);
    expect(await found({ text: '20 7946' })).toEqual([3]);
    expect(await found({ text: 'berg support' })).toEqual([1]);
    expect(await found({ text: 'wrong' })).toEqual([2]);
    expect(await found({ text: 'søndergard' })).toEqual([3]);
    expect(await found({ text: '#7 tent' })).toEqual([3]);
    expect(await found({ text: 'tent support' })).toEqual([]);
    expect(await found({ from: NOW - 2 * MINUTE })).toEqual([3, 2]);
    expect(await found({ until: NOW - 2 * MINUTE })).toEqual([1]);
    expect((await desk.callLog(query)).calls[0]).toMatchObject({
      person: 'Rita Søndergård',
      ticket: { id: `${account.id}:7`, number: '7', subject: 'Torn tent' },
    });
  });
});

it('a call about a ticket that went into another is about that one, and of whom it was', async () => {
  const about = (remoteId: string) => ({ accountId: account.id, ticketId: `${account.id}:${remoteId}` });
  const { main, remote } = await storeWith([
    done(1, { ...about('7'), personRemoteId: 'r1' }),
    done(2, { ...about('7'), name: 'Nia New' }),
    done(3, about('8')),
  ]);
  await remote.callsNow({ calls: [aCall(4, about('7'))] });
  await remote.applyBatch(
    batch({
      tickets: [ticket({ remoteId: '9', requesterId: 'r2' })],
      removals: [
        { remoteId: '7', reason: 'merged', mergedIntoRemoteId: '9' },
        { remoteId: '8', reason: 'merged', mergedIntoRemoteId: null },
      ],
    }),
  );
  const moved = (number: number, personRemoteId: string | null) => ({
    callId: aCall(number).id,
    change: { do: 'about', ...about('9'), personRemoteId },
  });
  await vi.waitFor(() => expect(main.called('changeCall')).toEqual([moved(4, 'r2'), moved(2, null), moved(1, 'r1')]));
});

it('notes of a call are a draft that is called by whom it was with', async () => {
  const { desk, remote } = await storeWith([]);
  const notes = { accountId: account.id, kind: 'call', cursorAt: 0, fields: {}, files: [], updatedAt: NOW } as const;
  await remote.callsNow({ calls: [aCall(1, { number: '+4791234567' }), aCall(2, { name: 'Bo' })] });
  for (const id of [aCall(1).id, aCall(2).id, aCall(3).id])
    expect(await desk.saveDraft({ ...notes, ticketId: callDraftId(account.id, id), text: 'asks for' })).toEqual(
      ok(null),
    );
  expect((await desk.drafts()).map(({ subject, number }) => ({ subject, number }))).toEqual(
    expect.arrayContaining([
      { subject: '+4791234567', number: '' },
      { subject: 'Bo', number: '' },
      { subject: '', number: '' },
    ]),
  );
  expect(await desk.draft({ ticketId: callDraftId(account.id, aCall(1).id), kind: 'call' })).toMatchObject({
    text: 'asks for',
  });
});

describe('a call that rings', () => {
  it('is told outside the window once, with who it may be', async () => {
    const { remote, main } = await storeWith([]);
    await remote.applyBatch(batch({ people: [person('p1', 'Rita Requester', { phone: '+47 21 00 00 00' })] }));
    await remote.callsNow({ calls: [aCall(1, { startedAt: NOW })] });
    await vi.waitFor(() => expect(main.called('notify')).toHaveLength(1));
    expect(main.called('notify')[0]).toMatchObject({ ticketId: null, kind: 'called', who: 'Rita Requester' });
    await remote.callsNow({
      calls: [aCall(1, { startedAt: NOW }), aCall(2, { startedAt: NOW, number: '', queue: 'Sales' })],
    });
    await vi.waitFor(() => expect(main.called('notify')).toHaveLength(2));
    expect(main.called('notify')[1]).toEqual({ ticketId: null, kind: 'called', who: '', subject: 'Sales' });
  });

  it('is not told of where the agent places it, it began long ago, or it was answered by then', async () => {
    const { remote, main } = await storeWith([]);
    const calls = [
      aCall(1, { startedAt: NOW, direction: 'out' }),
      aCall(2, { startedAt: NOW - 2 * MINUTE }),
      aCall(3, { startedAt: NOW }),
    ];
    const rings = remote.callsNow({ calls });
    await remote.callsNow({ calls: [aCall(3, { startedAt: NOW, answeredAt: NOW })] });
    await rings;
    await remote.callsNow({ calls: [aCall(4, { startedAt: NOW, name: 'Ann' })] });
    await vi.waitFor(() => expect(main.called('notify').at(-1)).toMatchObject({ who: 'Ann' }));
    expect(main.called('notify')).toHaveLength(1);
  });
});

it('notes that an entry takes are out of their draft with it, and what was chosen beside them stays', async () => {
  const { desk, remote, main } = await storeWith([]);
  await remote.applyBatch(batch({ tickets: [ticket({ remoteId: '7' })] }));
  const from = { ticketId: callDraftId(account.id, aCall(1).id), kind: 'call' } as const;
  const fields = { disposition: 'Resolved' };
  const notes = { ...from, accountId: account.id, cursorAt: 0, fields, files: [], updatedAt: NOW };
  await desk.saveDraft({ ...notes, text: 'asks for a refund' });
  const words = { markdown: 'asks for a refund', html: '', files: [] };
  const accepted = await desk.enqueue({
    accountId: account.id,
    ticketId: `${account.id}:7`,
    action: { kind: 'note', words, changes: {} },
    draft: { text: words.markdown, fields: {}, from: { ...from, keepsText: false } },
  });
  expect(accepted).toMatchObject({ ok: true });
  expect(await desk.draft(from)).toMatchObject({ text: '', fields: { ...fields, onTicket: `${account.id}:7` } });
  expect([...main.entries.values()]).toMatchObject([{ draft: { from: { ...from, keepsText: false } } }]);
  expect(main.called('draftDiscard')).toEqual([]);
});
