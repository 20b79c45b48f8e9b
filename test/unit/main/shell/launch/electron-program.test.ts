import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findElectron } from '#main/shell/launch/electron-program.ts';

it('finds Electron’s program where its package says it is, and only when it is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-electron-'));
  expect(findElectron({}, folder)).toBeNull();
  await writeFile(join(folder, 'path.txt'), 'electron');
  expect(findElectron({}, folder)).toBeNull();
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'electron'), '');
  expect(findElectron({}, folder)).toBe(join(folder, 'dist', 'electron'));
  expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }, folder)).toBeNull();
  expect(findElectron({}, null)).toBeNull();
});
