import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareRequestTracker, SERVER, type Seeded, type SeedOptions, writeSite } from './prepare.ts';

export { prepareRequestTracker, type Seeded, type SeedOptions } from './prepare.ts';

/** People of the seeded desk. Passwords: `holdfast-<name>`; root's is RT's own `password`. */
export const USERS = {
  root: { name: 'root', password: 'password', timeZone: 'UTC' },
  anh: { name: 'anh.nguyen', password: 'holdfast-anh.nguyen', timeZone: 'Asia/Ho_Chi_Minh' },
  maria: { name: 'maria.jones', password: 'holdfast-maria.jones', timeZone: 'America/New_York' },
  oksana: { name: 'oksana', password: 'holdfast-oksana', timeZone: 'Europe/Kyiv' },
  olena: { name: 'olena', password: 'holdfast-olena', timeZone: 'Europe/Kyiv' },
} as const;
export type RigUser = (typeof USERS)[keyof typeof USERS];

/** Queues by name and id. Agents see all but Private; Orders has a lifecycle of its own. */
export const QUEUES = { General: '1', Support: '3', Orders: '4', Private: '5' } as const;

export type RequestTracker = {
  readonly url: string;
  readonly port: number;
  /** Its settings and its own copy of the database. */
  readonly dataDir: string;
  /** REST tokens by user name. */
  readonly tokens: Readonly<Record<string, string>>;
  /** Stops the server at once, as a crash would; the data stays. */
  stop(): Promise<void>;
  /** Starts again on the same port and data, and waits until it answers. */
  restart(): Promise<void>;
  /** Stops and deletes what was made for it. */
  dispose(): Promise<void>;
};

/**
 * Starts Request Tracker on a copy of a seeded database and waits until it answers.
 * @param options.port 0 picks a free one. @param options.dataDir a directory of its own; one is made by default.
 */
export async function startRequestTracker(
  seeded: Seeded,
  options: { readonly port?: number; readonly dataDir?: string } = {},
): Promise<RequestTracker> {
  const port = options.port === undefined || options.port === 0 ? await freePort() : options.port;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'holdfast-rt-')));
  await mkdir(dataDir, { recursive: true });
  const database = join(dataDir, 'rt.sqlite');
  if (!existsSync(database)) await copyFile(seeded.database, database);
  const env = await writeSite(dataDir, port);
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;

  const start = async () => {
    // A group of its own, so that the workers end with their parent. Four are enough for two cores.
    const started = spawn(
      'sh',
      ['-c', WITH_US, SERVER, '--port', String(port), '--host', '127.0.0.1', '--max-workers', '4'],
      {
        cwd: dataDir,
        env,
        detached: true,
        stdio: ['pipe', 'ignore', 'pipe'],
      },
    );
    child = started;
    let said = '';
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4000);
    });
    const over = new Promise<never>((_, reject) =>
      started.once('exit', () => reject(new Error(`Request Tracker ended while starting: ${said}`))),
    );
    over.catch(() => undefined);
    await Promise.race([over, untilItAnswers(url)]);
  };
  const stop = async () => {
    const running = child;
    child = null;
    if (running?.pid === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    process.kill(-running.pid, 'SIGKILL');
    await ended;
  };
  const killAtExit = () => {
    if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', killAtExit);
  await start();
  return {
    url,
    port,
    dataDir,
    tokens: seeded.tokens,
    stop,
    restart: async () => {
      await stop();
      await start();
    },
    dispose: async () => {
      await stop();
      process.off('exit', killAtExit);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Ends the whole group with the server, or when the test that holds its input is killed. */
const WITH_US = '("$0" "$@" </dev/null; kill -s KILL 0) & cat >/dev/null; kill -s KILL 0';

/** Prepares and starts in one go; null and the reason where Request Tracker cannot be had. */
export async function requestTrackerOrReason(
  options: SeedOptions,
): Promise<{ readonly rt: RequestTracker; readonly why: null } | { readonly rt: null; readonly why: string }> {
  const prepared = await prepareRequestTracker(options);
  if (!prepared.ok) return { rt: null, why: prepared.why };
  return { rt: await startRequestTracker(prepared.seeded), why: null };
}

async function untilItAnswers(url: string): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    try {
      const answer = await fetch(`${url}/REST/2.0/rt`, { signal: AbortSignal.timeout(10_000) });
      await answer.arrayBuffer();
      return;
    } catch (problem) {
      if (Date.now() > until) throw new Error('Request Tracker did not answer within a minute', { cause: problem });
      // A server that is starting announces itself in no other way.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
