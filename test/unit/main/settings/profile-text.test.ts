import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { profileText } from '#main/settings/profile-text.ts';

const settings = (content: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'holdfast-settings-')), 'settings.json');
  writeFileSync(path, content);
  return path;
};

test('speaks the language that the profile is set to', async () => {
  expect((await profileText(settings('{"locale":"pseudo"}')))('host.tray.quit')).toMatch(/^⟦.*⟧$/);
});

test.each(['no JSON', '[]', '{"locale":7}'])(
  'with settings that read %s it speaks English and leaves them',
  async (content) => {
    const path = settings(content);
    expect((await profileText(path)).locale).toBe('en');
    expect(existsSync(path)).toBe(true);
  },
);

test('a profile without settings speaks English', async () => {
  expect((await profileText('/nowhere/settings.json')).locale).toBe('en');
});
