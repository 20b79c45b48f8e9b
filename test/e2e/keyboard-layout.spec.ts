import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agentAt } from './support/agent.ts';
import { expect, test } from './support/fixtures.ts';
import { typeKeys, ukrainian } from './support/typed-keys.ts';

test('keys work with the Ukrainian layout on, and what runs by key is counted in the profile', async ({
  startConsole,
}) => {
  const { page, profile } = await startConsole();
  const bar = page.locator('[data-focused]');
  // Until then rows come in above the one with the bar.
  await agentAt(page).synced('Practice desk');
  await typeKeys(page, [ukrainian('g'), ukrainian('m')]);
  await expect(page.getByRole('listbox', { name: /My tickets/ })).toBeVisible();
  await page.keyboard.press('Home');
  await expect(bar).toHaveAttribute('aria-posinset', '1');
  await typeKeys(page, [ukrainian('3')]);
  await expect(page.getByRole('status').filter({ hasText: 'Next ticket' })).toBeVisible();
  await typeKeys(page, [ukrainian('j')]);
  await expect(bar).toHaveAttribute('aria-posinset', '4');
  await typeKeys(page, [ukrainian('r')]);
  const reply = page.getByRole('textbox', { name: 'Your reply' });
  await expect(reply).toBeFocused();
  await expect(reply).toHaveValue('');
  // A letter is text here, a key with Ctrl is not.
  await typeKeys(page, [ukrainian('j')]);
  await expect(reply).toHaveValue('о');
  await typeKeys(page, [ukrainian('k', true)]);
  await page.getByRole('combobox').fill('іщдму');
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Solve');
  await expect
    .poll(() => readFile(join(profile, 'command-runs.log'), 'utf8').catch(() => ''), { timeout: 15_000 })
    .toMatch(/"command":"list\.next","source":"key","count":1/);
});
