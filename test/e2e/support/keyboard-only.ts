import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { typeKeys, typeTelex, ukrainian, ukrainianKeys } from './typed-keys.ts';

/** What the system makes of keys: the letters of US QWERTY, those of ЙЦУКЕН, or Vietnamese words composed by Telex. */
export type Layout = 'us' | 'ukrainian' | 'telex';

/** Ten fingers: everything goes to whatever has the focus, and nothing is focused, filled or clicked from outside. */
export type Hands = {
  /** Keys by their names, letters by what is printed on them for US QWERTY. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses Tab until a control has the focus. */
  tabTo(control: Locator): Promise<void>;
  /** Opens a file chooser by a key, and takes a file from it. */
  choose(
    file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
    key: string,
  ): Promise<void>;
};

/** All around the window, also where it shows a hundred tickets. */
const MOST_TABS = 250;

export function handsAt(page: Page, layout: Layout = 'us'): Hands {
  // Choosers are caught while anybody listens: switched off and on again between two of them, the second would be missed.
  page.on('filechooser', () => undefined);
  return {
    async press(...keys) {
      for (const key of keys) {
        if (layout === 'ukrainian' && /^[a-z]$/.test(key)) await typeKeys(page, [ukrainian(key)]);
        else if (layout === 'ukrainian' && key === '/') await typeKeys(page, ukrainianKeys('/'));
        else await page.keyboard.press(key);
      }
    },
    async type(text) {
      if (layout === 'telex') return typeTelex(page, text);
      if (layout === 'us') return page.keyboard.type(text);
      for (const [at, line] of text.split('\n').entries()) {
        if (at > 0) await page.keyboard.press('Enter');
        await typeKeys(page, ukrainianKeys(line));
      }
    },
    async tabTo(control) {
      await expect(control).toBeVisible();
      const hasFocus = (): Promise<boolean> => control.evaluate((one) => one === document.activeElement);
      for (let pressed = 0; pressed < MOST_TABS && !(await hasFocus()); pressed++) await page.keyboard.press('Tab');
      await expect(control).toBeFocused();
    },
    async choose(file, key) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press(key)]);
      await chooser.setFiles(file);
    },
  };
}

/** Counts what a mouse, a pen or a finger would do in windows that are opened from now on. Resolves with how to read the count. */
export async function watchForMouse(context: BrowserContext): Promise<(page: Page) => Promise<number>> {
  await context.addInitScript(() => {
    let count = 0;
    for (const type of ['pointerdown', 'mousedown', 'touchstart'])
      window.addEventListener(
        type,
        () => document.documentElement.setAttribute('data-mouse-used', String(++count)),
        true,
      );
  });
  return (page) => page.evaluate(() => Number(document.documentElement.getAttribute('data-mouse-used') ?? 0));
}
