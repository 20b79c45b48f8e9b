import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCommandRuns } from '#main/mine/command-runs.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import type { CommandRuns } from '#shared/commands/command-runs.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-runs-'));
  path = join(folder, 'command-runs.log');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const runs = (more: Partial<CommandRuns>): CommandRuns => ({
  day: '2026-11-26',
  command: 'list.next',
  source: 'key',
  count: 1,
  ...more,
});

test('counts of one day, command and source add up, also after a restart', async () => {
  const file = await openCommandRuns(nodeDisk, path);
  await file.add([runs({ count: 3 }), runs({ source: 'button' })]);
  await file.add([runs({ count: 2 }), runs({ day: '2026-11-27' })]);
  const sums = [runs({ count: 5 }), runs({ source: 'button' }), runs({ day: '2026-11-27' })];
  expect(file.all()).toEqual(sums);
  expect((await openCommandRuns(nodeDisk, path)).all()).toEqual(sums);
});

test('a line torn by a kill costs that line and nothing after it', async () => {
  const file = await openCommandRuns(nodeDisk, path);
  await file.add([runs({ count: 3 })]);
  await appendFile(path, '{"day":"2026-11-26","comm');
  const again = await openCommandRuns(nodeDisk, path);
  await again.add([runs({ count: 4 })]);
  expect((await openCommandRuns(nodeDisk, path)).all()).toEqual([runs({ count: 7 })]);
});

test('a long file is written anew with what it adds up to', async () => {
  await appendFile(path, `${JSON.stringify(runs({}))}\n`.repeat(1_200));
  const file = await openCommandRuns(nodeDisk, path);
  await file.close();
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(2);
  expect(file.all()).toEqual([runs({ count: 1_200 })]);
});
