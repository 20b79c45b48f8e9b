import { afterEach, expect, it } from 'vitest';
import { batch, MINUTE, message, NOW, startStore, ticket } from './fixtures.ts';

let stop = (): void => undefined;
afterEach(() => stop());

it('tells of a customer over all their tickets: how many, since when, and the newest thing they said', async () => {
  const one = await startStore({});
  stop = () => one.stop();
  const ask = (ticketRemoteId: string, remoteId: string, minutesAgo: number, text: string) =>
    message({
      remoteId,
      ticketRemoteId,
      createdAt: NOW - minutesAgo * MINUTE,
      body: { format: 'html', content: `<p>${text}</p>` },
    });
  await one.remote.applyBatch(
    batch({
      tickets: [
        ticket({ remoteId: '1', createdAt: NOW - 900 * MINUTE }),
        ticket({ remoteId: '2', status: 'solved', createdAt: NOW - 5_000 * MINUTE }),
        ticket({ remoteId: '3', requesterId: 'r2', createdAt: NOW - 9_000 * MINUTE }),
      ],
      messages: [
        ask('1', 'm1', 800, 'Where is it?'),
        ask('2', 'm2', 30, 'Thank <b>you</b>!'),
        // Newer, but by somebody else, and a note about the customer.
        message({ remoteId: 'm3', ticketRemoteId: '1', authorId: 'a9', authorRole: 'agent', createdAt: NOW }),
        message({ remoteId: 'm4', ticketRemoteId: '1', kind: 'note', createdAt: NOW }),
        message({ remoteId: 'm5', ticketRemoteId: '3', authorId: 'r2', createdAt: NOW }),
      ],
    }),
  );
  const customer = {
    tickets: 2,
    unsolved: 1,
    firstSeenAt: NOW - 5_000 * MINUTE,
    lastWords: { ticketId: 'desk-1:2', number: '2', at: NOW - 30 * MINUTE, text: 'Thank you!' },
  };
  expect(await one.desk.customer('desk-1:1')).toEqual(customer);
  expect(await one.desk.customer('desk-1:2')).toEqual(customer);
  expect(await one.desk.customer('desk-1:9')).toBe(null);
});
