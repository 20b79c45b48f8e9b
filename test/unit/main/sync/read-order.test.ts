import { expect, test } from 'vitest';
import { createReadOrder } from '#main/sync/read-order.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import { aMessage, aTicket } from '../../../support/outbox-entry.ts';

const rowsOf = (remoteId: string, version: string): Rows => ({
  ...noRows(),
  tickets: [aTicket({ remoteId, version })],
  messages: [aMessage('m1', { ticketRemoteId: remoteId })],
  conversations: [{ ticketRemoteId: remoteId, version }],
});
const removal = { remoteId: '1', reason: 'deleted', mergedIntoRemoteId: null } as const;

/** Two readings side by side: the one that begins first hands over last. */
async function overtaken(later: Rows, covered?: 'by a cursor') {
  const order = createReadOrder();
  const handed: Rows[] = [];
  await order.during(async (handOver) => {
    await order.during(async (other) => void other(rowsOf('1', 'v2'), 'by a cursor'));
    handed.push(handOver(later, covered));
  });
  return { order, handed: handed[0] };
}

test('what a ticket is, read before others of it were handed over, is left out and read again; what was said stays', async () => {
  for (const later of [rowsOf('1', 'v1'), { ...noRows(), removals: [removal], messages: rowsOf('1', 'v1').messages }]) {
    const { order, handed } = await overtaken(later);
    expect(handed).toEqual({ ...noRows(), messages: later.messages });
    expect(order.inDoubt()).toBe('1');
    order.settled('1');
    expect(order.inDoubt()).toBeNull();
  }
});

test('rows that a cursor covers are all kept, and read again as well', async () => {
  const { order, handed } = await overtaken(rowsOf('1', 'v1'), 'by a cursor');
  expect(handed).toEqual(rowsOf('1', 'v1'));
  expect(order.inDoubt()).toBe('1');
});

test('other tickets are in no doubt', async () => {
  const { order, handed } = await overtaken(rowsOf('2', 'v1'));
  expect(handed).toEqual(rowsOf('2', 'v1'));
  expect(order.inDoubt()).toBeNull();
});
