import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openerCommand, openWithSystem } from '#main/shell/browser/open-external.ts';

const NUMBER = 'tel:+4722555555';
const PAGE = 'https://example.org/';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-opener-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A system whose opener notes what it is to open, and then does this. */
async function systemThat(does: string) {
  const opener = join(folder, 'xdg-open');
  await writeFile(opener, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${join(folder, 'asked')}'\n${does}\n`);
  await chmod(opener, 0o755);
  const env = { DISPLAY: ':0', PATH: `${folder}:${process.env['PATH'] ?? ''}` };
  return { platform: 'linux', env, userId: 1000 } as const;
}

it('opens nothing where nobody could see it', () => {
  expect(openerCommand(PAGE, { platform: 'linux', env: {}, userId: 1000 })).toBeNull();
  expect(openerCommand(PAGE, { platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, userId: 1000 })).toEqual([
    'xdg-open',
  ]);
  expect(openerCommand(PAGE, { platform: 'darwin', env: {}, userId: 501 })).toEqual(['open']);
  // Never the shell: it would read & and % in an address.
  expect(openerCommand(PAGE, { platform: 'win32', env: {}, userId: null })?.[0]).toBe('rundll32');
});

it('opens no page as root, for whom browsers refuse to run, and dials', () => {
  const root = { platform: 'linux', env: { DISPLAY: ':0' }, userId: 0 } as const;
  expect(openerCommand(PAGE, root)).toBeNull();
  expect(openerCommand('HTTP://example.org/', root)).toBeNull();
  expect(openerCommand(NUMBER, root)).toEqual(['xdg-open']);
  expect(openerCommand(NUMBER, { ...root, env: {} })).toBeNull();
});

it('hands the address to the system’s opener as it is', async () => {
  expect(await openWithSystem(NUMBER, await systemThat('exit 0'))).toBe(true);
  expect(await readFile(join(folder, 'asked'), 'utf8')).toBe(`${NUMBER}\n`);
});

it('says so where no program takes such addresses, or there is no opener', async () => {
  expect(await openWithSystem(NUMBER, await systemThat('exit 3'))).toBe(false);
  expect(await openWithSystem(NUMBER, { platform: 'linux', env: { DISPLAY: ':0', PATH: '/' }, userId: 1000 })).toBe(
    false,
  );
});

it('does not wait for a program that runs on', async () => {
  expect(await openWithSystem(NUMBER, await systemThat('exec sleep 3'))).toBe(true);
});
