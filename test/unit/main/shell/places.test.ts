import { describe, expect, it } from 'vitest';
import { externalUrl } from '#main/shell/external-url.ts';
import { profileFolder } from '#main/shell/profile-folder.ts';

describe('profileFolder', () => {
  it('is the platform’s place for data', () => {
    const homeDir = '/home/ann';
    expect(profileFolder(null, { platform: 'linux', env: {}, homeDir })).toBe('/home/ann/.local/share/holdfast');
    expect(profileFolder(null, { platform: 'linux', env: { XDG_DATA_HOME: '/data' }, homeDir })).toBe('/data/holdfast');
    expect(profileFolder(null, { platform: 'linux', env: { XDG_DATA_HOME: 'data' }, homeDir })).toBe(
      '/home/ann/.local/share/holdfast',
    );
    expect(profileFolder(null, { platform: 'darwin', env: {}, homeDir })).toBe(
      '/home/ann/Library/Application Support/Holdfast',
    );
    expect(profileFolder(null, { platform: 'win32', env: { APPDATA: '/roaming' }, homeDir })).toBe('/roaming/Holdfast');
    expect(profileFolder('/mine', { platform: 'linux', env: {}, homeDir })).toBe('/mine');
  });
});

describe('externalUrl', () => {
  it('lets https, mailto and tel through', () => {
    expect(externalUrl('https://example.org/a b')).toBe('https://example.org/a%20b');
    expect(externalUrl('mailto:ann@example.org')).toBe('mailto:ann@example.org');
    expect(externalUrl('tel:+84901234567')).toBe('tel:+84901234567');
  });

  it.each([
    'http://example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id',
    'holdfast://ticket/a:1',
    'https://bank.example@evil.example/',
    '//example.org',
    '-a Calculator',
    '',
  ])('refuses %j', (url) => expect(externalUrl(url)).toBeNull());
});
