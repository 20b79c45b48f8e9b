import type { Page } from '@playwright/test';
import type { Measured } from '../report/figures.ts';
import { spread } from '../report/statistics.ts';
import type { BenchConsole } from '../stage/console.ts';
import { type Change, pauseBetween, timeKey, untilStill } from './time-key.ts';

const ROUNDS = 8;
/** From a few hundred rows to all of them, by the agent's own conditions and by time. */
const VIEWS = ['Inbox', 'My tickets', 'Everything', 'Urgent and open', 'By mail this month', 'Recall', 'Unassigned'];

const otherView: Change<string> = {
  before: () => document.querySelector('main h1')?.textContent ?? '',
  done: (before) => {
    const list = document.querySelector('main [role=listbox]');
    return (
      document.querySelector('main h1')?.textContent !== before &&
      list?.getAttribute('aria-busy') === 'false' &&
      list.querySelector('[role=option]') !== null &&
      /\d/.test(document.querySelector('main h1 + *')?.textContent ?? '')
    );
  },
};

const otherOrder: Change<{ readonly first: string; sawBusy: boolean }> = {
  before: () => ({ first: document.querySelector('main [role=option]')?.id ?? '', sawBusy: false }),
  done: (before) => {
    const list = document.querySelector('main [role=listbox]');
    const first = document.querySelector('main [role=option]')?.id;
    if (list?.getAttribute('aria-busy') === 'true') before.sawBusy = true;
    return (
      list?.getAttribute('aria-busy') === 'false' && first !== undefined && (before.sawBusy || first !== before.first)
    );
  },
};

const focusView = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .focus();

/** Shows a view, however long that takes, with the bar on its first row. */
export async function showView(page: Page, name: string): Promise<void> {
  await focusView(page, name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('main').getByRole('option').first().waitFor();
  await page.locator('body').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  // An open ticket that is not in this view would be left by the first j without moving the bar.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  // A key for a ticket needs the bar to be on one.
  await page.locator('main [data-focused]').waitFor();
}

export async function measureViews({ page }: BenchConsole): Promise<readonly Measured[]> {
  const switched: number[] = [];
  await showView(page, VIEWS.at(-1) ?? '');
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of VIEWS) {
      await focusView(page, name);
      await pauseBetween();
      switched.push(await timeKey(page, 'Enter', otherView));
    }
  await showView(page, 'Everything');
  const sorted: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const down of [1, 2, 3, 4]) {
      await page.getByRole('main').getByRole('button', { name: /^Sort/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitemradio').first().waitFor();
      await page.getByRole('menuitemradio').nth(down).focus();
      await untilStill(page);
      sorted.push(await timeKey(page, 'Enter', otherOrder));
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }
  return [
    {
      figure: 'view-switch',
      value: spread(switched).p95,
      beside: `p50 ${spread(switched).p50.toFixed(1)} ms`,
      samples: switched.length,
    },
    {
      figure: 'view-sort',
      value: spread(sorted).p95,
      beside: `p50 ${spread(sorted).p50.toFixed(1)} ms`,
      samples: sorted.length,
    },
  ];
}
