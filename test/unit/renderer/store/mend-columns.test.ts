import { expect, test } from 'vitest';
import { applyBatch } from '#renderer/store/apply-batch.ts';
import { guardDefaults, guardStorage } from '#renderer/store/guarded-storage.ts';
import { loadAccount } from '#renderer/store/load-account.ts';
import { mendColumns } from '#renderer/store/mend-columns.ts';
import { saveColumns } from '#renderer/store/snapshot.ts';
import { ok } from '#shared/result.ts';
import { memoryStorage } from '../../../support/memory-storage.ts';
import { account, batch, NOW, ticket } from './fixtures.ts';

const pause = async (): Promise<void> => undefined;

/** Three tickets, a snapshot of them, and then another set of rows than the snapshot holds. */
async function opened(spoil: (tickets: Map<string, unknown>) => void) {
  const held = new Map();
  const guarded = await guardStorage(async () => ok(memoryStorage(held)), {
    ...guardDefaults,
    now: () => NOW,
    after: () => () => undefined,
    onProblem: () => undefined,
  });
  if (!guarded.ok) throw new Error(guarded.error);
  const storage = guarded.value;
  const state = await loadAccount(account, storage, pause);
  const tickets = ['1', '2', '3'].map((remoteId) => ticket({ remoteId }));
  await applyBatch(state, batch({ tickets }), { now: NOW, pause });
  await saveColumns(storage, state.columns, state.change, [], { people: [], articles: [] });
  spoil(held.get('tickets'));
  return loadAccount(account, storage, pause);
}
const listed = ({ columns }: Awaited<ReturnType<typeof opened>>): readonly string[] =>
  Array.from({ length: columns.size() }, (_, index) => index)
    .filter((index) => !columns.isDropped(index))
    .map((index) => columns.idAt(index));

test('columns that fit their rows are left alone', async () => {
  const state = await opened(() => undefined);
  expect(await mendColumns(state, pause)).toBe(false);
  expect(listed(state)).toEqual(['desk-1:1', 'desk-1:2', 'desk-1:3']);
});

test('a row that is no more is no longer listed', async () => {
  const state = await opened((tickets) => tickets.delete('desk-1:2'));
  expect(listed(state)).toHaveLength(3);
  expect(await mendColumns(state, pause)).toBe(true);
  expect(listed(state)).toEqual(['desk-1:1', 'desk-1:3']);
});

test('a row that the snapshot lacks is listed', async () => {
  const state = await opened((tickets) => {
    const row = tickets.get('desk-1:2') as { readonly id: string };
    tickets.set('desk-1:4', { ...row, id: 'desk-1:4' });
  });
  expect(listed(state)).toHaveLength(3);
  expect(await mendColumns(state, pause)).toBe(true);
  expect(listed(state)).toEqual(['desk-1:1', 'desk-1:2', 'desk-1:3', 'desk-1:4']);
});
