import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, CHROMIUM_PATH } from '../../support/chromium.ts';
import { test as base, expect } from './fixtures.ts';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from './small-disk.ts';

/** What Chromium keeps IndexedDB in, by the flags that choose it. It is moving from the first to the second. */
export const BACK_ENDS = { LevelDB: [], SQLite: ['--enable-features=IdbSqliteBackingStore'] } as const;
export type BackEnd = keyof typeof BACK_ENDS;

type Options = {
  readonly backEnd: BackEnd;
  /** Of the disk that the browser has for itself; null where it shares the machine's. */
  readonly diskMegabytes: number | null;
};
type Fixtures = { readonly smallDisk: SmallDisk | null; readonly browserFolder: string };

/** The console in a browser that stores on a disk, as a person's does: Playwright's own contexts keep everything in memory. */
export const test = base.extend<Options & Fixtures>({
  backEnd: ['LevelDB', { option: true }],
  diskMegabytes: [null, { option: true }],

  smallDisk: async ({ diskMegabytes }, use, testInfo) => {
    if (diskMegabytes === null) return use(null);
    const why = noSmallDisk();
    testInfo.skip(why !== null, why ?? '');
    const disk = mountSmallDisk(diskMegabytes);
    await use(disk);
    disk.stop();
  },

  browserFolder: async ({ smallDisk }, use) => {
    const folder =
      smallDisk === null ? await mkdtemp(join(tmpdir(), 'holdfast-browser-')) : join(smallDisk.folder, 'browser');
    await mkdir(folder, { recursive: true });
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  context: async ({ backEnd, browserFolder, viewport, locale }, use) => {
    const context = await chromium.launchPersistentContext(browserFolder, {
      executablePath: CHROMIUM_PATH,
      args: [...CHROMIUM_FLAGS, ...BACK_ENDS[backEnd]],
      viewport,
      ...(locale === undefined ? {} : { locale }),
    });
    await use(context);
    expect(await backEndsIn(browserFolder), 'what the database was kept in').toEqual([backEnd]);
    await context.close();
  },
});

/** By the folders of its origins: LevelDB's are named for it. */
async function backEndsIn(browserFolder: string): Promise<readonly BackEnd[]> {
  const origins = (await readdir(join(browserFolder, 'Default', 'IndexedDB'))).filter((name) =>
    name.startsWith('http_127.0.0.1_'),
  );
  return [...new Set(origins.map((name): BackEnd => (name.includes('.indexeddb.') ? 'LevelDB' : 'SQLite')))];
}
