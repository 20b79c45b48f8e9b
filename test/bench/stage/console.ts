import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { Account } from '#shared/domain/account.ts';
import { CHROMIUM_FLAGS, CHROMIUM_PATH } from '../../support/chromium.ts';
import { CONNECTOR_ID } from '../helpdesk/bench-connector.ts';
import { ME } from '../helpdesk/generated-desk.ts';
import type { FromHost, ToHost } from '../helpdesk/host-process.ts';
import type { HandedOver } from '../helpdesk/living-desk.ts';
import { installRecorder } from '../page/recorder.ts';

const HOST = fileURLToPath(new URL('../helpdesk/host-process.ts', import.meta.url));
const READY = /^Holdfast is ready: (http:\/\/127\.0\.0\.1:\d+\/)\?key=\S+$/m;
export const ACCOUNT_ID = 'bench';

/** How often the browser paints: as often as it can, or as a screen of 60 Hz lets it. */
export type Rate = 'unlimited' | 'vsync';
const RATE_FLAGS: Readonly<Record<Rate, readonly string[]>> = {
  unlimited: ['--disable-frame-rate-limit', '--disable-gpu-vsync'],
  vsync: [],
};

/** Where a profile lies: main's part and the browser's, whose database it is. */
export type Place = { readonly folder: string; readonly tickets: number /** UTC ms. */; readonly newestAt: number };

/** The console in a browser of its own, on a generated helpdesk. */
export type BenchConsole = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Without a key: the browser has been let in. */
  readonly url: string;
  tell(message: ToHost): Promise<HandedOver>;
  /** A customer calls; answers with when main was told, in UTC ms with fractions. */
  ring(place: number): Promise<number>;
  close(): Promise<void>;
};

/** Makes an empty profile that knows the bench's account. */
export async function layProfile(folder: string): Promise<void> {
  const profile = join(folder, 'profile');
  await mkdir(profile, { recursive: true });
  const account: Account = {
    id: ACCOUNT_ID,
    connectorId: CONNECTOR_ID,
    label: 'Fjell & Fathom',
    config: {},
    me: ME,
    practice: false,
  };
  await writeFile(join(profile, 'accounts.json'), JSON.stringify({ accounts: [account] }));
  await writeFile(join(profile, 'secrets.json'), JSON.stringify({ [ACCOUNT_ID]: { plain: {} } }));
}

export async function openConsole({ folder, tickets, newestAt }: Place, rate: Rate): Promise<BenchConsole> {
  const host = fork(
    HOST,
    [tickets, newestAt, '--no-open', '--store-secrets', 'file', '--profile', join(folder, 'profile')].map(String),
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const address = await addressOf(host);
  const context = await openBrowser(join(folder, 'browser'), rate);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  await page.getByRole('contentinfo').waitFor();
  const ask = async (message: ToHost): Promise<FromHost> => {
    const answered = once(host, 'message');
    host.send(message);
    return ((await answered) as [FromHost])[0];
  };
  return {
    context,
    page,
    url: new URL('/', address).href,
    tell: async (message) => (await ask(message)).handedOver,
    ring: async (place) => (await ask({ say: 'ring', place })).at,
    async close() {
      await context.close();
      const ended = once(host, 'exit');
      host.kill('SIGTERM');
      await ended;
    },
  };
}

/** Chromium with a folder of its own, so that what it stores is on a disk as a person's is. */
export async function openBrowser(folder: string, rate: Rate): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM_PATH,
    args: [...CHROMIUM_FLAGS, ...RATE_FLAGS[rate]],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  // tsx names the functions that it compiles by a function which the page does not have.
  await context.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
  await context.addInitScript(installRecorder);
  return context;
}

async function addressOf(host: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const read = (text: Buffer): void => {
      said += text.toString('utf8');
      const line = READY.exec(said)?.[0];
      if (line !== undefined) resolve(line.slice(line.indexOf('http')));
    };
    host.stdout?.on('data', read);
    host.stderr?.on('data', read);
    host.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${said}`)));
  });
}

/** Asks the page now and then, without keeping it busy, until the answer is yes. */
export async function until(
  page: Page,
  what: string,
  isSo: () => boolean | Promise<boolean>,
  limitMs = 60_000,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await page.evaluate(isSo))) {
    if (Date.now() > end) throw new Error(`not within ${limitMs / 1_000} s: ${what}`);
    await wait(250);
  }
}

/** Every stream has been read to its end, and nothing waits to be sent. */
export const untilSynced = (page: Page, limitMs: number): Promise<void> =>
  until(page, 'synced', () => /Online\s*Synced/.test(document.querySelector('footer')?.innerText ?? ''), limitMs);

/** The columns have been saved as they now are, so that the next start reads them. */
export const untilSaved = (page: Page): Promise<void> =>
  until(
    page,
    'the columns saved',
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('holdfast-bench');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction(['meta', 'tickets']);
          const saved = reading.objectStore('meta').get('columns');
          const last = reading.objectStore('tickets').index('change').openKeyCursor(null, 'prev');
          reading.oncomplete = () => {
            resolve(saved.result?.value.change === last.result?.key);
            database.close();
          };
        };
      }),
    180_000,
  );
