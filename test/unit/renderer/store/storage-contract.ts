import { expect, it } from 'vitest';
import type { RawStorage, TicketRow } from '#renderer/store/storage.ts';
import { noSummary } from '#renderer/store/summary.ts';
import { message, ticket } from './fixtures.ts';

export const ticketRow = (remoteId: string, change: number): TicketRow => ({
  id: `desk-1:${remoteId}`,
  change,
  ticket: ticket({ remoteId }),
  toldPreview: '',
  summary: noSummary,
  gone: null,
  mergedIntoRemoteId: null,
  conversationVersion: null,
});
const messageRow = (remoteId: string, ticketId: string) => ({
  remoteId,
  ticketId,
  message: message({ remoteId, ticketRemoteId: '1' }),
});

/** What every storage must do. `open` opens the same one again after a close. */
export function storageContract(open: () => Promise<RawStorage>): void {
  it('keeps what was committed, over a close', async () => {
    const first = await open();
    await first.commit({
      put: { tickets: [ticketRow('1', 1)], meta: [{ key: 'k', value: new Float64Array([1, 2]) }] },
    });
    first.close();
    const again = await open();
    expect(await again.get('tickets', 'desk-1:1')).toEqual(ticketRow('1', 1));
    expect((await again.get('meta', 'k'))?.value).toEqual(new Float64Array([1, 2]));
    expect(await again.get('tickets', 'none')).toBeUndefined();
    again.close();
  });

  it('clears, then deletes, then puts', async () => {
    const one = await open();
    const group = (remoteId: string) => ({ remoteId, name: remoteId, statusNames: null });
    await one.commit({ put: { groups: [group('a'), group('b')] } });
    await one.commit({ clear: ['groups'], delete: { groups: ['c'] }, put: { groups: [group('c'), group('d')] } });
    expect((await one.all('groups')).map((row) => row.remoteId)).toEqual(['c', 'd']);
    expect(await one.count('groups')).toBe(2);
    one.close();
  });

  it('keeps all of a commit or nothing', async () => {
    const one = await open();
    await one.commit({ put: { tickets: [ticketRow('1', 1)] } });
    const unclonable = { key: 'bad', value: () => 1 };
    await expect(
      one.commit({
        delete: { tickets: ['desk-1:1'] },
        put: { people: [], meta: [{ key: 'good', value: 1 }, unclonable] },
      }),
    ).rejects.toThrow(/clone/i);
    expect(await one.get('meta', 'good')).toBeUndefined();
    expect(await one.get('tickets', 'desk-1:1')).toBeDefined();
    one.close();
  });

  it('finds rows by ticket, and many by key in the order asked', async () => {
    const one = await open();
    await one.commit({ put: { messages: [messageRow('m1', 'a'), messageRow('m2', 'b'), messageRow('m3', 'c')] } });
    const found = await one.ofTickets('messages', ['a', 'c', 'none']);
    expect(found.map((row) => row.remoteId).sort()).toEqual(['m1', 'm3']);
    expect((await one.getMany('messages', ['m3', 'none', 'm1'])).map((row) => row?.remoteId)).toEqual([
      'm3',
      undefined,
      'm1',
    ]);
    one.close();
  });

  it('finds a run of tickets, and what is of them, in the order of their ids', async () => {
    const one = await open();
    await one.commit({
      put: {
        tickets: ['3', '10', '2', '1'].map((id, at) => ticketRow(id, at)),
        messages: [messageRow('m9', 'desk-1:10'), messageRow('m1', 'desk-1:2'), messageRow('m2', 'desk-1:3')],
      },
    });
    const tickets = await one.between('tickets', 'desk-1:10', 'desk-1:2');
    expect(tickets.map(({ id }) => id)).toEqual(['desk-1:10', 'desk-1:2']);
    const messages = await one.between('messages', 'desk-1:10', 'desk-1:2');
    expect(messages.map(({ remoteId }) => remoteId)).toEqual(['m9', 'm1']);
    expect(await one.between('events', 'desk-1:1', 'desk-1:9')).toEqual([]);
    one.close();
  });

  it('hands over tickets changed after a number, past one chunk', async () => {
    const one = await open();
    const rows = Array.from({ length: 4_500 }, (_, index) => ticketRow(String(index), index + 1));
    await one.commit({ put: { tickets: rows } });
    const seen: number[] = [];
    await one.ticketsAfter(300, (part) => seen.push(...part.map((row) => row.change)));
    expect(seen).toEqual(Array.from({ length: 4_200 }, (_, index) => index + 301));
    expect(await one.all('tickets')).toHaveLength(4_500);
    one.close();
  });

  it('refuses work after it was closed', async () => {
    const one = await open();
    one.close();
    await expect(one.commit({ put: { meta: [{ key: 'k', value: 1 }] } })).rejects.toThrow(/closed/i);
  });
}
