import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { startBrowserHost } from './browser-host.ts';
import { electronBinary, startElectron } from './electron-host.ts';

export { expect };

/**
 * Marks a test of what only the browser host has: a page that outlives its program, several tabs, a terminal, notifications of the page, a
 * database on a disk of its own. The project for Electron leaves it out.
 */
export const BROWSER_HOST = '@browser-host';

export type HostOption = { readonly host: 'browser' | 'electron' };

/** The console with a window open. */
export type Console = {
  readonly page: Page;
  readonly profile: string;
  readonly output: () => string;
  /** When it said that it is ready, in UTC ms. */
  readonly readyAt: number;
  /** Ctrl-C. Resolves with the exit code; null when it had to be killed. */
  readonly stop: () => Promise<number | null>;
  /** `kill -9`. In a browser the window stays and finds its program gone. */
  readonly kill: () => Promise<void>;
};

export type StartOptions = {
  /** An earlier console's, to come back to it; a fresh one otherwise. */
  readonly profile?: string;
  /** The port is recorded, so that a later console on this profile has the same origin and finds its database. */
  readonly keepPort?: boolean;
  readonly args?: readonly string[];
  /** False for a fresh profile from which the practice desk has been removed. */
  readonly practice?: boolean;
};
export type StartConsole = (options?: StartOptions) => Promise<Console>;

/** For a console that works with a helpdesk of the test's own: nothing else syncs, and its password survives a restart. */
export const OWN_DESK = { practice: false, args: ['--store-secrets', 'file'] } as const satisfies StartOptions;

type Fixtures = {
  readonly startConsole: StartConsole;
  /** What went wrong inside windows; a test that expects something of the kind empties it. */
  readonly pageProblems: string[];
};

export const test = base.extend<Fixtures & HostOption>({
  host: ['browser', { option: true }],

  // Playwright reads the names of the fixtures that one needs from here.
  pageProblems: async ({}, use) => {
    const problems: string[] = [];
    await use(problems);
    expect(problems).toEqual([]);
  },

  startConsole: async ({ host, context, pageProblems }, use, testInfo) => {
    const binary = host === 'electron' ? electronBinary() : null;
    testInfo.skip(host === 'electron' && binary === null, 'Electron’s binary is not installed');
    const folders: string[] = [];
    const started: Pick<Console, 'output' | 'stop'>[] = [];

    const watch = (page: Page): Page => {
      // What was not thrown by a script (a rejected DOMException, say) has an empty stack.
      page.on('pageerror', ({ name, message, stack }) => pageProblems.push(stack || `${name}: ${message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && message.text().includes('Content Security Policy'))
          pageProblems.push(message.text());
      });
      // Choosers are caught from a moment after the first listener: a test that begins to listen with its key press may be too late.
      page.on('filechooser', () => undefined);
      return page;
    };

    await use(async ({ profile, keepPort = false, args = [], practice = true } = {}) => {
      const folder = profile ?? (await mkdtemp(join(tmpdir(), 'holdfast-e2e-')));
      if (profile === undefined) {
        folders.push(folder);
        if (!practice) await writeFile(join(folder, 'accounts.json'), '{"accounts":[]}');
      }
      if (binary !== null) {
        const running = await startElectron(binary, ['--profile', folder, ...args]);
        started.push(running);
        const page = watch(running.window);
        await page.getByRole('contentinfo').waitFor();
        const { output, stop, kill } = running;
        return { page, profile: folder, output, readyAt: Date.now(), stop, kill };
      }
      const running = await startBrowserHost(['--profile', folder, ...(keepPort ? [] : ['--port', '0']), ...args]);
      started.push(running);
      const readyAt = Date.now();
      const page = watch(await context.newPage());
      await page.goto(running.url);
      // Keys pressed before that reach nobody.
      await page.getByRole('contentinfo').waitFor();
      return { page, profile: folder, output: running.output, readyAt, stop: running.stop, kill: running.kill };
    });

    for (const one of started) await one.stop().catch(() => null);
    if (testInfo.status !== testInfo.expectedStatus)
      for (const [index, one] of started.entries())
        await testInfo.attach(`console-${index}.log`, { body: one.output(), contentType: 'text/plain' });
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  },
});
