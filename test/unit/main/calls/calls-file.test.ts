import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallsFile, openCallsFile } from '#main/calls/calls-file.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { aCall } from '../../../support/a-call.ts';
import { profileFile } from '../mine/profile-file.ts';

const NOW = Date.UTC(2026, 10, 26, 9);
const DAY = 24 * 3_600_000;

let folder: string;
let path: string;
const opened: CallsFile[] = [];
const open = async (): Promise<CallsFile> => {
  const file = await openCallsFile(nodeDisk, path, NOW);
  opened.push(file);
  return file;
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-calls-'));
  path = join(folder, 'calls.log');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((file) => file.close()));
  await rm(folder, { recursive: true, force: true });
});

describe('the log of calls', () => {
  it('has the newest state of every call after a restart, the oldest call first', async () => {
    const file = await open();
    expect(await file.put(aCall(2))).toBe(true);
    await file.put(aCall(1));
    await file.put(aCall(2, { answeredAt: 5_000 }));
    await file.close();
    const again = await open();
    expect(again.page(null, 9).toReversed()).toEqual([aCall(1), aCall(2, { answeredAt: 5_000 })]);
    expect(again.lastAt).toBe(5_000);
  });

  it('makes no file before the first call', async () => {
    await (await open()).close();
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('passes over a line torn by a kill and goes on behind it', async () => {
    const file = await open();
    await file.put(aCall(1));
    await appendFile(path, '{"id":"01JCAFE0000000000000000001","number":"+47');
    const again = await open();
    expect(again.page(null, 9).toReversed()).toEqual([aCall(1)]);
    await again.put(aCall(2));
    expect(
      (await open())
        .page(null, 9)
        .toReversed()
        .map(({ id }) => id),
    ).toEqual([aCall(1).id, aCall(2).id]);
  });

  it('knows how long the program ran', async () => {
    const file = await open();
    await file.put(aCall(1));
    await file.alive(61_000);
    expect((await open()).lastAt).toBe(61_000);
  });

  it('is rewritten when it is long, with one line a call', async () => {
    const lines = Array.from({ length: 1_100 }, (_, at) => JSON.stringify(aCall(at % 3, { queue: String(at) })));
    await writeFile(path, lines.join('\n'));
    const file = await open();
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(3);
    expect(
      file
        .page(null, 9)
        .toReversed()
        .map(({ queue }) => queue),
    ).toEqual(['1098', '1099', '1097']);
  });

  it('keeps what a newer version wrote and this one cannot read', async () => {
    const newer = '{"id":"01JCAFE0000000000000000009","video":true}';
    const lines = Array.from({ length: 1_100 }, () => JSON.stringify(aCall(1)));
    await writeFile(path, [newer, ...lines].join('\n'));
    expect(
      (await open())
        .page(null, 9)
        .toReversed()
        .map(({ id }) => id),
    ).toEqual([aCall(1).id]);
    expect(await readFile(path, 'utf8')).toContain(newer);
  });

  it('reads old calls only when they are asked for, and passes over one that it cannot', async () => {
    const old = (day: number) => aCall(day, { id: ulid(NOW - day * DAY), answeredAt: 1, endedAt: 2, wrappedAt: 3 });
    const open5 = { ...old(5), wrappedAt: null };
    const unreadable = JSON.stringify({ ...old(4), direction: 'sideways' });
    await writeFile(
      path,
      `${[old(9), open5, old(3), aCall(0, { id: ulid(NOW) })].map((call) => JSON.stringify(call)).join('\n')}\n${unreadable}\n`,
    );
    const file = await open();
    expect([...file.recent().keys()]).toEqual([open5.id, file.lastId()]);
    expect(file.page(null, 2).map(({ startedAt }) => startedAt)).toEqual([0, 3_000]);
    expect(file.page(file.page(null, 2)[1]?.id ?? null, 2).map(({ startedAt }) => startedAt)).toEqual([5_000, 9_000]);
    await file.put({ ...old(9), id: file.page(null, 4)[3]?.id ?? '', disposition: 'Solved' });
    expect(file.page(null, 9).map(({ disposition }) => disposition)).toEqual(['', '', '', 'Solved']);
  });

  it('goes on behind a line whose id is no ULID, and keeps it', async () => {
    const strange = JSON.stringify({ ...aCall(1), id: 'U'.repeat(26) });
    await writeFile(path, `${JSON.stringify(aCall(2))}\n${strange}\n`);
    const file = await open();
    expect(file.lastId()).toBe(aCall(2).id);
    await file.put(aCall(3));
    expect(await readFile(path, 'utf8')).toContain(strange);
  });

  it('goes back to the line before where the newest of a call is torn', async () => {
    const whole = JSON.stringify(aCall(1, { queue: 'before' }));
    await writeFile(path, `${whole}\n${JSON.stringify(aCall(1, { queue: 'after' })).slice(0, -3)}\n`);
    expect((await open()).page(null, 1)).toMatchObject([{ queue: 'before' }]);
  });

  it('says when the disk refuses, and writes all of it with the next call', async () => {
    const { disk, held } = profileFile();
    const file = await openCallsFile(disk, 'calls.log', NOW);
    held.full = true;
    expect(await file.put(aCall(1))).toBe(false);
    expect(await file.put(aCall(2))).toBe(false);
    expect(
      file
        .page(null, 9)
        .toReversed()
        .map(({ id }) => id),
    ).toEqual([aCall(1).id, aCall(2).id]);
    held.full = false;
    expect(await file.put(aCall(3))).toBe(true);
    expect((await openCallsFile(disk, 'calls.log', NOW)).page(null, 9)).toHaveLength(3);
  });
});
