import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createCore } from './core.ts';
import { browserHostProcess } from './shell/browser/host-process.ts';
import { listPageFiles } from './shell/page-files.ts';
import { VERSION } from './version.ts';

// Beside this file in the build: out/main/browser.js and out/renderer.
const PAGE = fileURLToPath(new URL('../renderer', import.meta.url));

await browserHostProcess({
  version: VERSION,
  argv: process.argv.slice(2),
  createCore,
  opens: 'always',
  source: () => (existsSync(`${PAGE}/index.html`) ? { kind: 'built', files: listPageFiles(PAGE) } : null),
});
