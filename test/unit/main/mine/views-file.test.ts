import { expect, test } from 'vitest';
import { openViewsFile } from '#main/mine/views-file.ts';
import type { Disk } from '#main/profile/disk.ts';
import type { OwnView } from '#shared/views/own-view.ts';

const PATH = 'profile/views.json';
const view = (id: string, title = id): OwnView => ({
  id,
  title,
  accountId: null,
  query: { all: [], any: [], sort: { by: 'updated', descending: true } },
});

/** One file in memory; `full` refuses to write. */
function memoryDisk(content: string | null = null) {
  const held = { content, full: false };
  const refused = async (): Promise<never> => {
    throw new Error('not used here');
  };
  const disk: Disk = {
    read: async () => (held.content === null ? null : new TextEncoder().encode(held.content)),
    async replace(_path, next) {
      if (held.full) throw new Error('ENOSPC');
      held.content = typeof next === 'string' ? next : new TextDecoder().decode(next);
    },
    rename: refused,
    truncate: refused,
    append: refused,
    list: refused,
    remove: refused,
  };
  return { disk, held };
}

const titles = async (disk: Disk): Promise<readonly string[]> =>
  (await openViewsFile(disk, PATH)).now().views.map(({ title }) => title);

test('views are put, changed in their place, moved, removed and put back where they were', async () => {
  const { disk } = memoryDisk();
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
  const { disk, held } = memoryDisk(JSON.stringify({ version: 9, views: [view('a'), strange, view('b')], hidden: [] }));
  const file = await openViewsFile(disk, PATH);
  expect(file.now().views.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(file.now().unreadable).toEqual([expect.objectContaining({ title: 'From the future' })]);
  await file.change({ type: 'move', id: 'b', to: 0 });
  const kept = JSON.parse(held.content ?? '') as { version: number; views: readonly unknown[] };
  expect(kept.version).toBe(9);
  expect(kept.views).toContainEqual(strange);
  expect(await titles(disk)).toEqual(['b', 'a']);
});

test('what cannot be written has not happened', async () => {
  const { disk, held } = memoryDisk();
  const file = await openViewsFile(disk, PATH);
  await file.change({ type: 'hide', id: 'own:solved', hidden: true });
  held.full = true;
  expect(await file.change({ type: 'put', view: view('a'), at: null })).toBeNull();
  expect(file.now()).toEqual({ views: [], unreadable: [], hidden: ['own:solved'] });
});
