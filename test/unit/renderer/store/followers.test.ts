import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { batch, healthy, person, startStore, ticket } from './fixtures.ts';

let one: Awaited<ReturnType<typeof startStore>>;
beforeEach(async () => {
  one = await startStore({});
  await one.remote.applyBatch(
    batch({
      people: [person('a1', 'Anna Agent', { role: 'agent' })],
      tickets: [ticket({ remoteId: '1', followerIds: ['a1', 'a9'] }), ticket({ remoteId: '2' })],
    }),
  );
});
afterEach(() => one.stop());

const followers = async (id: string) => (await one.desk.ticket(id))?.followers.map(({ name }) => name);
const change = async (changes: TicketChanges) => {
  const action = { kind: 'update', changes } as const;
  const answer = await one.desk.enqueue({ accountId: 'desk-1', ticketId: 'desk-1:1', action });
  if (!answer.ok) throw new Error(answer.error);
  return answer.value.entryId;
};

it('followers go by name, and who is not known here by the id', async () => {
  expect(await followers('desk-1:1')).toEqual(['Anna Agent', 'a9']);
  expect(await followers('desk-1:2')).toEqual([]);
});

it('a change on its way shows on the ticket and among what is ticked, and is gone when it is taken back', async () => {
  const entryId = await change({ followersAdded: ['me'], followersRemoved: ['a9'] });
  expect(await followers('desk-1:1')).toEqual(['Anna Agent', 'Mia Me']);
  const ticked = async () => (await one.desk.selected(['desk-1:1', 'desk-1:2'])).map(({ followerIds }) => followerIds);
  expect(await ticked()).toEqual([['a1', 'me'], []]);
  await one.desk.discardEntry(entryId);
  expect(await ticked()).toEqual([['a1', 'a9'], []]);
});

it('whether tickets can be followed is known once the helpdesk’s connection has been opened', async () => {
  const told = () => one.events.filter((event) => event.type === 'changed' && event.facts).length;
  expect((await one.desk.facts('desk-1'))?.abilities).toBeNull();
  const before = told();
  const abilities = {
    merge: 'no',
    links: [],
    followers: true,
    limits: { fileBytes: null, messageBytes: null },
    forward: 'no',
  } as const;
  const health = healthy({ abilities: { ...abilities, links: [] } });
  await one.remote.health({ ...health, complete: [] });
  await expect.poll(told).toBe(before + 1);
  expect((await one.desk.facts('desk-1'))?.abilities).toEqual(abilities);
  await one.remote.health({ ...health, complete: [], phase: 'syncing' });
  await one.remote.applyBatch(batch({ groups: [{ remoteId: 'g9', name: 'Nine', statusNames: null }] }));
  await expect.poll(told).toBe(before + 2);
});
