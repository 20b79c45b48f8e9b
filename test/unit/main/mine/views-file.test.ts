import { expect, test } from 'vitest';
import { openViewsFile } from '#main/mine/views-file.ts';
import type { Disk } from '#main/profile/disk.ts';
import type { OwnView } from '#shared/views/own-view.ts';
import { profileFile } from './profile-file.ts';

const PATH = 'profile/views.json';
const view = (id: string, title = id): OwnView => ({
  id,
  title,
  accountId: null,
  query: { all: [], any: [], sort: { by: 'updated', descending: true } },
});

const titles = async (disk: Disk): Promise<readonly string[]> =>
  (await openViewsFile(disk, PATH)).now().views.map(({ title }) => title);

test('views are put, changed in their place, moved, removed and put back where they were', async () => {
  const { disk } = profileFile();
  const file = await openViewsFile(disk, PATH);
  for (const id of ['a', 'b', 'c']) await file.change({ type: 'put', view: view(id), at: null });
  await file.change({ type: 'put', view: view('b', 'B'), at: null });
  expect(await titles(disk)).toEqual(['a', 'B', 'c']);
  await file.change({ type: 'move', id: 'c', to: 0 });
  expect(await titles(disk)).toEqual(['c', 'a', 'B']);
  await file.change({ type: 'remove', id: 'a' });
  await file.change({ type: 'put', view: view('a'), at: 1 });
  expect(await titles(disk)).toEqual(['c', 'a', 'B']);
});

test('one that does not parse costs only itself, is shown and stays in the file as it was', async () => {
  const strange = { id: 'x', title: 'From the future', query: { all: [{ field: 'mood' }] } };
  const { disk, held } = profileFile(
    JSON.stringify({ version: 9, views: [view('a'), strange, view('b')], hidden: [] }),
  );
  const file = await openViewsFile(disk, PATH);
  expect(file.now().views.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(file.now().unreadable).toEqual([expect.objectContaining({ title: 'From the future' })]);
  await file.change({ type: 'move', id: 'b', to: 0 });
  const kept = JSON.parse(held.content ?? '') as { version: number; views: readonly unknown[] };
  expect(kept.version).toBe(9);
  expect(kept.views).toContainEqual(strange);
  expect(await titles(disk)).toEqual(['b', 'a']);
});

test('what a newer version keeps beside the views stays in the file', async () => {
  const { disk, held } = profileFile(JSON.stringify({ version: 2, views: [], hidden: [], order: ['a'] }));
  const file = await openViewsFile(disk, PATH);
  await file.change({ type: 'hide', id: 'own:solved', hidden: true });
  expect(JSON.parse(held.content ?? '')).toEqual({ version: 2, views: [], hidden: ['own:solved'], order: ['a'] });
});

test('what cannot be written has not happened', async () => {
  const { disk, held } = profileFile();
  const file = await openViewsFile(disk, PATH);
  await file.change({ type: 'hide', id: 'own:solved', hidden: true });
  held.full = true;
  expect(await file.change({ type: 'put', view: view('a'), at: null })).toBeNull();
  expect(file.now()).toEqual({ views: [], unreadable: [], hidden: ['own:solved'] });
});
