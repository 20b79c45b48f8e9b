import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { createCore } from './core.ts';
import { startElectron } from './shell/electron/start-electron.ts';
import { VERSION } from './version.ts';

// Beside this file in the build: out/main/electron.js.
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Not awaited: the module must end for `ready` to come.
void startElectron({
  version: VERSION,
  createCore,
  pageDir: beside('../renderer'),
  preload: beside('../preload/index.cjs'),
  iconDir: beside('../../resources/icons'),
  // From source the program's folder stands before its arguments.
  argv: process.argv.slice(app.isPackaged ? 1 : 2),
  platform: process.platform,
  env: process.env,
  now: Date.now,
});
