import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** How each screen is reached, by keys, from the inbox, and what shows that it is there. */
const SCREENS: readonly (readonly [name: string, keys: readonly string[], shown: (page: Page) => Promise<void>])[] = [
  ['inbox', [], async (page) => expect(page.getByRole('option').first()).toBeVisible()],
  ['ticket', ['Enter'], async (page) => expect(page.getByRole('button', { name: /Reply/ }).first()).toBeVisible()],
  ['reply', ['Enter', 'r'], async (page) => expect(page.getByRole('textbox', { name: 'Your reply' })).toBeFocused()],
  [
    'note',
    ['Enter', 'n'],
    async (page) => expect(page.getByRole('textbox', { name: 'Your internal note' })).toBeFocused(),
  ],
  ['status chooser', ['Enter', 's'], async (page) => expect(page.getByRole('combobox')).toBeFocused()],
  ['new ticket', ['c'], async (page) => expect(page.getByLabel('Subject')).toBeVisible()],
  ['search', ['/'], async (page) => expect(page.getByRole('combobox')).toBeFocused()],
  ['palette', ['Control+k'], async (page) => expect(page.getByRole('combobox')).toBeFocused()],
  ['keyboard shortcuts', ['?'], async (page) => expect(page.getByRole('dialog')).toBeVisible()],
  ['knowledge', ['g', 'k'], async (page) => expect(page.getByText('Knowledge').first()).toBeVisible()],
  ['outbox', ['g', 'o'], async (page) => expect(page.getByText('Everything has arrived.')).toBeVisible()],
  ['drafts', ['g', 'd'], async (page) => expect(page.getByRole('heading', { name: 'Drafts' })).toBeVisible()],
  ['accounts', ['g', 'a'], async (page) => expect(page.getByRole('dialog')).toBeVisible()],
  ['settings', ['Control+,'], async (page) => expect(page.getByRole('dialog')).toBeVisible()],
];

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing serious on any screen, ${colorScheme}`, async ({ startConsole }) => {
    test.setTimeout(180_000);
    const { page } = await startConsole();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [name, keys, shown] of SCREENS) {
      await test.step(name, async () => {
        await page.reload();
        await expect(page.getByRole('option').first()).toBeVisible();
        await press(page, ...keys);
        await shown(page);
        // Frames of customers' messages run no scripts, so that axe waits for them without end; their content is not ours.
        await page.evaluate(() => {
          for (const frame of document.querySelectorAll('iframe')) frame.remove();
        });
        const axe = new AxeBuilder({ page });
        // Between light and dark only colours differ.
        const found = await (colorScheme === 'light'
          ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          : axe.withRules(['color-contrast'])
        ).analyze();
        const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(
          serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]),
          name,
        ).toEqual([]);
      });
    }
  });

test('every control is reached by Tab', async ({ startConsole }) => {
  const { page } = await startConsole();
  await expect(page.getByRole('option').first()).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: /Reply/ }).first()).toBeVisible();
  // Until the conversation has come there is a button that asks for it.
  await expect(page.getByRole('button', { name: /Fetch now/ })).toHaveCount(0);
  const controls = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'button, a[href], input, select, textarea, [role=separator][tabindex], [role=listbox]',
      ),
    ];
    const shown = all.filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled, [aria-hidden=true] *'),
    );
    shown.forEach((one, index) => {
      one.dataset.control = String(index);
    });
    return shown.map(
      (one) => `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent?.slice(0, 40) ?? ''}`,
    );
  });
  expect(controls.length).toBeGreaterThan(20);
  const reached = new Set<string>();
  for (let step = 0; step < controls.length * 2; step += 1) {
    await page.keyboard.press('Tab');
    const control = await page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? (document.activeElement.dataset.control ?? '') : '',
    );
    if (control !== '') reached.add(control);
  }
  expect(controls.filter((_, index) => !reached.has(String(index)))).toEqual([]);
});
