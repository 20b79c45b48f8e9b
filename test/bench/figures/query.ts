import type { Measured } from '../report/figures.ts';
import { spread } from '../report/statistics.ts';
import type { BenchConsole } from '../stage/console.ts';
import { type Change, pauseBetween, timeKey, untilStill } from './time-key.ts';
import { showView } from './views.ts';

/** Words that few or many tickets have, and a field with its value: none of them is whole before its last letter. */
const QUERIES = ['refund', 'tent', 'status:open', 'priority:urgent'];
const ROUNDS = 2;

const typed: Change<string> = {
  before: () => document.querySelector<HTMLInputElement>('search input')?.value ?? '',
  done: (before) =>
    document.querySelector<HTMLInputElement>('search input')?.value !== before &&
    document.querySelector('main [role=listbox]')?.getAttribute('aria-busy') !== 'true',
  // The rows of what is typed may come some frames after the letter.
  quietMs: 120,
};

/** Typing a query over the longest list there is, letter by letter, until rows and count stand. */
export async function measureQuery({ page }: BenchConsole): Promise<readonly Measured[]> {
  const letters: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const query of QUERIES) {
      await showView(page, 'Everything');
      await untilStill(page);
      await page.keyboard.press('q');
      await page.locator('search input').waitFor();
      await page.locator('search input').fill('');
      await untilStill(page);
      for (const letter of query) {
        letters.push(await timeKey(page, letter, typed));
        await pauseBetween();
      }
      // First what it proposes is put away, then the query itself.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await untilStill(page);
    }
  return [
    {
      figure: 'view-query',
      value: spread(letters).p95,
      beside: `p50 ${spread(letters).p50.toFixed(1)} ms`,
      samples: letters.length,
    },
  ];
}
