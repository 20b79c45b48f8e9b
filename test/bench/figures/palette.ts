import type { Measured } from '../report/figures.ts';
import { spread } from '../report/statistics.ts';
import type { BenchConsole } from '../stage/console.ts';
import { type Change, pauseBetween, timeKey } from './time-key.ts';

const WORDS = ['solve', 'reply', 'assign', 'tag', 'drafts', 'theme'];
const ROUNDS = 4;

const opened: Change<null> = {
  before: () => null,
  done: () => document.querySelector('[role=dialog] [role=option]') !== null,
};

const typed: Change<string> = {
  before: () => document.querySelector<HTMLInputElement>('[role=dialog] input')?.value ?? '',
  done: (before) => document.querySelector<HTMLInputElement>('[role=dialog] input')?.value !== before,
  // What is found may be shown a frame after the letter.
  quietMs: 60,
};

export async function measurePalette({ page }: BenchConsole): Promise<readonly Measured[]> {
  const [opening, letters]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const word of WORDS) {
      opening.push(await timeKey(page, 'Control+k', opened));
      for (const letter of word) {
        await pauseBetween();
        letters.push(await timeKey(page, letter, typed));
      }
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await pauseBetween();
    }
  return [
    {
      figure: 'palette-open',
      value: spread(opening).p95,
      beside: `p50 ${spread(opening).p50.toFixed(1)} ms`,
      samples: opening.length,
    },
    {
      figure: 'palette-letter',
      value: spread(letters).p95,
      beside: `p50 ${spread(letters).p50.toFixed(1)} ms`,
      samples: letters.length,
    },
  ];
}
