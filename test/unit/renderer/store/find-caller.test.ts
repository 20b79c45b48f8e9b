import { afterEach, describe, expect, test } from 'vitest';
import { newState } from '#renderer/store/account-state.ts';
import { createColumns } from '#renderer/store/columns.ts';
import { createFindCaller } from '#renderer/store/find-caller.ts';
import type { Call } from '#shared/calls/call.ts';
import type { Person } from '#shared/domain/desk.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { ok } from '#shared/result.ts';
import { settingsSchema } from '#shared/settings/settings.ts';
import { memoryStorage } from '../../../support/memory-storage.ts';
import { account, batch, createFakeMain, MINUTE, NOW, person, startStore, ticket } from './fixtures.ts';

const DAY = 24 * 60 * MINUTE;
let stop = (): void => undefined;
afterEach(() => stop());

/** A Norwegian desk with these people and tickets. */
async function deskWith(people: readonly Person[], tickets: readonly Ticket[] = []) {
  const one = await startStore({
    main: createFakeMain({ saveSettings: async (change) => settingsSchema.parse(change) }),
  });
  stop = () => one.stop();
  await one.desk.saveSettings({ calls: settingsSchema.parse({ calls: { country: 'NO' } }).calls });
  await one.remote.applyBatch(batch({ people: [...people], tickets: [...tickets] }));
  return one;
}

const KARI = person('kari', 'Kari Nordmann', { phone: '22 00 00 12' });
const of = (remoteId: string, over: Partial<Ticket> = {}) => ticket({ remoteId, requesterId: 'kari', ...over });

test('a caller is found with the ticket of theirs that changed last, as it is shown, and how many are open', async () => {
  const { desk } = await deskWith(
    [KARI, person('ola', 'Ola', { phone: '91 00 00 34' })],
    [
      of('1', { updatedAt: NOW - 3 * DAY }),
      of('2', { updatedAt: NOW - 2 * DAY, status: 'pending', subject: 'Where is it?' }),
      of('3', { updatedAt: NOW - DAY, status: 'closed' }),
      of('4', { updatedAt: NOW - 40 * DAY, status: 'new' }),
      ticket({ remoteId: '5', requesterId: 'ola', updatedAt: NOW }),
    ],
  );
  const answer = await desk.findCaller('+4722000012');
  expect(answer.number).toEqual({ e164: '+4722000012', shown: '22 00 00 12', country: 'NO', extension: null });
  expect(answer.callers).toMatchObject([
    {
      accountId: 'desk-1',
      person: KARI,
      why: 'number',
      ticket: { id: 'desk-1:2', subject: 'Where is it?' },
      openTickets: 3,
    },
  ]);
  expect(answer.callers[0]?.ticket).toEqual((await desk.headers(['desk-1:2']))[0]);
});

test('one whose tickets are all old or closed has none to open', async () => {
  const { desk } = await deskWith(
    [KARI],
    [of('1', { updatedAt: NOW - 31 * DAY }), of('2', { updatedAt: NOW - DAY, status: 'closed' })],
  );
  expect((await desk.findCaller('22000012')).callers).toMatchObject([{ ticket: null, openTickets: 1 }]);
  expect((await desk.findCaller('22000013')).callers).toEqual([]);
  expect(await desk.findCaller('anonymous')).toEqual({ number: null, callers: [] });
});

test('what waits in the outbox counts as done, and a ticket that is gone is none', async () => {
  const one = await deskWith([KARI], [of('1', { updatedAt: NOW - 2 * DAY }), of('2', { updatedAt: NOW - DAY })]);
  const { desk } = one;
  await desk.enqueue({
    accountId: 'desk-1',
    ticketId: 'desk-1:1',
    action: { kind: 'update', changes: { status: 'solved' } },
  });
  expect((await desk.findCaller('22000012')).callers).toMatchObject([{ ticket: { id: 'desk-1:2' }, openTickets: 1 }]);
  await one.remote.applyBatch(batch({ removals: [{ remoteId: '2', reason: 'deleted', mergedIntoRemoteId: null }] }));
  const [caller] = (await desk.findCaller('22000012')).callers;
  expect(caller).toMatchObject({ ticket: { id: 'desk-1:1', status: 'solved' }, openTickets: 0 });
});

test('people who come and numbers that change are found from then on', async () => {
  const one = await deskWith([KARI]);
  expect((await one.desk.findCaller('91000034')).callers).toEqual([]);
  await one.remote.applyBatch(
    batch({
      people: [{ ...KARI, phone: '91 00 00 34' }, person('ola', 'Ola', { phone: null, otherPhones: ['33000056'] })],
    }),
  );
  expect((await one.desk.findCaller('91000034')).callers).toMatchObject([{ person: { name: 'Kari Nordmann' } }]);
  expect((await one.desk.findCaller('33000056')).callers).toMatchObject([{ person: { name: 'Ola' } }]);
  expect((await one.desk.findCaller('22000012')).callers).toEqual([]);
});

test('of two who have one number, whoever had to do with us last comes first', async () => {
  const { desk } = await deskWith(
    [KARI, person('ola', 'Ola', { phone: '22000012' }), person('per', 'Per', { phone: '22000012 ext. 3' })],
    [
      of('1', { updatedAt: NOW - 3 * DAY }),
      ticket({ remoteId: '2', requesterId: 'ola', updatedAt: NOW - DAY }),
      ticket({ remoteId: '3', requesterId: 'per', updatedAt: NOW }),
    ],
  );
  const { callers } = await desk.findCaller('+4722000012');
  expect(callers.map(({ person: { name }, why }) => `${name}: ${why}`)).toEqual([
    'Ola: number',
    'Kari Nordmann: number',
    'Per: extension',
  ]);
});

test('people of every account are asked', async () => {
  const one = await deskWith([]);
  await one.openAccount({ account: { ...account, id: 'desk-2' } });
  const kari = person('kari-2', 'Kari N.', { phone: '+47 22 00 00 12' });
  await one.remote.applyBatch(batch({ people: [KARI] }));
  await one.remote.applyBatch(batch({ people: [kari] }, { accountId: 'desk-2' }));
  const { callers } = await one.desk.findCaller('22000012');
  expect(callers.map(({ accountId, person: { remoteId } }) => `${accountId} ${remoteId}`).sort()).toEqual([
    'desk-1 kari',
    'desk-2 kari-2',
  ]);
});

test('before accounts are open the question waits for them', async () => {
  const one = await startStore({ open: false });
  stop = () => one.stop();
  const asked = one.desk.findCaller('+4722000012');
  await one.openAccount();
  expect((await asked).number?.e164).toBe('+4722000012');
});

describe('from past calls', () => {
  const state = newState({
    account,
    storage: { ...memoryStorage(new Map()), commit: async () => ok(null), problem: () => null },
    columns: createColumns(),
    search: { touch: () => undefined } as never,
  });
  state.people.set('kari', { ...KARI, phone: null });
  const past = { accountId: 'desk-1', personRemoteId: 'kari', number: '0047 22 00 00 12' } as Call;
  const env = { now: () => NOW, pause: async () => undefined } as never;
  const settings = settingsSchema.parse({ calls: { country: 'NO' } });
  const accounts = new Map([['desk-1', state]]);

  test('whom the agent named is who calls', async () => {
    const callers = createFindCaller({ accounts, env, settings }, () => [past]);
    expect((await callers.find('22000012')).callers).toMatchObject([
      { person: { remoteId: 'kari' }, why: 'earlier-call' },
    ]);
    expect((await callers.find('22000013')).callers).toEqual([]);
  });
  test('unless they are gone from here', async () => {
    const gone = { ...past, personRemoteId: 'nobody' };
    const elsewhere = { ...past, accountId: 'desk-9' };
    for (const call of [gone, elsewhere])
      expect((await createFindCaller({ accounts, env, settings }, () => [call]).find('22000012')).callers).toEqual([]);
  });
  test('a number that names no country is of where the machine is, until one is set', async () => {
    const callers = createFindCaller({ accounts, env, settings: settingsSchema.parse({}) }, () => []);
    const { number } = await callers.find('+4722000012');
    expect(number).toMatchObject({ e164: '+4722000012', country: 'NO' });
    await callers.ready();
  });
});

test('the country of this machine is named beside all whose numbers can be read, whatever was chosen', async () => {
  const { desk } = await deskWith([]);
  const { own, all } = await desk.callCountries();
  expect(all).toEqual(expect.arrayContaining(['NO', 'US', 'VN']));
  expect(all).toContain(own);
});
