import type { JSHandle, Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { expect, test } from './fixtures.ts';

const EVERYTHING: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** Between light and dark only colours differ. */
const COLOURS: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } };

/** The dialog that lies over the page; the page where there is none. */
const shownNow = (page: Page): Promise<JSHandle<Document | Element>> =>
  page.evaluateHandle(() => [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].at(-1) ?? document);

/** What axe finds serious, with the beginning of each element. Customers' messages are not ours, and their frames run no axe. */
async function seriousFindings(page: Page, options: RunOptions): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const shown = await shownNow(page);
  const { violations } = await shown.evaluate(
    (within, wanted) => (window as unknown as { readonly axe: typeof axe }).axe.run(within, wanted),
    { ...options, iframes: false, preload: false, resultTypes: ['violations'] } satisfies RunOptions,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

const TABS_AT_ONCE = 8;

/**
 * Controls of what is shown that Tab does not come to, and those behind a dialog that it does come to. Of what the arrow keys
 * move in (a listbox, radio buttons, tabs) one is enough; a listbox under a combobox is moved in from there.
 */
async function wrongByTab(page: Page): Promise<readonly string[]> {
  const walk = await (await shownNow(page)).evaluateHandle((within) => {
    const visible = (one: Element): boolean => one.checkVisibility({ visibilityProperty: true });
    const belongsToCombobox = (one: Element): boolean =>
      one.id !== '' && document.querySelector(`[role=combobox][aria-controls~="${one.id}"]`) !== null;
    const controls = [
      ...within.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [role=button], [role=separator][tabindex], [role=listbox]',
      ),
    ].filter(
      (one) =>
        visible(one) &&
        !one.matches(
          ':disabled, [type=radio]:not(:checked), [role=tab][aria-selected=false], [aria-hidden=true], [aria-hidden=true] *, [inert] *',
        ) &&
        !(one.matches('[role=listbox]') && belongsToCombobox(one)),
    );
    const reached = new Set<EventTarget | null>();
    const note = ({ target }: FocusEvent): void => void reached.add(target);
    document.addEventListener('focusin', note);
    const behind = document.getElementById('root');
    return {
      count: controls.length,
      // One that has gone meanwhile cannot be reached any more.
      left: () => controls.filter((one) => !reached.has(one) && one.isConnected && visible(one)),
      astray: () =>
        [...reached].filter((one) => within !== document && one instanceof Element && behind?.contains(one)),
      stop: () => document.removeEventListener('focusin', note),
    };
  });
  const count = await walk.evaluate((one) => one.count);
  expect(count, 'controls to reach').toBeGreaterThan(0);
  // Scrolling regions and links in messages are stops as well.
  const enough = count * 2 + 40;
  for (let pressed = 0; pressed < enough; pressed += TABS_AT_ONCE) {
    for (let one = 0; one < TABS_AT_ONCE; one += 1) await page.keyboard.press('Tab');
    if ((await walk.evaluate((one) => one.left().length)) === 0) break;
  }
  const wrong = await walk.evaluate((one) => {
    one.stop();
    const start = (control: EventTarget | null): string =>
      control instanceof Element ? control.outerHTML.slice(0, 200) : '';
    return [
      ...one.left().map((control) => `not reached: ${start(control)}`),
      ...one.astray().map((control) => `behind the dialog: ${start(control)}`),
    ];
  });
  await walk.dispose();
  return wrong;
}

const changeTheme = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
};

/** Axe finds nothing serious on what is shown, in light and in dark. Nothing is pressed: what is open stays open. */
export async function expectNothingByAxe(page: Page, name: string): Promise<void> {
  await changeTheme(page, 'light');
  expect.soft(await seriousFindings(page, EVERYTHING), `axe on ${name}`).toEqual([]);
  await changeTheme(page, 'dark');
  expect.soft(await seriousFindings(page, COLOURS), `axe on ${name}, dark`).toEqual([]);
}

/** Axe finds nothing serious on what is shown, in light and in dark, and Tab comes to every control of it. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await test.step(name, async () => {
    await expectNothingByAxe(page, name);
    expect.soft(await wrongByTab(page), `Tab on ${name}`).toEqual([]);
  });
}

/** Presses keys as from the list, wherever Tab has left the focus. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page
    .locator('body')
    .evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  for (const key of keys) await page.keyboard.press(key);
}
