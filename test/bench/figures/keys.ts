import type { BrowserContext, Page } from '@playwright/test';
import type { Measured } from '../report/figures.ts';
import { inWords, spread } from '../report/statistics.ts';
import type { BenchConsole, Rate } from '../stage/console.ts';
import { type Change, pauseBetween, timeKey, untilStill } from './time-key.ts';
import { showView } from './views.ts';

const PRESSES = 200;
const CHANGED_TICKETS = 20_000;

/** The bar stands on another row. */
export const bar: Change<string | undefined> = {
  before: () => document.querySelector('[role=listbox] [data-focused]')?.id,
  done: (before) => {
    const now = document.querySelector('[role=listbox] [data-focused]')?.id;
    return now !== undefined && now !== before;
  },
};

/** j most of the time, back by k now and then. */
const keyAt = (press: number): 'j' | 'k' => (press % 10 < 7 ? 'j' : 'k');

/** Moving through the longest list there is, while nothing else happens. */
export async function measureKeys({ context, page }: BenchConsole, rate: Rate): Promise<readonly Measured[]> {
  await showView(page, 'Everything');
  await untilStill(page);
  const took: number[] = [];
  for (let press = 0; press < PRESSES; press += 1) {
    took.push(await timeKey(page, keyAt(press), bar));
    await pauseBetween();
  }
  const empty = await emptyPage(context);
  await page.bringToFront();
  return [
    {
      figure: rate === 'unlimited' ? 'keys-idle' : 'keys-60hz',
      value: spread(took).p95,
      beside: `p50 ${spread(took).p50.toFixed(1)} ms; an empty page ${inWords(empty)}`,
      samples: took.length,
    },
  ];
}

/** The same while the helpdesk tells of 20,000 changed tickets. */
export async function measureKeysDuringSync({ page, tell }: BenchConsole): Promise<readonly Measured[]> {
  await showView(page, 'Everything');
  await untilStill(page);
  await tell({ say: 'change', tickets: CHANGED_TICKETS });
  const begun = Date.now();
  await page.keyboard.press('Shift+S');
  const took: number[] = [];
  for (let press = 0; press < 20 || (await isSyncing(page)); press += 1) {
    took.push(await timeKey(page, keyAt(press), bar));
    await pauseBetween();
  }
  const seconds = (Date.now() - begun) / 1_000;
  return [
    {
      figure: 'keys-sync',
      value: spread(took).p95,
      beside: `p50 ${spread(took).p50.toFixed(1)} ms, worst ${Math.max(...took).toFixed(0)} ms; they came in within ${seconds.toFixed(1)} s`,
      samples: took.length,
    },
  ];
}

const isSyncing = (page: Page): Promise<boolean> =>
  page.evaluate(() => /Syncing/.test(document.querySelector<HTMLElement>('body footer[aria-label]')?.innerText ?? ''));

/** What the browser itself takes from a key press to a painted frame: a page with nothing in it but the handler. */
async function emptyPage(context: BrowserContext): Promise<readonly number[]> {
  const page = await context.newPage();
  await page.evaluate(() => {
    addEventListener('keydown', () => {
      document.body.textContent = String(performance.now());
    });
  });
  const took: number[] = [];
  for (let press = 0; press < PRESSES / 2; press += 1) {
    took.push(
      await timeKey(page, 'j', {
        before: () => document.body.textContent,
        done: (before) => document.body.textContent !== before,
      }),
    );
    await pauseBetween();
  }
  await page.close();
  return took;
}
