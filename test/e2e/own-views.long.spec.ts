import type { Page } from '@playwright/test';
import { expectAccessible, press } from './support/accessibility.ts';
import { agentAt } from './support/agent.ts';
import { expect, test } from './support/fixtures.ts';

const heading = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
const box = (page: Page) => page.getByRole('combobox', { name: 'Filter this list' });
const rows = (page: Page) => page.getByRole('main').getByRole('option');
/** How many tickets the list has. */
const size = async (page: Page): Promise<number> => Number(await rows(page).first().getAttribute('aria-setsize'));
/** Goes to a control of the dialog by Tab alone. */
async function tabTo(page: Page, name: string): Promise<void> {
  const here = (): Promise<string> =>
    page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : null;
      const fields = at instanceof HTMLTextAreaElement ? at.labels[0] : null;
      return (at?.getAttribute('aria-label') ?? (label ?? fields ?? at)?.textContent ?? '').trim();
    });
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press('Tab');
    if ((await here()).startsWith(name)) return;
  }
  throw new Error(`Tab does not come to ${name}`);
}

test('a view is typed, saved, built further, left, found again, deleted and had back, by keys alone', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const agent = agentAt(page);
  await agent.synced('Practice desk');
  const whole = await size(page);

  await press(page, 'q');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('pri');
  await expect(page.getByRole('search').getByRole('option', { name: /^priority/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('priority:');
  await page.keyboard.type('hi');
  await expect(page.getByRole('search').getByRole('option', { name: 'high', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(box(page)).toHaveValue('priority:high ');
  await expect.poll(() => size(page)).toBeLessThan(whole);
  await page.keyboard.type('stats:open is:unread');
  await expect(page.getByText('There is no field “stats”. Did you mean status?')).toBeVisible();
  await expectAccessible(page, 'a query with a problem');
  await box(page).press('Control+a');
  await page.keyboard.type('-status:solved,closed');
  await page.keyboard.press('Enter');
  await heading(page, 'Inbox · filtered');

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Open work');
  await page.keyboard.press('Enter');
  await heading(page, 'Open work');
  const open = await size(page);

  await press(page, 'Shift+Q');
  await expect(page.getByRole('dialog', { name: 'Edit Open work' })).toBeVisible();
  await expectAccessible(page, 'the builder of views');
  await page.getByRole('button', { name: 'Close' }).focus();
  await tabTo(page, 'Add a condition');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Prio');
  await tabTo(page, 'High');
  await page.keyboard.press('Space');
  await tabTo(page, 'Under headings by');
  await page.keyboard.type('Stat');
  await tabTo(page, 'Assignee');
  await page.keyboard.press('Space');
  await tabTo(page, 'The same as text');
  await expect(page.getByRole('textbox', { name: 'The same as text' })).toHaveValue(
    '-status:solved,closed priority:high group-by:status',
  );
  await tabTo(page, 'Save');
  await page.keyboard.press('Enter');
  await heading(page, 'Open work');
  await expect.poll(() => size(page)).toBeLessThan(open);
  await expect(page.getByRole('listbox').getByRole('group').first()).toHaveAccessibleName(/\w/);
  await expect(page.getByRole('main').getByText('Assignee:').first()).toBeAttached();
  await expectAccessible(page, 'rows under headings, with a column');

  await press(page, 'g', 'i');
  await heading(page, 'Inbox');
  await press(page, 'g', 'v');
  await expect(page.getByRole('dialog', { name: 'Go to a view' })).toBeVisible();
  await page.keyboard.type('open w');
  await page.keyboard.press('Enter');
  await heading(page, 'Open work');

  await press(page, 'Control+k');
  await page.keyboard.type('delete this view');
  await expect(page.getByRole('option', { name: /^Delete this view/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await heading(page, 'Inbox');
  await expect(page.getByRole('navigation').getByRole('button', { name: /^Open work/ })).toHaveCount(0);
  await press(page, 'z');
  await expect(page.getByText('Taken back: Deleted the view “Open work”')).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('button', { name: /^Open work/ })).toBeVisible();
});
