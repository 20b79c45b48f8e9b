import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const HOST = fileURLToPath(new URL('../../support/host-process.ts', import.meta.url));

/** A built page in small: what the host serves is the build's, how it serves is the host's. */
export async function makePage(): Promise<string> {
  const page = await mkdtemp(join(tmpdir(), 'holdfast-page-'));
  await mkdir(join(page, 'assets'));
  await writeFile(join(page, 'index.html'), '<!doctype html><title>Holdfast</title>');
  await writeFile(join(page, 'message.html'), '<!doctype html><title>Message</title>');
  await writeFile(join(page, 'assets', 'index-Ab12Cd34.js'), `console.log(${'"long" + '.repeat(200)}"enough")`);
  await writeFile(join(page, '..', 'outside.html'), 'outside');
  return page;
}

export const makeProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'holdfast-profile-'));

export type StartedHost = {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** The line that says it is ready, as it was printed. */
  readonly line: string;
  /** All that it had said by then. */
  readonly said: string;
  readonly url: string;
  readonly port: number;
  readonly key: string;
};

const spawnHost = (page: string, argv: readonly string[]): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(process.execPath, ['--import', 'tsx', HOST, page, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });

/** Starts the host as a process and waits for its address; rejects with what it said when it ends instead. */
export async function startHost(page: string, argv: readonly string[]): Promise<StartedHost> {
  const child = spawnHost(page, argv);
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
    });
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      const ready = /^Holdfast is ready: (http:\/\/127\.0\.0\.1:(\d+)\/\?key=(\S+))$/m.exec(said);
      if (ready === null) return;
      resolve({ child, line: ready[0], said, url: ready[1] ?? '', port: Number(ready[2]), key: ready[3] ?? '' });
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

/** Runs the host until it ends by itself. */
export async function runHost(page: string, argv: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = spawnHost(page, argv);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      said += text.toString();
    });
  }
  const [code] = await once(child, 'close');
  return { code, said };
}

export async function end(host: StartedHost, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(host.child, 'exit');
  host.child.kill(signal);
  const [code] = await exited;
  return code;
}

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

/** A request whose every header is the test's own; `fetch` would not send a foreign Host. The path goes out as it is. */
export function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Uses the key and returns the cookie that it gave. */
export async function enter(host: StartedHost): Promise<string> {
  const answer = await ask(host.port, `/?key=${host.key}`);
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  return cookie.split(';')[0] ?? '';
}
