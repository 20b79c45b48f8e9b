import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecretStore } from '#main/credentials/secret-store.ts';
import { nodeDisk } from '#main/profile/disk.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-secrets-'));
  path = join(folder, 'secrets.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const box = {
  encrypt: async (text: string) => new Uint8Array(Buffer.from(text).map((byte) => byte ^ 0x5a)),
  decrypt: async (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString(),
};

test('without a key of the system and without consent a secret is gone with the program', async () => {
  const store = await openSecretStore(nodeDisk, path, null, false);
  await store.put('a', { token: 'hush' });
  expect(store.kept).toBe('session');
  expect(store.get('a')).toEqual({ token: 'hush' });
  await expect(stat(path)).rejects.toThrow('ENOENT');
});

test('with consent it rests in a file that only its user can read', async () => {
  const store = await openSecretStore(nodeDisk, path, null, true);
  await store.put('a', { token: 'hush' });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await openSecretStore(nodeDisk, path, null, true)).get('a')).toEqual({ token: 'hush' });
});

test('with a key of the system the file does not show it', async () => {
  const store = await openSecretStore(nodeDisk, path, box, false);
  await store.put('a', { token: 'hush' });
  expect(await readFile(path, 'utf8')).not.toContain('hush');
  expect((await openSecretStore(nodeDisk, path, box, false)).get('a')).toEqual({ token: 'hush' });
});

test('a secret sealed with a key that has changed is as good as none', async () => {
  await (await openSecretStore(nodeDisk, path, box, false)).put('a', { token: 'hush' });
  const other = { ...box, decrypt: async () => Promise.reject(new Error('wrong key')) };
  expect((await openSecretStore(nodeDisk, path, other, false)).get('a')).toBeNull();
});

test('a secret that could not be opened once is still there when the key is back', async () => {
  const first = await openSecretStore(nodeDisk, path, box, false);
  await first.put('a', { token: 'hush' });
  await first.put('b', { token: 'old' });
  const locked = await openSecretStore(
    nodeDisk,
    path,
    { ...box, decrypt: async () => Promise.reject(new Error('locked')) },
    false,
  );
  await locked.put('b', { token: 'new' });
  const again = await openSecretStore(nodeDisk, path, box, false);
  expect(again.get('a')).toEqual({ token: 'hush' });
  expect(again.get('b')).toEqual({ token: 'new' });
});

test('a removed secret is gone from the disk, though nothing else is kept there in this run', async () => {
  const first = await openSecretStore(nodeDisk, path, box, false);
  await first.put('a', { token: 'hush' });
  await first.put('b', { token: 'keep' });
  const session = await openSecretStore(nodeDisk, path, null, false);
  await session.put('c', { token: 'now' });
  await session.remove('a');
  expect(Object.keys(JSON.parse(await readFile(path, 'utf8')))).toEqual(['b']);
  expect((await openSecretStore(nodeDisk, path, box, false)).get('b')).toEqual({ token: 'keep' });
});

test('of secrets kept at the same time none is lost', async () => {
  // The first is sealed last, so that a save of its own would come after the second and without it.
  let seals = 0;
  const slow = {
    ...box,
    encrypt: async (text: string) => {
      seals += 1;
      if (seals === 1) for (let turns = 0; turns < 500; turns += 1) await new Promise(setImmediate);
      return box.encrypt(text);
    },
  };
  const store = await openSecretStore(nodeDisk, path, slow, false);
  await Promise.all([store.put('a', { token: 'one' }), store.put('b', { token: 'two' })]);
  const again = await openSecretStore(nodeDisk, path, box, false);
  expect([again.get('a'), again.get('b')]).toEqual([{ token: 'one' }, { token: 'two' }]);
});
