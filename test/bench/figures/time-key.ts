import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/** What a key press is to bring about. Both functions run in the page, with nothing from around them. */
export type Change<Before> = {
  /** Looked at before the press. */
  readonly before: () => Before;
  readonly done: (before: Before) => boolean;
  /** Counts the last frame before the page has been still for so long; without it the first in which `done` holds. */
  readonly quietMs?: number;
};

/** Presses a key and tells how many ms later what it changes was painted. */
export async function timeKey<Before>(page: Page, key: string, change: Change<Before>): Promise<number> {
  const { before, done, quietMs = 0 } = change;
  await page.evaluate(
    `(() => { const before = (${before})(); recorder.arm('keydown', () => (${done})(before), ${quietMs}); })()`,
  );
  await page.keyboard.press(key);
  return page.evaluate(() => recorder.result());
}

/** A person's pause between two keys, never in step with the screen. */
export const pauseBetween = (leastMs = 30): Promise<void> => wait(leastMs + Math.random() * 25);

/** Until nothing has been painted anew for a while. */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, 300);
        new MutationObserver((_changes, observer) => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            observer.disconnect();
            resolve();
          }, 300);
        }).observe(document, { subtree: true, childList: true, characterData: true });
      }),
  );
}
