import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readLines } from '#main/journal/line.ts';
import type { JournalRecord } from '#main/journal/record.ts';
import { type BrowserHost, startBrowserHost } from './browser-host.ts';
import { OWN_DESK } from './fixtures.ts';
import { type OwnBrowser, startOwnBrowser } from './own-browser.ts';
import { openStores } from './store-calls.ts';

export const VICTIMS = ['main', 'browser', 'both'] as const;
export type Victim = (typeof VICTIMS)[number];

/** The console with main and the browser as processes that can be killed, and come back to what they had stored. */
export type KillableConsole = {
  /** The one that is there now. */
  readonly page: () => Page;
  /** Resolves when they are gone. */
  readonly kill: (victim: Victim) => Promise<void>;
  /** Starts whatever is not running and resolves when the page is there. */
  readonly recover: () => Promise<void>;
  /** Of the one account that it has. */
  readonly accountId: () => Promise<string>;
  /** What that account's journal holds at this moment. */
  readonly journal: () => Promise<readonly JournalRecord[]>;
  /** What every main has written. */
  readonly output: () => string;
  readonly dispose: () => Promise<void>;
};

export type KillableOptions = {
  /** Settings beside the one that nothing waits for an undo window: what is accepted leaves at once. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Variables of main's environment. */
  readonly env?: Readonly<Record<string, string>>;
};

export async function startKillableConsole(
  flags: readonly string[] = [],
  { settings = {}, env = {} }: KillableOptions = {},
): Promise<KillableConsole> {
  const profile = await mkdtemp(join(tmpdir(), 'holdfast-killed-'));
  const browserFolder = await mkdtemp(join(tmpdir(), 'holdfast-browser-'));
  await writeFile(join(profile, 'accounts.json'), '{"accounts":[]}');
  await writeFile(join(profile, 'settings.json'), JSON.stringify({ undoSeconds: 0, ...settings }));
  const outputs: (() => string)[] = [];
  let main: BrowserHost | null = null;
  let browser: OwnBrowser | null = null;
  let page: Page | null = null;
  let cookies: Parameters<OwnBrowser['context']['addCookies']>[0] = [];

  const startMain = async (): Promise<BrowserHost> => {
    const started = await startBrowserHost(['--profile', profile, ...OWN_DESK.args], env);
    outputs.push(started.output);
    return started;
  };
  const openPage = async ({ context }: OwnBrowser, address: string): Promise<Page> => {
    await openStores(context);
    // Killed, a browser has forgotten the session; main, where it runs on, prints no further key without a terminal.
    await context.addCookies(cookies);
    const opened = await context.newPage();
    await opened.goto(cookies.length === 0 ? address : new URL('/', address).href);
    await opened.getByRole('contentinfo').waitFor({ timeout: 30_000 });
    cookies = await context.cookies();
    return opened;
  };
  const recover = async (): Promise<void> => {
    const [runningMain, runningBrowser] = await Promise.all([
      main ?? startMain(),
      browser ?? startOwnBrowser(browserFolder, flags),
    ]);
    main = runningMain;
    if (page === null || browser === null) page = await openPage(runningBrowser, runningMain.url);
    browser = runningBrowser;
  };
  const kill = async (victim: Victim): Promise<void> => {
    const gone: Promise<void>[] = [];
    if (victim !== 'browser' && main !== null) {
      gone.push(main.kill());
      main = null;
    }
    if (victim !== 'main' && browser !== null) {
      gone.push(browser.kill());
      browser = null;
      page = null;
    }
    await Promise.all(gone);
  };
  const accountId = async (): Promise<string> => {
    const [name] = await readdir(join(profile, 'accounts'));
    if (name === undefined) throw new Error('no account has been added yet');
    return name;
  };
  await recover();
  return {
    page: () => {
      if (page === null) throw new Error('the browser is not running');
      return page;
    },
    kill,
    recover,
    accountId,
    journal: async () => readLines(await readFile(join(profile, 'accounts', await accountId(), 'journal.log'))).records,
    output: () => outputs.map((one) => one()).join('\n'),
    async dispose() {
      await browser?.kill();
      await main?.stop();
      await rm(profile, { recursive: true, force: true });
      await rm(browserFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
