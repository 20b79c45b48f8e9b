import type { Measured } from '../report/figures.ts';
import { median, spread } from '../report/statistics.ts';
import { type BenchConsole, untilSynced } from '../stage/console.ts';
import { bar } from './keys.ts';
import { pauseBetween, timeKey } from './time-key.ts';

const STARTS = 9;
const FIRST_ROWS = 10;

/** From an address to rows that a key moves in; the program behind it runs already. */
export async function measureColdStart({ page, url }: BenchConsole): Promise<readonly Measured[]> {
  const [started, usable]: [number[], number[]] = [[], []];
  for (let start = 0; start < STARTS; start += 1) {
    await page.goto(url, { waitUntil: 'commit' });
    const painted = await page.evaluate(
      (rows) => recorder.paintedAt(() => document.querySelectorAll('main [role=option]').length >= rows),
      FIRST_ROWS,
    );
    started.push(painted);
    usable.push(painted + (await timeKey(page, 'j', bar)));
    await untilSynced(page, 60_000);
    await pauseBetween(1_000);
  }
  const empty: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    await page.goto(`${url}message.html`, { waitUntil: 'commit' });
    empty.push(await page.evaluate(() => recorder.paintedAt(() => document.readyState === 'complete')));
  }
  await page.goto(url);
  await page.getByRole('main').getByRole('option').first().waitFor();
  return [
    {
      figure: 'cold-start',
      value: median(started),
      beside: `p95 ${spread(started).p95.toFixed(0)} ms, a first j painted by ${median(usable).toFixed(0)} ms; an empty page ${median(empty).toFixed(0)} ms`,
      samples: started.length,
    },
  ];
}
