import type { Configuration } from 'electron-builder';
import { expect, it } from 'vitest';
import manifest from '../../../../package.json';

const { build } = manifest as { build: Configuration };

it('packs a program that runs nothing but its own sealed archive', () => {
  expect(build.asar).toBe(true);
  expect(build.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  } satisfies Configuration['electronFuses']);
  expect(build.protocols).toEqual([
    { name: 'Holdfast ticket', schemes: ['holdfast'] },
    // One of those to choose from: what opens `tel:` stays as it is until the agent asks for it.
    { name: 'Telephone number', role: 'Viewer', schemes: ['tel'] },
  ]);
  // Everything is bundled; a package with node_modules would carry code that nobody calls.
  expect(build.files).toContain('!**/node_modules/**');
});
