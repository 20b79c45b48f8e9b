import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OutgoingFiles, openOutgoingFiles } from '#main/attachments/outgoing-files.ts';
import { type Disk, nodeDisk } from '#main/profile/disk.ts';
import { profilePaths } from '#main/profile/profile-paths.ts';

let profile: string;
let files: OutgoingFiles;

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'holdfast-files-'));
  files = openOutgoingFiles(nodeDisk, profilePaths(profile));
});
afterEach(() => rm(profile, { recursive: true, force: true }));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const onDisk = (): Promise<readonly string[]> => nodeDisk.list(join(profile, 'files'));

async function putWhole(text: string, accountId = 'shop', to = files): Promise<string> {
  const bytes = bytesOf(text);
  const sha256 = hashOf(bytes);
  await to.put({ accountId, sha256, size: bytes.length, at: 0, bytes });
  return sha256;
}

test('a file is on disk under its hash once its last part has come, and not before', async () => {
  const whole = bytesOf('invoice \u0000 é, in three parts');
  const part = { accountId: 'shop', sha256: hashOf(whole), size: whole.length };
  await files.put({ ...part, at: 0, bytes: whole.subarray(0, 10) });
  await files.put({ ...part, at: 10, bytes: whole.subarray(10, 20) });
  expect(await onDisk()).toEqual([]);
  await files.put({ ...part, at: 20, bytes: whole.subarray(20) });
  expect(await onDisk()).toEqual([part.sha256]);
  expect(await readFile(join(profile, 'files', part.sha256))).toEqual(Buffer.from(whole));
  expect(await files.read(part.sha256)).toEqual(whole);
  expect(await files.read(hashOf(bytesOf('never seen')))).toBeNull();
});

test('what is not what its name says, or comes out of order, is not kept', async () => {
  const bytes = bytesOf('abcdef');
  const part = { accountId: 'shop', sha256: hashOf(bytesOf('another')), size: 6 };
  await expect(files.put({ ...part, at: 0, bytes })).rejects.toThrow('not what its name says');
  await expect(files.put({ ...part, at: 3, bytes: bytes.subarray(3) })).rejects.toThrow('out of order');
  await files.put({ ...part, sha256: hashOf(bytes), at: 0, bytes: bytes.subarray(0, 3) });
  await expect(files.put({ ...part, sha256: hashOf(bytes), at: 2, bytes: bytes.subarray(2) })).rejects.toThrow('order');
  expect(await onDisk()).toEqual([]);
});

test('a full disk is told, and leaves nothing that claims to be the file', async () => {
  const full: Disk = {
    ...nodeDisk,
    replace: async () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
  };
  const sha256 = hashOf(bytesOf('too much'));
  await expect(putWhole('too much', 'shop', openOutgoingFiles(full, profilePaths(profile)))).rejects.toThrow('full');
  expect(await files.read(sha256)).toBeNull();
  await putWhole('too much');
  expect(await files.read(sha256)).toEqual(bytesOf('too much'));
});

test('what nobody names goes, with what a kill left half written; what is named or was just put stays', async () => {
  const [named, unnamed] = [await putWhole('named'), await putWhole('unnamed')];
  await writeFile(join(profile, 'files', `${named}.next`), 'half of it');
  await files.removeOthers(new Set());
  expect(await onDisk()).toHaveLength(3);

  const later = openOutgoingFiles(nodeDisk, profilePaths(profile));
  const fresh = await putWhole('fresh', 'shop', later);
  await later.removeOthers(new Set([named]));
  expect((await onDisk()).toSorted()).toEqual([named, fresh].toSorted());
  expect(await later.read(unnamed)).toBeNull();
});

test('a removed account holds nothing any more, unless another account has put the same', async () => {
  const both = await putWhole('of both');
  await putWhole('of both', 'other');
  await putWhole('its own');
  files.forget('shop');
  await files.removeOthers(new Set());
  expect(await readdir(join(profile, 'files'))).toEqual([both]);
});

test('bytes that are here as a whole are kept under their hash, and stay as an account’s own', async () => {
  const bytes = bytesOf('a label');
  const sha256 = await files.keep('shop', bytes);
  expect(sha256).toBe(hashOf(bytes));
  expect(await files.read(sha256)).toEqual(bytes);
  await files.removeOthers(new Set());
  expect(await onDisk()).toEqual([sha256]);
  files.forget('shop');
  await files.removeOthers(new Set());
  expect(await onDisk()).toEqual([]);
});
