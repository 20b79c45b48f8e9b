import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AttachmentCache, openAttachmentCache } from '#main/attachments/attachment-cache.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { profilePaths } from '#main/profile/profile-paths.ts';

let folder: string;
let cache: AttachmentCache;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-attachments-'));
  cache = openAttachmentCache(nodeDisk, profilePaths(folder));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = { mimeType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };

test('a file that sync and the agent fetch at once is kept, whoever comes first', async () => {
  await Promise.all(Array.from({ length: 20 }, () => cache.put('desk', '7', file)));
  expect(await cache.get('desk', '7')).toEqual(file);
  expect(await cache.has('desk', '7')).toBe(true);
});

test('what was not kept is not there, and is kept when it comes again', async () => {
  const full = openAttachmentCache(
    { ...nodeDisk, replace: () => Promise.reject(new Error('ENOSPC')) },
    profilePaths(folder),
  );
  await expect(Promise.all([full.put('desk', '7', file), full.put('desk', '7', file)])).rejects.toThrow('ENOSPC');
  expect(await cache.get('desk', '7')).toBeNull();
  await cache.put('desk', '7', file);
  expect(await cache.get('desk', '7')).toEqual(file);
});
