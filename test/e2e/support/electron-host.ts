import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import type { BrowserHost } from './browser-host.ts';
import { endings } from './endings.ts';

/** Electron's binary, where its package has fetched it; null where it has not. */
export function electronBinary(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

export type ElectronHost = Omit<BrowserHost, 'url'> & { readonly window: Page };

/** Starts the built Electron program. `--no-sandbox` only because Chromium refuses its sandbox to root, as in a container. */
export async function startElectron(executablePath: string, args: readonly string[]): Promise<ElectronHost> {
  const app = await _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '.', ...args],
  });
  const child = app.process();
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    window: await app.firstWindow(),
    output: () => output,
    ...endings(child, ended),
  };
}
