import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Electron's package without loading it: its index starts a download where the program is missing. */
function electronFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** Electron's program as its package records it; null where it has not been fetched. Reads two files, downloads nothing. */
export function findElectron(
  env: Readonly<Record<string, string | undefined>>,
  folder = electronFolder(),
): string | null {
  if (folder === null) return null;
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8');
    const program = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/** Fetches it with the package's own `install-electron`; its progress shows on the terminal. */
export async function fetchElectron(): Promise<boolean> {
  const folder = electronFolder();
  if (folder === null) return false;
  return (await run(process.execPath, [join(folder, 'install.js')], process.env)) === 0;
}

/** Runs the built program in Electron until it ends; resolves with its exit code. */
export function runElectron(program: string, root: string, argv: readonly string[]): Promise<number> {
  const env = { ...process.env };
  // Set in some editors' terminals, it would turn Electron into plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  return run(program, [root, ...argv], env);
}

function run(program: string, argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(program, [...argv], { stdio: 'inherit', env });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', forward);
  process.on('SIGTERM', forward);
  return new Promise((resolve) => {
    const ended = (code: number): void => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code);
    };
    child.once('error', () => ended(1));
    child.once('exit', (code) => ended(code ?? 1));
  });
}
