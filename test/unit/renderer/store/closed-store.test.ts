import { expect, test } from 'vitest';
import { guardDefaults, guardStorage } from '#renderer/store/guarded-storage.ts';
import { loadAccount } from '#renderer/store/load-account.ts';
import { serveMain } from '#renderer/store/serve-main.ts';
import type { StoreContext } from '#renderer/store/store-context.ts';
import type { Upkeep } from '#renderer/store/upkeep.ts';
import { ok } from '#shared/result.ts';
import { memoryStorage } from '../../../support/memory-storage.ts';
import { account, batch, NOW, ticket } from './fixtures.ts';

test('a database that was closed under the store is answered to main, not thrown', async () => {
  const storage = await guardStorage(async () => ok(memoryStorage()), {
    ...guardDefaults,
    now: () => NOW,
    after: () => () => undefined,
    onProblem: () => undefined,
  });
  if (!storage.ok) throw new Error(storage.error);
  const pause = async () => undefined;
  const state = await loadAccount(account, storage.value, pause);
  const context = { env: { now: () => NOW, pause }, accounts: new Map([[account.id, state]]) };
  const store = serveMain(
    context as unknown as StoreContext,
    {} as Upkeep,
    () => undefined,
    () => undefined,
  );
  storage.value.close();
  const page = batch({ tickets: [ticket({ remoteId: '1' })] });
  expect(await store.applyBatch(page)).toEqual({ ok: false, error: 'closed' });
  expect(await store.settle({ accountId: account.id, entries: [], rows: page.rows })).toEqual({
    ok: false,
    error: 'closed',
  });
});
