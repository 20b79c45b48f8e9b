import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { launch } from '#main/shell/launch/launch.ts';
import { handOver, lockProfile } from '#main/shell/profile-lock.ts';

const makeProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'holdfast-link-'));

it('gives a call to the console that runs, without a build or a host of its own', async () => {
  const profile = await makeProfile();
  const links: string[] = [];
  const lock = await lockProfile(profile, (link) => links.push(link));
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(await launch(['--profile', profile, '--call', 'tel:+4791234567'])).toBe('done');
  expect(said.mock.calls).toEqual([['Handed over to the Holdfast that runs on this profile.\n']]);
  said.mockRestore();
  await vi.waitFor(() => expect(links).toEqual(['tel:+4791234567']));
  if (lock.ok) await lock.value.release();
});

it('has nobody to give it to where none runs, or only a lock was left', async () => {
  const profile = await makeProfile();
  expect(await handOver(profile, 'tel:112')).toBe(false);
  await writeFile(join(profile, 'lock'), JSON.stringify({ id: 'gone', pid: 1, watchPort: 9, where: '' }));
  expect(await handOver(profile, 'tel:112')).toBe(false);
});

it('takes a link only from who can read the lock', async () => {
  const profile = await makeProfile();
  const links: string[] = [];
  const lock = await lockProfile(profile, (link) => links.push(link));
  const { watchPort } = JSON.parse(await readFile(join(profile, 'lock'), 'utf8')) as { readonly watchPort: number };
  for (const said of ['tel:112', 'leave\ntel:112', `${'x'.repeat(9_000)}\n`]) {
    const socket = connect({ port: watchPort, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined);
    socket.end(said);
    await new Promise((resolve) => socket.resume().once('close', resolve));
  }
  expect(await handOver(profile, 'tel:113')).toBe(true);
  await vi.waitFor(() => expect(links).toEqual(['tel:113']));
  if (lock.ok) await lock.value.release();
});
