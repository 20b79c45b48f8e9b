import type { Page } from '@playwright/test';
import type { Measured } from '../report/figures.ts';
import { spread } from '../report/statistics.ts';
import { type BenchConsole, until } from '../stage/console.ts';
import { pauseBetween, untilStill } from './time-key.ts';
import { type Shown, timeShownIn } from './time-shown.ts';
import { showView } from './views.ts';

const OPENED = 12;
const CHANGED = 24;
const RANGES = ['This week', 'This month', 'Last 30 days', 'Today'];

/** The figures as they are shown; null while they are those of another question. */
const figures: Shown = () => {
  const list = document.querySelector('main [role=listbox][aria-label=Figures]');
  const chosen = document.querySelector('main [aria-haspopup=menu]')?.closest('div')?.textContent;
  return list?.getAttribute('aria-busy') === null && list.querySelector('[role=option]')
    ? `${chosen}\n${list.textContent}`
    : null;
};

/** The panel of figures in the console itself, made of the tickets that its store knows: opened, and asked of another time. */
export async function measurePanel(bench: BenchConsole): Promise<readonly Measured[]> {
  const { page } = bench;
  const time = await timeShownIn(bench);
  const open = async (): Promise<number> => {
    await page.keyboard.press('g');
    return time('s', figures);
  };
  await showView(page, 'Everything');
  const first = await open();
  await until(
    page,
    'all tickets read for figures',
    () => !/\d of \d/.test(document.querySelector('main p[role=status]')?.textContent ?? '0 of 0'),
  );
  const known = await page.locator('main p[role=status]').innerText();
  const opened: number[] = [];
  for (let round = 0; round < OPENED; round += 1) {
    await showView(page, 'Everything');
    await untilStill(page);
    opened.push(await open());
  }
  const changed: number[] = [];
  for (let round = 0; round < CHANGED; round += 1) {
    await goToRange(page, RANGES[round % RANGES.length] ?? '');
    changed.push(await time('Enter', figures));
  }
  return [
    {
      figure: 'panel-open',
      value: spread(opened).p95,
      beside: `p50 ${spread(opened).p50.toFixed(1)} ms, the first of all ${first.toFixed(0)} ms; ${known}`,
      samples: opened.length,
    },
    {
      figure: 'panel-change',
      value: spread(changed).p95,
      beside: `p50 ${spread(changed).p50.toFixed(1)} ms`,
      samples: changed.length,
    },
  ];
}

/** Puts the focus on a range in the menu of them. */
async function goToRange(page: Page, name: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(RANGES.join('|')) })
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name }).focus();
  await untilStill(page);
  await pauseBetween();
}
