import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type BrowserContext, chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, CHROMIUM_PATH } from '../../support/chromium.ts';

export type OwnBrowser = {
  readonly context: BrowserContext;
  /** `kill -9` of all its processes. */
  readonly kill: () => Promise<void>;
};

const LISTENS = /^DevTools listening on (ws:\S+)$/m;
const START_LIMIT_MS = 60_000;

/** A Chromium with a folder of its own, as a person's is: what it has stored outlives it. */
export async function startOwnBrowser(userDataDir: string, flags: readonly string[] = []): Promise<OwnBrowser> {
  const child = spawn(
    CHROMIUM_PATH,
    [
      ...CHROMIUM_FLAGS,
      '--headless=new',
      '--remote-debugging-port=0',
      '--window-size=1440,900',
      '--lang=en-GB',
      '--password-store=basic',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--hide-crash-restore-bubble',
      `--user-data-dir=${userDataDir}`,
      ...flags,
      'about:blank',
    ],
    // A group of its own, so that none of its processes is left.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const ended = once(child, 'exit');
  const killGroup = (): void => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', killGroup);
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => {
      killGroup();
      reject(new Error(`Chromium ${why}:\n${said}`));
    };
    const limit = setTimeout(() => fail('did not start in time'), START_LIMIT_MS);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4_000);
      const found = LISTENS.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(limit);
      resolve(found);
    });
    void ended.then(() => {
      clearTimeout(limit);
      fail('ended');
    });
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0] ?? (await browser.newContext());
  return {
    context,
    async kill() {
      process.off('exit', killGroup);
      const gone = browser.isConnected() ? new Promise((done) => browser.once('disconnected', done)) : null;
      killGroup();
      await ended;
      await gone;
    },
  };
}
