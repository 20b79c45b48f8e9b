import type { Page } from '@playwright/test';
import type { Measured } from '../report/figures.ts';
import { openConsole, type Place, untilSaved, untilSynced } from '../stage/console.ts';
import { untilStill } from './time-key.ts';
import { writeRaw } from './write-raw.ts';

const LIMIT_MS = 15 * 60_000;

/** Fills an empty profile from the helpdesk, with the window open, and closes it once it would start quickly. */
export async function measureFirstSync(place: Place): Promise<readonly Measured[]> {
  const { page, tell, close, url } = await openConsole(place, 'unlimited');
  try {
    await untilStill(page);
    await page.evaluate(() => recorder.longTasks());
    const begun = Date.now();
    await tell({ say: 'open' });
    await untilSynced(page, LIMIT_MS);
    const seconds = (Date.now() - begun) / 1_000;
    const { rows, keptMs, pages } = await tell({ say: 'tell' });
    const long = await page.evaluate(() => recorder.longTasks());
    await untilSaved(page);
    const raw = await rawRate(page, url);
    const rate = (rows / keptMs) * 1_000;
    return [
      {
        figure: 'sync-apply',
        value: rate / raw,
        beside: `${rate.toFixed(0)} against ${raw.toFixed(0)} rows a second; all of it in ${seconds.toFixed(0)} s`,
        samples: pages,
      },
      {
        figure: 'sync-task',
        value: Math.max(0, ...long),
        beside: long.length === 0 ? 'none past 50 ms' : `${long.length} past 50 ms in ${seconds.toFixed(0)} s`,
        samples: pages,
      },
    ];
  } finally {
    await close();
  }
}

/** Rows a second by the browser's own interface, on the same disk, without the console. */
async function rawRate(page: Page, url: string): Promise<number> {
  await page.goto(`${url}message.html`);
  const { rows, ms } = await page.evaluate(writeRaw, 'holdfast-bench');
  return (rows / ms) * 1_000;
}
