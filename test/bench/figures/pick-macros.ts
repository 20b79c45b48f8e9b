import type { Page } from '@playwright/test';
import { pauseBetween, untilStill } from './time-key.ts';
import type { Shown, TimeShown } from './time-shown.ts';
import { showView } from './views.ts';

/** Begun by hundreds of titles, by a few, by two words together, and in the other script. */
const WORDS = ['order', 'refund', 'wrong skarv', 'boots', 'посилка', 'ремонт', 'invoice'];
const ROUNDS = 4;

const picker: Shown = () => {
  const dialog = document.querySelector('[role=dialog]');
  const list = dialog?.querySelector('[role=option]') ? dialog.querySelector('[role=listbox]') : null;
  return list ? `${dialog?.querySelector('input')?.value}\n${list.textContent}` : null;
};

/** Opens the macros on one ticket after another and looks for one, letter by letter, until the list stands. */
export async function timePicking(
  page: Page,
  time: TimeShown,
): Promise<{ readonly opened: readonly number[]; readonly letters: readonly number[] }> {
  const [opened, letters]: [number[], number[]] = [[], []];
  const found = page.getByRole('dialog').getByRole('option');
  await showView(page, 'Everything');
  // The lists may still be on their way, and the first one loads what shows them.
  await page.keyboard.press('m');
  await found.first().waitFor({ timeout: 120_000 });
  await page.keyboard.press('Escape');
  for (let round = 0; round < ROUNDS; round += 1)
    for (const word of WORDS) {
      await page.keyboard.press('j');
      await untilStill(page);
      opened.push(await time('m', picker));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await untilStill(page);
      opened.push(await time('m', picker));
      for (const letter of word) {
        letters.push(await time(letter, picker));
        await pauseBetween();
      }
      if ((await found.count()) === 0) throw new Error(`no macro is found by "${word}"`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  return { opened, letters };
}
