import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Endings, endings } from './endings.ts';

export type BrowserHost = Endings & {
  /** Where the console is, with its key, which opens it once. */
  readonly url: string;
  /** All that it has written so far. */
  readonly output: () => string;
};

const READY = /^Holdfast is ready: (http:\/\/127\.0\.0\.1:\d+\/\?key=\S+)$/m;
const START_LIMIT_MS = 30_000;

/** Starts the built browser host and resolves when it says that it is ready; rejects with what it said when it ends instead. */
export async function startBrowserHost(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<BrowserHost> {
  const child = spawn(process.execPath, ['out/main/browser.js', '--host', 'browser', '--no-open', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`The browser host ${why}:\n${output}`));
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      fail('was not ready in time');
    }, START_LIMIT_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const ready = READY.exec(output)?.[1];
      if (ready === undefined) return;
      clearTimeout(limit);
      resolve(ready);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', (problem) => fail(`could not be started (${problem.message})`));
    void ended.then((code) => {
      clearTimeout(limit);
      fail(`ended with ${code}`);
    });
  });
  return {
    url,
    output: () => output,
    ...endings(child, ended),
  };
}
