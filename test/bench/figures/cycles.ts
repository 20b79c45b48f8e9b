import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Measured } from '../report/figures.ts';
import { type BenchConsole, until } from '../stage/console.ts';
import { type Heap, measureHeap } from '../stage/heap.ts';
import { inMegabytes } from './memory.ts';
import { conversationPainted } from './open-ticket.ts';
import { timeKey } from './time-key.ts';
import { showView } from './views.ts';

/** Before the first look: what is compiled and cached once is no growth. */
const WARM_UP = 60;
/** What was looked at stays at hand for a while; it counts when it stays for good. */
const FORGOTTEN_AFTER_MS = 35_000;

/** An agent answers and solves one ticket after the other, by keys; what is left in memory afterwards. */
export async function measureCycles(bench: BenchConsole, cycles: number): Promise<readonly Measured[]> {
  const { page } = bench;
  await showView(page, 'Inbox');
  await timeKey(page, 'Enter', conversationPainted);
  for (let cycle = 0; cycle < WARM_UP; cycle += 1) await answerAndSolve(page);
  const before = await settledHeap(bench);
  const begun = Date.now();
  for (let cycle = 0; cycle < cycles; cycle += 1) await answerAndSolve(page);
  const seconds = (Date.now() - begun) / 1_000;
  const after = await settledHeap(bench);
  const grown = (part: keyof Heap): number => (inMegabytes(after[part] - before[part]) / cycles) * 1_000;
  return [
    {
      figure: 'heap-growth',
      value: grown('window') + grown('worker'),
      beside: `window ${grown('window').toFixed(2)}, worker ${grown('worker').toFixed(2)} MB; from ${cycles} cycles of ${(seconds / cycles).toFixed(2)} s`,
      samples: cycles,
    },
  ];
}

async function answerAndSolve(page: Page): Promise<void> {
  const open = await openRow(page);
  await page.keyboard.press('r');
  const composer = page.getByRole('textbox', { name: 'Your reply' });
  await composer.waitFor();
  await page.keyboard.type('Thank you. It is on its way.');
  await page.keyboard.press('Control+Shift+Enter');
  await composer.waitFor({ state: 'detached' });
  await openNext(page, open);
}

/**
 * The next one opens by itself; where it does not, as at the end of the list, j is pressed. What is measured here is memory; that the
 * list goes on is for another test to say.
 */
async function openNext(page: Page, before: string | null): Promise<void> {
  for (let time = 0; time < 10; time += 1) {
    for (let look = 0; look < 20; look += 1) {
      const now = await openRow(page);
      if (now !== null && now !== before) return page.locator('section[data-context=ticket] article').first().waitFor();
      await wait(50);
    }
    await page.keyboard.press('j');
  }
  throw new Error('no other ticket opens');
}

const openRow = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('[role=listbox] [data-open]')?.id ?? null);

/** Once everything has been sent and nothing is looked at. */
async function settledHeap({ context, page }: BenchConsole): Promise<Heap> {
  await until(page, 'all sent', () => /All sent/.test(document.body.innerText), 120_000);
  await wait(FORGOTTEN_AFTER_MS);
  return measureHeap(context, page);
}
