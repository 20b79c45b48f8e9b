import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accountIdFor, openAccountList } from '#main/accounts/account-list.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import type { Account } from '#shared/domain/account.ts';
import { accountIdSchema } from '#shared/domain/ids.ts';

test('an account is named after helpdesk, host and user, fit for a file name', () => {
  const id = accountIdFor('request-tracker', 'RT.Example.org:8443', '14');
  expect(accountIdSchema.parse(id)).toMatch(/^request-tracker-rt\.example\.org-8443-14-[0-9a-f]{8}$/);
  expect(accountIdFor('zendesk', 'a.zendesk.com', '1')).not.toBe(accountIdFor('zendesk', 'a.zendesk.com', '2'));
});

test('users whose names share no Latin letter do not share an account', () => {
  expect(accountIdFor('request-tracker', 'rt.example.org', 'Ольга')).not.toBe(
    accountIdFor('request-tracker', 'rt.example.org', 'Мария'),
  );
});

test('a list that does not parse is set aside, never overwritten', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-accounts-'));
  const path = join(folder, 'accounts.json');
  await writeFile(path, '{"accounts": [{"id": ');
  const list = await openAccountList(nodeDisk, path);
  expect(list.all()).toEqual([]);
  expect(await readdir(folder)).toEqual(['accounts.json.unreadable']);
  await rm(folder, { recursive: true, force: true });
});

test('of accounts added at the same time none is lost', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-accounts-'));
  const path = join(folder, 'accounts.json');
  const list = await openAccountList(nodeDisk, path);
  const account = (id: string): Account => ({
    id,
    connectorId: 'zendesk',
    label: id,
    config: {},
    me: { remoteId: '1', name: 'Ann', email: null, administrator: false, groupIds: [] },
    practice: false,
  });
  await Promise.all([list.put(account('a')), list.put(account('b')), list.remove('a')]);
  expect(list.all().map(({ id }) => id)).toEqual(['b']);
  expect((await openAccountList(nodeDisk, path)).all()).toEqual(list.all());
  await rm(folder, { recursive: true, force: true });
});
