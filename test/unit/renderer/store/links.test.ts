import { afterEach, beforeEach, expect, it } from 'vitest';
import { batch, MINUTE, NOW, startStore, ticket } from './fixtures.ts';

let one: Awaited<ReturnType<typeof startStore>>;
beforeEach(async () => {
  one = await startStore({});
  await one.remote.applyBatch(
    batch({
      tickets: [
        ticket({ remoteId: '1', type: 'problem', requesterId: 'r9', updatedAt: NOW - 90 * MINUTE }),
        ticket({ remoteId: '2', links: [{ kind: 'problem', remoteId: '1' }], updatedAt: NOW - 20 * MINUTE }),
        ticket({ remoteId: '3', links: [{ kind: 'problem', remoteId: '1' }], status: 'solved', updatedAt: NOW }),
        ticket({ remoteId: '4', links: [{ kind: 'refers', remoteId: '77' }], requesterId: 'r2' }),
      ],
    }),
  );
});
afterEach(() => one.stop());

const related = async (id: string) =>
  (await one.desk.ticket(id))?.related.map(({ kind, from, remoteId, ticket: there }) => [
    kind,
    from,
    remoteId,
    there?.id ?? null,
  ]);

it('a ticket names its problem, the problem its incidents, and what is not here stays a number', async () => {
  expect(await related('desk-1:2')).toEqual([['problem', 'here', '1', 'desk-1:1']]);
  expect(await related('desk-1:1')).toEqual([
    ['problem', 'there', '2', 'desk-1:2'],
    ['problem', 'there', '3', 'desk-1:3'],
  ]);
  expect(await related('desk-1:4')).toEqual([['refers', 'here', '77', null]]);
});

it('a link on its way shows on both sides, and is gone when it is taken back', async () => {
  const link = { kind: 'problem', remoteId: '1' } as const;
  const answer = await one.desk.enqueue({
    accountId: 'desk-1',
    ticketId: 'desk-1:4',
    action: { kind: 'update', changes: { linksAdded: [link] } },
  });
  if (!answer.ok) throw new Error(answer.error);
  expect(await related('desk-1:4')).toEqual([
    ['problem', 'here', '1', 'desk-1:1'],
    ['refers', 'here', '77', null],
  ]);
  expect((await related('desk-1:1'))?.length).toBe(3);
  await one.desk.discardEntry(answer.value.entryId);
  expect((await related('desk-1:1'))?.length).toBe(2);
});

it('offers the same requester’s tickets first, never itself, and only what fits', async () => {
  const ids = async (ticketId: string, purpose: 'merge' | 'problem' | 'any', text = '') =>
    (await one.desk.targets({ ticketId, purpose, text })).map(({ id }) => id);
  expect(await ids('desk-1:2', 'any')).toEqual(['desk-1:3']);
  // Nothing is merged into a ticket that is solved.
  expect(await ids('desk-1:2', 'merge')).toEqual([]);
  expect(await ids('desk-1:2', 'merge', '#4')).toEqual(['desk-1:4']);
  expect(await ids('desk-1:2', 'problem')).toEqual(['desk-1:1']);
  expect(await ids('desk-1:1', 'problem', '#2')).toEqual([]);
});

it('hands a merge to main by the helpdesk’s own ids, and asks nothing without a link', async () => {
  const request = { ticketId: 'desk-1:2', intoId: 'desk-1:4', tellCustomer: true };
  expect(await one.desk.mergeTicket(request)).toEqual({ ok: true, value: null });
  expect(one.main.calls.find(({ name }) => name === 'mergeTickets')?.args).toEqual([
    { accountId: 'desk-1', sourceRemoteId: '2', targetRemoteId: '4', tellCustomer: true },
  ]);
  expect(await one.desk.mergeTicket({ ...request, intoId: 'desk-1:99' })).toMatchObject({
    ok: false,
    error: { code: 'notFound' },
  });
});
