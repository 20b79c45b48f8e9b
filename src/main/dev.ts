import { createCore } from './core.ts';
import { browserHostProcess } from './shell/browser/host-process.ts';
import { reloadingPage } from './shell/browser/reloading-page.ts';
import { VERSION } from './version.ts';

await browserHostProcess({
  version: VERSION,
  argv: process.argv.slice(2),
  createCore,
  source: reloadingPage,
  opens: 'first',
});
