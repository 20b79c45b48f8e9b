import { expectAccessible, press } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { showsOption } from './support/screens.ts';

test('figures of a synced desk: all by keyboard, to a ticket behind one and back, and axe finds nothing serious', async ({
  startConsole,
}) => {
  test.setTimeout(180_000);
  const { page } = await startConsole();
  await showsOption(page);
  await press(page, 'g', 's');
  await expect(page.getByRole('heading', { name: 'My figures', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Today' }).press('Enter');
  await page.getByRole('menuitemradio', { name: 'Last 30 days' }).press('Enter');
  await page.getByRole('button', { name: /Figures of/ }).press('Enter');
  await page.getByRole('menuitemradio', { name: 'Everybody synced here' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^From [\d,]+ tickets synced here, since /)).toBeVisible();
  const list = page.getByRole('listbox', { name: 'Figures' });
  await expect(list.getByRole('option', { name: /^Solved\s*\d/ })).toBeVisible();
  // It comes with the conversations, and then it is the first.
  await expect(list.getByRole('option', { name: /^First reply time/ })).toBeVisible({ timeout: 30_000 });

  await list.focus();
  await press(page, 'Enter');
  await expect(page.getByRole('region', { name: 'First reply time' })).toBeFocused();
  await expect(page.getByText(/^[\d,]+ (minutes|hours) ÷ \d+ replies = /)).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Tickets behind it/ })).toBeVisible();
  await expectAccessible(page, 'a figure');

  const behind = page.locator('[data-ticket]').first();
  await behind.press('Enter');
  await expect(page.locator('[data-figure-page]')).toHaveCount(0);
  await expect(page.getByRole('article').first()).toBeVisible();
  await press(page, 'u');
  await expect(behind).toBeFocused();
});
