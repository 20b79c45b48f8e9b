import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTicketMarks } from '#main/mine/ticket-marks.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { noMark, type TicketMark } from '#shared/mine/ticket-mark.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-marks-'));
  path = join(folder, 'read-marks.log');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const mark = (ticketId: string, change: Partial<TicketMark> = {}): TicketMark => ({ ...noMark(ticketId), ...change });

test('the newest mark of a ticket counts, also after a restart', async () => {
  const marks = await openTicketMarks(nodeDisk, path);
  const snooze = { at: 5, until: 100, seenAt: 4 };
  await marks.put([mark('a:1', { readAt: 10, changedAt: 1 }), mark('a:2', { starred: true, changedAt: 1 })]);
  await marks.put([mark('a:1', { snooze, changedAt: 3 })]);
  await marks.put([mark('a:1', { readAt: 20, changedAt: 2 })]);
  expect((await openTicketMarks(nodeDisk, path)).all()).toEqual([
    mark('a:1', { snooze, changedAt: 3 }),
    mark('a:2', { starred: true, changedAt: 1 }),
  ]);
});

test('files of earlier versions, which hold only how far was read, count as they did', async () => {
  await writeFile(path, '{"ticketId":"a:1","readAt":30}\n{"ticketId":"a:1","readAt":20}\n');
  const marks = await openTicketMarks(nodeDisk, path);
  expect(marks.all()).toEqual([mark('a:1', { readAt: 30 })]);
  await marks.put([mark('a:1', { unread: true, readAt: 30, changedAt: 1 })]);
  expect((await openTicketMarks(nodeDisk, path)).all()).toMatchObject([{ unread: true }]);
});

test('a line torn by a kill costs that mark and nothing after it', async () => {
  const marks = await openTicketMarks(nodeDisk, path);
  await marks.put([mark('a:1', { readAt: 10 })]);
  await appendFile(path, '{"ticketId":"a:2","rea');
  const again = await openTicketMarks(nodeDisk, path);
  await again.put([mark('a:3', { readAt: 7 })]);
  expect((await openTicketMarks(nodeDisk, path)).all().map(({ ticketId }) => ticketId)).toEqual(['a:1', 'a:3']);
});
