import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KEPT_DAYS, type OwnEventsFile, openOwnEvents } from '#main/mine/own-events-file.ts';
import { type Disk, nodeDisk } from '#main/profile/disk.ts';
import type { OwnEvent } from '#shared/metrics/own-events.ts';

const DAY_MS = 24 * 3_600_000;
let folder: string;
let now: number;
let opened: OwnEventsFile[] = [];
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'holdfast-own-')), 'own-events');
  now = Date.UTC(2026, 10, 23, 9);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((file) => file.close().catch(() => undefined)));
  await rm(join(folder, '..'), { recursive: true, force: true });
});

const open = (disk: Disk = nodeDisk): OwnEventsFile => {
  const file = openOwnEvents(disk, folder, { now: () => now });
  opened.push(file);
  return file;
};
const focus = (number: number, until = number + 5): OwnEvent => ({
  event: 'ticket-focus',
  at: number,
  until,
  ticketId: 'a:1',
});
/** Everything from a place on, in as many pages as it takes. */
async function all(file: ReturnType<typeof open>, after: Parameters<typeof file.page>[0] = null) {
  const events: OwnEvent[] = [];
  let page = await file.page(after);
  for (; ; page = await file.page(page.place)) {
    events.push(...page.events);
    if (!page.more) return { events, place: page.place };
  }
}

test('what was recorded is there at once, and after a kill that nothing was closed before', async () => {
  const file = open();
  file.record([focus(1), focus(2)]);
  file.record([focus(3)]);
  expect((await all(file)).events).toEqual([focus(1), focus(2), focus(3)]);
  expect((await all(open())).events).toEqual([focus(1), focus(2), focus(3)]);
});

test('a reader goes on from its place, over days', async () => {
  const file = open();
  file.record([focus(1)]);
  const { place } = await all(file);
  file.record([focus(2)]);
  now += DAY_MS;
  file.record([focus(3)]);
  const more = await all(file, place);
  expect(more.events).toEqual([focus(2), focus(3)]);
  expect((await all(file, more.place)).events).toEqual([]);
});

test('many come in pages of whole days', async () => {
  const file = open();
  for (let day = 0; day < 3; day++) {
    file.record(Array.from({ length: 300 }, (_, at) => focus(day * 10_000 + at)));
    await all(file);
    now += DAY_MS;
  }
  const first = await file.page(null);
  expect([first.events.length, first.more]).toEqual([600, true]);
  expect((await file.page(first.place)).events).toHaveLength(300);
});

test('a day that is over is kept without what was told twice, and a year and a month later not at all', async () => {
  const file = open();
  file.record([focus(1, 2)]);
  file.record([focus(1, 9)]);
  await file.close();
  const size = async () => (await readFile(join(folder, (await readdir(folder))[0] ?? ''), 'utf8')).length;
  const before = await size();
  now += DAY_MS;
  expect((await all(open())).events).toEqual([focus(1, 9)]);
  expect(await readdir(folder)).toEqual(['2026-11-23.done']);
  expect(await size()).toBeLessThan(before);
  now += (KEPT_DAYS - 1) * DAY_MS;
  expect((await all(open())).events).toHaveLength(1);
  now += DAY_MS;
  expect((await all(open())).events).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test('a line torn by a kill and one of a newer version cost themselves alone', async () => {
  const file = open();
  file.record([focus(1)]);
  await file.close();
  await appendFile(join(folder, '2026-11-23.log'), '{"event":"tea","at":1}\n{"event":"ticket-fo');
  const again = open();
  again.record([focus(2)]);
  expect((await all(again)).events).toEqual([focus(1), focus(2)]);
});

test('what the disk refuses is written with what comes next', async () => {
  let full = true;
  const disk: Disk = {
    ...nodeDisk,
    append: async (path) => {
      if (full) throw new Error('ENOSPC');
      return nodeDisk.append(path);
    },
  };
  const file = open(disk);
  file.record([focus(1)]);
  expect((await all(file)).events).toEqual([]);
  full = false;
  file.record([focus(2)]);
  expect((await all(file)).events).toEqual([focus(1), focus(2)]);
});

test('files that are none of it stay as they are', async () => {
  await nodeDisk.replace(join(folder, 'notes.txt'), 'mine');
  await writeFile(join(folder, '2020-01-01.bak'), 'mine');
  expect((await all(open())).events).toEqual([]);
  expect((await readdir(folder)).sort()).toEqual(['2020-01-01.bak', 'notes.txt']);
});
