import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository: this file is four folders below it. */
export const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** What the build is made of; a change in any of it makes a new one. */
const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const STAMP = join('out', 'build.sha256');

/** A hash over every source's path and content; of what is named, where not the whole build is meant. */
export function hashSources(root: string, sources: readonly string[] = SOURCES): string {
  const hash = createHash('sha256');
  const visit = (path: string): void => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
      return;
    }
    const content = readFileSync(path);
    hash.update(`${relative(root, path).split(sep).join('/')}\0${content.length}\0`).update(content);
  };
  for (const source of sources) visit(join(root, source));
  return hash.digest('hex');
}

/** Whether `out` was built from these very sources, and to its end. */
export function isBuilt(root: string = ROOT): boolean {
  try {
    return readFileSync(join(root, STAMP), 'utf8') === hashSources(root);
  } catch {
    return false;
  }
}

/** Builds and stamps. False when the build failed; its own words are on the terminal. */
export async function buildStamped(root: string = ROOT, quiet = false): Promise<boolean> {
  rmSync(join(root, STAMP), { force: true });
  // Before the build: a file that is saved while it runs belongs to the next one.
  const hash = hashSources(root);
  const built = await runBuild(root, quiet);
  if (built) writeFileSync(join(root, STAMP), hash);
  return built;
}

function runBuild(root: string, quiet: boolean): Promise<boolean> {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
    'bin',
    'electron-vite.js',
  );
  const child = spawn(process.execPath, [cli, 'build', ...(quiet ? ['--logLevel', 'error'] : [])], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
