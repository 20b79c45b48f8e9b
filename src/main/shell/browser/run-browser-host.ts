import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Text } from '#shared/i18n/text.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Core, CreateCore } from '../../core-face.ts';
import type { Log } from '../../log.ts';
import type { StartOptions } from '../arguments.ts';
import { followLink } from '../follow-link.ts';
import { listenForGood, listenOn } from '../listen.ts';
import { makeProfileFolder } from '../profile-folder.ts';
import { handOver, lockProfile, type ProfileLock } from '../profile-lock.ts';
import { type WaitingLinks, waitingLinks } from '../waiting-links.ts';
import { createBrowserShell } from './browser-shell.ts';
import { type PageServer, type PageSource, startPageServer } from './page-server.ts';
import { readHostRecord, writeHostRecord } from './port-record.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { type WindowWatch, watchWindows } from './window-watch.ts';

export const EXIT = { failed: 1, running: 2, portTaken: 69 } as const;

export type BrowserHostOptions = {
  readonly start: StartOptions;
  readonly profileDir: string;
  readonly version: string;
  readonly createCore: CreateCore;
  readonly source: PageSource;
  readonly text: Text;
  readonly log: Log;
  readonly now: () => number;
  readonly random: () => number;
  /** One line for the person at the terminal. */
  readonly say: (line: string) => void;
  readonly open: (url: string) => Promise<boolean>;
};

export type BrowserHost = {
  readonly url: string;
  /** An earlier run has let a tab in, which goes on by itself. */
  readonly hadTabs: boolean;
  /** An address with a key that works once. */
  newAddress(): string;
  /** What the agent did and the helpdesk has not, over all accounts. */
  unsentCount(): number;
  stop(): Promise<void>;
};

/** Why it did not start: a sentence, and the exit code that goes with it; 0 where there is nothing left to do. */
export type NotStarted = { readonly say: string; readonly exitCode: number };

/** Takes the profile, finds its port, starts the core and serves the page. */
export async function runBrowserHost(options: BrowserHostOptions): Promise<Result<BrowserHost, NotStarted>> {
  const { profileDir, text } = options;
  const { link } = options.start;
  const links = waitingLinks<string>(link === null ? [] : [link]);
  const locked = await takeProfile(options, links.take);
  if (!locked.ok) return locked;
  const lock = locked.value;
  // A page that stays open keeps its connection; one that never finishes asking must not hold a slot for ever.
  const server = createServer({ requestTimeout: 30_000 });
  const started = await startLocked(options, server, { lock, links }).catch((error: unknown) => {
    options.log('host.start-failed', { reason: String(error) });
    return err(failure(text('host.coreFailed', { reason: messageOf(error), folder: profileDir })));
  });
  if (!started.ok) {
    server.close();
    server.closeAllConnections();
    await lock.release();
  }
  return started;
}

async function takeProfile(
  { profileDir, text, start }: BrowserHostOptions,
  onLink: (link: string) => void,
): Promise<Result<ProfileLock, NotStarted>> {
  try {
    await makeProfileFolder(profileDir);
    const lock = await lockProfile(profileDir, onLink);
    if (lock.ok) return lock;
    if (start.link !== null && (await handOver(profileDir, start.link)))
      return err({ say: text('host.handedOver'), exitCode: 0 });
    const { pid, where } = lock.error;
    const say =
      where === ''
        ? text('host.runningInWindow', { pid: String(pid) })
        : text('host.running', { where, pid: String(pid) });
    return err({ say, exitCode: EXIT.running });
  } catch (error) {
    return err(failure(text('host.profileUnusable', { folder: profileDir, code: messageOf(error) })));
  }
}

async function startLocked(
  options: BrowserHostOptions,
  server: Server,
  { lock, links }: { readonly lock: ProfileLock; readonly links: WaitingLinks<string> },
): Promise<Result<BrowserHost, NotStarted>> {
  const { start, profileDir, text } = options;
  const record = await readHostRecord(profileDir);
  if (record === 'damaged' && start.port === null) {
    return err(failure(text('host.recordDamaged', { file: join(profileDir, 'browser-host.json') })));
  }
  const known = record === 'damaged' ? null : record;
  const throwaway = start.port === 0;

  const wanted = start.port ?? known?.port ?? null;
  const listened = wanted === null ? await listenForGood(server, options.random) : await listenOn(server, wanted);
  if (!listened.ok) {
    const key = start.port === null && wanted !== null ? 'host.portTaken' : 'host.portTakenChosen';
    return err({ say: text(key, { port: String(wanted ?? '') }), exitCode: EXIT.portTaken });
  }
  const port = listened.value;
  const stays = known !== null && known.port === port;
  if (!throwaway && !stays) await writeHostRecord(profileDir, { port, sessions: [] });

  let saving = Promise.resolve();
  const remembered = stays && !throwaway ? known.sessions : [];
  const sessions = createSessions(remembered, (hashes) => {
    if (throwaway) return;
    saving = saving
      .then(() => writeHostRecord(profileDir, { port, sessions: [...hashes] }))
      .catch((error: unknown) => options.log('host.record-not-written', { code: messageOf(error) }));
  });
  let running: Core | null = null;
  const windows = watchWindows({ say: options.say, text, unsentCount: () => running?.unsentCount() ?? 0 });
  const starting = startCore(options);
  const page = await startPageServer(server, port, {
    sessions,
    core: starting,
    onWindows: windows.count,
    text,
    serve: options.source,
  });
  const core = await starting.catch(async (error: unknown) => {
    await page.stop();
    throw error;
  });
  running = core;
  links.deliverTo((link) => void followLink(core, link));
  const url = `http://127.0.0.1:${port}/`;
  await lock.tell(url);
  return ok(host({ url, hadTabs: remembered.length > 0, core, page, sessions, windows, lock, saved: () => saving }));
}

async function startCore(options: BrowserHostOptions): Promise<Core> {
  const { start, version, profileDir, createCore, log, now } = options;
  let core: Core | null = null;
  const shell = createBrowserShell({
    open: options.open,
    showNotification: (notification, words) => core?.showNotification(notification, words),
    now,
  });
  core = await createCore({
    version,
    profileDir,
    shell,
    log,
    now,
    storeSecrets: start.storeSecrets,
    ...(start.practicePort === null ? {} : { practicePort: start.practicePort }),
  });
  return core;
}

type Parts = {
  readonly url: string;
  readonly hadTabs: boolean;
  readonly core: Core;
  readonly page: PageServer;
  readonly sessions: Sessions;
  readonly windows: WindowWatch;
  readonly lock: ProfileLock;
  readonly saved: () => Promise<void>;
};

const host = ({ url, hadTabs, core, page, sessions, windows, lock, saved }: Parts): BrowserHost => ({
  url,
  hadTabs,
  newAddress: () => `${url}?key=${sessions.newKey()}`,
  unsentCount: core.unsentCount,
  async stop() {
    windows.stop();
    await page.stop();
    await core.stop();
    await saved();
    await lock.release();
  },
});

const failure = (say: string): NotStarted => ({ say, exitCode: EXIT.failed });

const messageOf = (error: unknown): string =>
  error instanceof Error
    ? 'code' in error && typeof error.code === 'string'
      ? error.code
      : error.message
    : String(error);
