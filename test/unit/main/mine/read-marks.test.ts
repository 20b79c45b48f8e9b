import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReadMarks } from '#main/mine/read-marks.ts';
import { nodeDisk } from '#main/profile/disk.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-marks-'));
  path = join(folder, 'read-marks.log');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the newest mark of a ticket counts, also after a restart', async () => {
  const marks = await openReadMarks(nodeDisk, path);
  await marks.mark({ ticketId: 'a:1', readAt: 10 });
  await marks.mark({ ticketId: 'a:1', readAt: 30 });
  await marks.mark({ ticketId: 'a:1', readAt: 20 });
  await marks.mark({ ticketId: 'a:2', readAt: 5 });
  expect((await openReadMarks(nodeDisk, path)).all()).toEqual([
    { ticketId: 'a:1', readAt: 30 },
    { ticketId: 'a:2', readAt: 5 },
  ]);
});

test('a line torn by a kill costs that mark and nothing after it', async () => {
  const marks = await openReadMarks(nodeDisk, path);
  await marks.mark({ ticketId: 'a:1', readAt: 10 });
  await appendFile(path, '{"ticketId":"a:2","rea');
  const again = await openReadMarks(nodeDisk, path);
  await again.mark({ ticketId: 'a:3', readAt: 7 });
  expect((await openReadMarks(nodeDisk, path)).all().map(({ ticketId }) => ticketId)).toEqual(['a:1', 'a:3']);
});
