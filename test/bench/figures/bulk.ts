import type { Page } from '@playwright/test';
import { COMMANDS } from '#shared/commands/catalogue.ts';
import type { Outcome } from '../report/figures.ts';
import { median } from '../report/statistics.ts';
import { type BenchConsole, until } from '../stage/console.ts';
import { type Change, timeKey, untilStill } from './time-key.ts';
import { showView } from './views.ts';

const TIMES = 5;

/** Every ticket in sight is solved, and none was before. */
const allSolved: Change<null> = {
  before: () => null,
  done: () => {
    const marks = [...document.querySelectorAll('main [role=option] [data-status]')];
    return marks.length > 0 && marks.every((mark) => mark.getAttribute('data-status') === 'solved');
  },
};

/** Solving all 500 tickets of a view by two keys and a third, and taking it back. */
export async function measureBulk({ page }: BenchConsole): Promise<readonly Outcome[]> {
  const commands: readonly string[] = COMMANDS.map(({ id }) => id);
  if (!commands.includes('list.selectAll'))
    return [{ figure: 'bulk', skipped: 'several tickets cannot be selected at once yet' }];
  const took: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await showView(page, 'Recall');
    await untilStill(page);
    await page.keyboard.press('*');
    await page.keyboard.press('a');
    await page.getByRole('main').getByRole('option', { selected: true }).first().waitFor();
    await untilStill(page);
    took.push(await timeKey(page, 'e', allSolved));
    await page.keyboard.press('z');
    await until(page, 'undone', noneSolved);
    await leaveSelection(page);
  }
  return [
    {
      figure: 'bulk',
      value: median(took),
      beside: `slowest ${Math.max(...took).toFixed(1)} ms`,
      samples: took.length,
    },
  ];
}

const noneSolved = (): boolean =>
  [...document.querySelectorAll('main [role=option] [data-status]')].every(
    (mark) => mark.getAttribute('data-status') !== 'solved',
  );

async function leaveSelection(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await untilStill(page);
}
