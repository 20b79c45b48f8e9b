import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { type Hands, handsAt, watchForMouse } from './support/keyboard-only.ts';
import { showsOption } from './support/screens.ts';

const MOST_STEPS = 30;

/** Moves with the arrows of an open menu until one of its lines has the focus. */
async function arrowTo(page: Page, hands: Hands, item: Locator): Promise<void> {
  await expect(item).toBeVisible();
  const hasFocus = (): Promise<boolean> => item.evaluate((one) => one === document.activeElement);
  for (let pressed = 0; pressed < MOST_STEPS && !(await hasFocus()); pressed++) await hands.press('ArrowDown');
  await expect(item).toBeFocused();
  await expect(page.getByRole('menu').last()).toBeVisible();
}

/** What a key hands out as a file. */
async function savedBy(page: Page, hands: Hands): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), hands.press('Enter')]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('ranges, filters, exports, goals, a survey and the settings of the figures are worked by keys alone', async ({
  startConsole,
  context,
}) => {
  test.setTimeout(240_000);
  const mouseUses = await watchForMouse(context);
  const { page } = await startConsole();
  const hands = handsAt(page);
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const item = (name: string | RegExp, kind: 'menuitem' | 'menuitemradio' | 'menuitemcheckbox' = 'menuitem'): Locator =>
    page.getByRole(kind, { name });
  await showsOption(page);

  await test.step('the strip over the list', async () => {
    await hands.tabTo(page.getByRole('group', { name: 'How you stand' }).getByRole('button').first());
    await hands.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'My tickets' })).toBeVisible();
  });

  await test.step('the range', async () => {
    await hands.press('Escape', 'g', 's');
    await expect(page.getByRole('heading', { name: 'My figures', level: 1 })).toBeVisible();
    await hands.tabTo(button('Today'));
    await hands.press('Enter');
    await arrowTo(page, hands, item('From … until …', 'menuitemradio'));
    await hands.press('Enter');
    await hands.tabTo(page.getByLabel('From', { exact: true }));
    await hands.tabTo(page.getByLabel('until', { exact: true }));
    await hands.tabTo(button('From … until …'));
    await hands.press('Enter');
    await arrowTo(page, hands, item('Last 30 days', 'menuitemradio'));
    await hands.press('Enter');
    await expect(button('Last 30 days')).toBeFocused();
  });

  const list = page.getByRole('listbox', { name: 'Figures' });
  await test.step('the filter', async () => {
    await hands.tabTo(button(/^Figures of/));
    await hands.press('Enter');
    await arrowTo(page, hands, item('Everybody synced here', 'menuitemradio'));
    await hands.press('Enter');
    await arrowTo(page, hands, item('Business hours', 'menuitemradio'));
    await hands.press('Enter');
    for (const facet of ['Channel', 'Group', 'Priority', 'Tag']) {
      await arrowTo(page, hands, item(facet));
      await hands.press('ArrowRight');
      const first = page.getByRole('menuitemcheckbox').first();
      await expect(first).toBeFocused();
      await hands.press('Enter');
      await expect(first).toBeChecked();
      await hands.press('Enter');
      await expect(first).not.toBeChecked();
      await hands.press('ArrowLeft');
      await expect(item(facet)).toBeFocused();
    }
    await hands.press('ArrowRight');
    await expect(page.getByRole('menuitemcheckbox').first()).toBeFocused();
    await hands.press('Enter', 'ArrowLeft');
    await arrowTo(page, hands, item('All tickets'));
    await hands.press('Enter');
    await hands.press('Escape');
    await expect(button('Figures of: Everybody synced here · Business hours')).toBeFocused();
    await expect(list.getByRole('option', { name: /^First reply time/ })).toBeVisible({ timeout: 30_000 });
  });
  await expectAccessible(page, 'figures');

  await test.step('what is copied and exported', async () => {
    const open = async (name: string): Promise<void> => {
      await hands.tabTo(button('Copy, export or import'));
      await hands.press('Enter');
      await arrowTo(page, hands, item(name));
    };
    await open('Export as CSV');
    const csv = await savedBy(page, hands);
    expect(csv.name).toMatch(/^figures-[\d-]+\.csv$/);
    expect(csv.text.split('\r\n').some((line) => line.startsWith('"first-reply","range"'))).toBe(true);
    await open('Export as JSON');
    expect(JSON.parse((await savedBy(page, hands)).text)).toMatchObject({ figures: expect.any(Array) });
    await open('Copy a summary of today’s or this shift’s figures');
    await hands.press('Enter');
    await expect(page.getByText('The summary of today is on the clipboard.')).toBeVisible();
  });

  await test.step('a figure, its goal, its chart and what it is made of', async () => {
    await hands.tabTo(list);
    await hands.press('Home', 'j', 'k', 'Enter');
    await expect(page.getByRole('region', { name: 'First reply time' })).toBeFocused();
    await hands.tabTo(page.getByLabel('My goal: at most'));
    await hands.type('2');
    await hands.tabTo(page.getByLabel('Unit of the goal'));
    await hands.press('ArrowDown');
    await hands.tabTo(button('Set goal'));
    await hands.press('Enter');
    await expect(list.getByRole('option', { name: /^First reply time.*goal 2h/ })).toBeVisible();
    await hands.tabTo(button('Save as a picture'));
    expect((await savedBy(page, hands)).name).toBe('first-reply.png');
    await hands.tabTo(button('Show as a table'));
    await hands.press('Enter');
    await expect(button('Hide the table')).toBeFocused();
    await expectAccessible(page, 'a figure with a goal and its table');
    const only = page.getByRole('region', { name: 'First reply time' }).getByTitle('Show only these').first();
    await hands.tabTo(only);
    await hands.press('Enter');
    await expect(page.getByTitle('Show all again')).toBeVisible();
    await hands.tabTo(page.getByTitle('Show all again'));
    await hands.press('Enter');
    await hands.tabTo(button('Remove goal'));
    await hands.press('Enter');
    await expect(list.getByRole('option', { name: /^First reply time.*goal/ })).toHaveCount(0);
    await hands.tabTo(page.locator('[data-ticket]').first());
    await hands.press('Enter');
    await expect(page.getByRole('article').first()).toBeVisible();
    await hands.press('u');
    await expect(page.locator('[data-ticket]').first()).toBeFocused();
  });

  await test.step('answers of a survey', async () => {
    await hands.tabTo(button('Copy, export or import'));
    await hands.press('Enter');
    await arrowTo(page, hands, item('Import answers of a survey'));
    await hands.press('Enter');
    const dialog = page.getByRole('dialog');
    await hands.tabTo(dialog.getByRole('combobox').first());
    await hands.tabTo(dialog.getByRole('button', { name: 'Choose a CSV' }));
    const at = new Date(Date.now() - 60_000).toISOString();
    const lines = ['email,score,date', ...[10, 10, 9, 8, 3].map((score, n) => `c${n}@example.com,${score},${at}`), 'x'];
    await hands.choose({ name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }, 'Enter');
    await expect(dialog.getByRole('button', { name: 'Import 5 lines' })).toBeFocused();
    await expectAccessible(page, 'what a file of a survey would do');
    await hands.tabTo(dialog.getByRole('button', { name: 'Import 5 lines' }));
    await hands.press('Enter');
    await expect(list.getByRole('option', { name: /^Net promoter score\s*40/ })).toBeVisible();
  });

  await test.step('what they are measured by', async () => {
    await hands.press('Control+,');
    await hands.tabTo(page.getByRole('tab', { name: 'General' }));
    await hands.press('End', 'Enter');
    const settings = page.getByRole('tabpanel', { name: 'Figures' });
    await hands.tabTo(settings.getByRole('checkbox'));
    await hands.press('Space');
    await hands.tabTo(settings.getByRole('combobox', { name: 'Propose a pause' }));
    await hands.press('ArrowDown');
    for (const name of ['Shift begins', 'Shift ends']) await hands.tabTo(settings.getByLabel(name));
    for (const name of ['Monday', 'Sunday', 'Holidays']) await hands.tabTo(settings.getByRole('textbox', { name }));
    await hands.type('2026-12-25');
    await expectAccessible(page, 'settings of the figures');
    await hands.press('Escape', 'g', 'i');
    await showsOption(page);
    await expect(page.getByRole('group', { name: 'How you stand' })).toHaveCount(0);
    await hands.press('Control+,');
    await hands.tabTo(page.getByRole('tab', { name: 'General' }));
    await hands.press('End', 'Enter');
    await expect(settings.getByRole('checkbox')).not.toBeChecked();
    await expect(settings.getByRole('combobox', { name: 'Propose a pause' })).toHaveValue('45');
    await expect(settings.getByRole('textbox', { name: 'Holidays' })).toHaveValue('2026-12-25');
  });
  expect(await mouseUses(page)).toBe(0);
});
