import type { Page } from '@playwright/test';
import { conversationPainted } from './open-ticket.ts';
import { pauseBetween, timeKey, untilStill } from './time-key.ts';
import type { Shown, TimeShown } from './time-shown.ts';
import { showView } from './views.ts';

/** Letters of shortcodes, of titles, of what stands in texts alone, and of the other script. */
const WORDS = ['refund-2', 'order', 'warr', 'address', 'working', 'warehouse', 'наліпка', 'замовлення'];
const ROUNDS = 3;
/** What stands in the composer already, and what is typed in front of each response. */
const WRITTEN =
  'Hello Marit,\n\nthank you for the photographs. I have looked at them together with the workshop. '.repeat(4);
const TYPED = 'and also ';

/** The words alone. */
const words: Shown = () =>
  document.querySelector<HTMLTextAreaElement>('section[data-context=composer] textarea')?.value ?? null;
/** The words with the list at the caret. */
const listed: Shown = () => {
  const field = document.querySelector<HTMLTextAreaElement>('section[data-context=composer] textarea');
  const list = document.getElementById(field?.getAttribute('aria-controls') ?? '');
  return field && list?.querySelector('[role=option]') ? `${field.value}\n${list.textContent}` : null;
};

/** Writes replies, letter by letter, with a canned response found and put in at the end of each; one ticket after the other. */
export async function timeWriting(page: Page, time: TimeShown) {
  const times = { typing: [], opened: [], letters: [], inserted: [] } as Record<
    'typing' | 'opened' | 'letters' | 'inserted',
    number[]
  >;
  const field = page.locator('section[data-context=composer] textarea');
  const found = page.getByRole('listbox', { name: 'Canned responses' }).getByRole('option');
  await showView(page, 'Everything');
  await timeKey(page, 'Enter', conversationPainted);
  for (let round = 0; round < ROUNDS; round += 1) {
    await untilStill(page);
    await page.keyboard.press('r');
    for (const word of WORDS) {
      await field.fill(WRITTEN);
      await untilStill(page);
      for (const letter of TYPED) {
        times.typing.push(await time(letter, words));
        await pauseBetween();
      }
      times.opened.push(await time('/', listed));
      for (const letter of word) {
        await pauseBetween();
        times.letters.push(await time(letter, listed));
      }
      if ((await found.count()) === 0) throw new Error(`no response is found by "${word}"`);
      await pauseBetween();
      times.inserted.push(await time('Enter', words));
      const { length } = await field.inputValue();
      if (length < WRITTEN.length + TYPED.length + 100) throw new Error(`nothing was put in for "${word}"`);
    }
    await field.fill('');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await timeKey(page, 'j', conversationPainted);
  }
  await page.keyboard.press('Escape');
  return times;
}
