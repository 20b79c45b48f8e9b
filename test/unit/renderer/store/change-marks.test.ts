import { afterEach, describe, expect, it } from 'vitest';
import type { TicketMark } from '#shared/mine/ticket-mark.ts';
import { account, batch, MINUTE, message, NOW, startStore, ticket } from './fixtures.ts';

type Started = Awaited<ReturnType<typeof startStore>>;
const running: Started[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.stop();
});
const HOUR = 60 * MINUTE;
const ID = 'desk-1:1';

async function start(options: Parameters<typeof startStore>[0] = {}): Promise<Started> {
  const one = await startStore(options);
  running.push(one);
  return one;
}
async function withTicket(): Promise<Started> {
  const one = await start();
  await one.remote.applyBatch(
    batch(
      {
        tickets: [ticket({ remoteId: '1', assigneeId: 'me' }), ticket({ remoteId: '2', assigneeId: 'me' })],
        messages: [message({ remoteId: 'm1', ticketRemoteId: '1' })],
      },
      { complete: true },
    ),
  );
  return one;
}
const listed = async ({ desk }: Started, viewId: string): Promise<readonly string[]> =>
  (await desk.rows({ viewId, sort: null, offset: 0, limit: 10 })).rows.map(({ number }) => number).sort();
const toldMarks = ({ main }: Started): readonly TicketMark[] => (main.called('putMarks') as TicketMark[][]).flat();

describe('a snoozed ticket', () => {
  it('is out of the agent’s views until its time, and wakes by time alone', async () => {
    const one = await withTicket();
    await one.desk.changeMarks([{ ticketId: ID, snooze: { until: NOW + HOUR } }]);
    expect(await listed(one, 'own:mine')).toEqual(['2']);
    expect(await listed(one, 'own:snoozed')).toEqual(['1']);
    one.clock.now = NOW + HOUR;
    expect(await listed(one, 'own:mine')).toEqual(['1', '2']);
    expect(await listed(one, 'own:snoozed')).toEqual([]);
    const { rows } = await one.desk.rows({ viewId: 'own:mine', sort: null, offset: 0, limit: 10 });
    expect(rows.find(({ id }) => id === ID)).toMatchObject({ woken: true, snoozed: null });
    await one.desk.markRead(ID);
    expect((await one.desk.selected([ID]))[0]?.snoozed).toBe(false);
  });

  it('is told of when its time comes, whose ever it is', async () => {
    const one = await withTicket();
    await one.desk.changeMarks([{ ticketId: ID, snooze: { until: NOW + 500 } }]);
    one.clock.now = NOW + 500;
    await expect.poll(() => one.main.called('notify')).toMatchObject([{ ticketId: ID, kind: 'woken' }]);
    expect(one.main.called('notify')).toHaveLength(1);
  });

  it('wakes at once when the customer answers, and that is told', async () => {
    const one = await withTicket();
    await one.desk.changeMarks([{ ticketId: ID, snooze: { until: null } }]);
    expect(await listed(one, 'own:mine')).toEqual(['2']);
    one.clock.now = NOW + MINUTE;
    await one.remote.applyBatch(
      batch({
        messages: [
          message({ remoteId: 'c', ticketRemoteId: '1', authorRole: 'agent', authorId: 'colleague', createdAt: NOW }),
        ],
      }),
    );
    expect(await listed(one, 'own:mine')).toEqual(['2']);
    await one.remote.applyBatch(
      batch({ messages: [message({ remoteId: 'm2', ticketRemoteId: '1', createdAt: NOW + MINUTE })] }),
    );
    expect(await listed(one, 'own:mine')).toEqual(['1', '2']);
    await one.remote.conversationsWanted({ accountId: account.id, prefetchTickets: 0, limit: 0 });
    expect(one.main.called('notify')).toMatchObject([{ ticketId: ID, kind: 'answered' }]);
  });

  it('lies in order of waking, what only the customer can wake last', async () => {
    const one = await withTicket();
    await one.desk.changeMarks([
      { ticketId: ID, snooze: { until: null } },
      { ticketId: 'desk-1:2', snooze: { until: NOW + HOUR } },
    ]);
    const { rows } = await one.desk.rows({ viewId: 'own:snoozed', sort: null, offset: 0, limit: 10 });
    expect(rows.map(({ number, snoozed }) => [number, snoozed?.until])).toEqual([
      ['2', NOW + HOUR],
      ['1', null],
    ]);
  });
});

describe('marks', () => {
  it('are taken back by what a change answers', async () => {
    const one = await withTicket();
    const back = await one.desk.changeMarks([
      { ticketId: ID, snooze: { until: null } },
      { ticketId: 'desk-1:2', starred: true },
    ]);
    expect(await listed(one, 'own:starred')).toEqual(['2']);
    await one.desk.changeMarks(back);
    expect(await listed(one, 'own:mine')).toEqual(['1', '2']);
    expect(await listed(one, 'own:starred')).toEqual([]);
  });

  it('answer with nothing for what is so already', async () => {
    const one = await withTicket();
    expect(await one.desk.changeMarks([{ ticketId: ID, starred: false }])).toEqual([]);
    expect(toldMarks(one)).toEqual([]);
  });

  it('make a ticket unread that was read', async () => {
    const one = await withTicket();
    await one.desk.markRead(ID);
    expect(await listed(one, 'own:unread')).toEqual([]);
    await one.desk.changeMarks([{ ticketId: ID, unread: true }]);
    expect(await listed(one, 'own:unread')).toEqual(['1']);
    await one.desk.markRead(ID);
    expect(await listed(one, 'own:unread')).toEqual([]);
  });

  it('say that a ticket was skipped until it changes', async () => {
    const one = await withTicket();
    await one.desk.changeMarks([{ ticketId: ID, skip: { reason: 'Waits for the warehouse' } }]);
    const skipped = async (): Promise<string | null | undefined> =>
      (await one.desk.rows({ viewId: 'own:recent', sort: null, offset: 0, limit: 10 })).rows.find(({ id }) => id === ID)
        ?.skipped;
    expect(await skipped()).toBe('Waits for the warehouse');
    await one.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '1', assigneeId: 'me', updatedAt: NOW })] }));
    expect(await skipped()).toBeNull();
  });

  it('survive a window that starts again, and a database that was lost', async () => {
    const one = await withTicket();
    await one.desk.changeMarks([
      { ticketId: ID, snooze: { until: NOW + HOUR } },
      { ticketId: 'desk-1:2', starred: true },
    ]);
    const told = toldMarks(one);
    one.stop();
    const again = await start({ held: one.held, main: one.main });
    expect([await listed(again, 'own:snoozed'), await listed(again, 'own:starred')]).toEqual([['1'], ['2']]);
    again.stop();

    const empty = await start({ open: false });
    await empty.openAccount({ marks: [...told] });
    await empty.remote.applyBatch(batch({ tickets: [ticket({ remoteId: '1' }), ticket({ remoteId: '2' })] }));
    expect([await listed(empty, 'own:snoozed'), await listed(empty, 'own:starred')]).toEqual([['1'], ['2']]);
  });

  it('are told again when main was not there, and give way to newer ones that it has', async () => {
    const one = await withTicket();
    await one.desk.changeMarks([{ ticketId: ID, starred: true }]);
    const [mark] = toldMarks(one);
    if (!mark) throw new Error('no mark');
    await one.openAccount({ marks: [{ ...mark, starred: false, changedAt: mark.changedAt + 1 }] });
    expect(await listed(one, 'own:starred')).toEqual([]);
    await one.openAccount({ marks: [{ ...mark, changedAt: mark.changedAt - 1, starred: true }] });
    expect(toldMarks(one).at(-1)).toMatchObject({ ticketId: ID, starred: false });
  });
});
