import type { Page } from '@playwright/test';
import { press } from './support/accessibility.ts';
import { agentAt } from './support/agent.ts';
import { expect, test } from './support/fixtures.ts';

const rows = (page: Page) => page.getByRole('listbox').getByRole('option');
const ticked = (page: Page) => page.getByRole('listbox').getByRole('option', { selected: true });
/** How many tickets the shown view has. */
const size = async (page: Page): Promise<number> => Number(await rows(page).first().getAttribute('aria-setsize'));

test('ten tickets are triaged by keys alone: ticked, closed together, put off, had back', async ({ startConsole }) => {
  const { page } = await startConsole();
  const agent = agentAt(page);
  await agent.synced('Practice desk');
  const whole = await size(page);

  await press(page, 'x', ...Array.from({ length: 9 }, () => 'Shift+J'));
  await expect(ticked(page)).toHaveCount(10);
  await expect(page.getByRole('toolbar', { name: 'For what is ticked' })).toContainText('10 ticked');
  await press(page, 'p');
  await expect(page.getByRole('dialog', { name: 'Priority of 10 tickets' })).toBeVisible();
  await page.keyboard.type('low');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Low priority · \d+ tickets/).first()).toBeVisible();
  await expect(ticked(page)).toHaveCount(10);
  await press(page, 'e');
  await expect(page.getByText('Solved 10 tickets', { exact: true })).toBeVisible();
  await expect.poll(() => size(page)).toBe(whole - 10);
  await press(page, 'z');
  await expect(page.getByText('Taken back: Solved 10 tickets')).toBeVisible();
  await expect.poll(() => size(page)).toBe(whole);

  const first = await rows(page).first().getAttribute('id');
  await press(page, 'Home', 'h');
  await expect(page.getByRole('dialog', { name: 'Snooze this ticket' })).toBeVisible();
  await page.keyboard.type('2h');
  await page.keyboard.press('Enter');
  await expect(page.locator(`[id="${first}"]`)).toHaveCount(0);
  await press(page, 'g', 'h');
  await expect(page.getByRole('listbox', { name: 'Tickets in Snoozed' })).toBeVisible();
  await expect(page.locator(`[id="${first}"]`)).toBeVisible();
  await page.reload();
  // No key is heard before the console is there.
  await expect(rows(page).first()).toBeVisible();
  await press(page, 'g', 'h');
  await expect(page.getByRole('listbox', { name: 'Tickets in Snoozed' })).toBeVisible();
  await expect(page.locator(`[id="${first}"]`)).toBeVisible();
  await press(page, 'Shift+H');
  await expect(page.locator(`[id="${first}"]`)).toHaveCount(0);
  await agent.allSent();
});
