import { agentAt, seesMessage } from './support/agent.ts';
import { expect, test } from './support/fixtures.ts';

test('a ticket is read, answered, undone and solved by keys alone', async ({ startConsole }) => {
  const { page } = await startConsole();
  const agent = agentAt(page);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page.getByRole('listbox', { name: /My tickets/ })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await agent.reply('Thank you for writing. It is on its way.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('z');
  await expect(page.getByRole('textbox', { name: 'Your reply' })).toHaveValue(
    'Thank you for writing. It is on its way.',
  );
  const solved =
    (await page.getByRole('region', { name: 'Conversation' }).getByRole('heading').first().textContent()) ?? '';
  await page.getByRole('textbox', { name: 'Your reply' }).press('Control+Shift+Enter');
  await expect(page.getByRole('heading', { name: solved, exact: true })).toHaveCount(0);
  await agent.allSent();
  await agent.open(solved);
  await seesMessage(page, 'Thank you for writing. It is on its way.');
});

test('what was being written is there after the program was killed', async ({ startConsole }) => {
  const first = await startConsole({ keepPort: true });
  await expect(first.page.getByRole('option').first()).toBeVisible();
  await first.page.keyboard.press('Enter');
  await first.page.keyboard.press('r');
  const words = 'Half a sentence that nobody has';
  await first.page.getByRole('textbox', { name: 'Your reply' }).pressSequentially(words);
  await expect(first.page.getByText('Draft saved')).toBeVisible();
  await first.kill();
  await first.page.close();
  const second = await startConsole({ profile: first.profile, keepPort: true });
  await expect(second.page.getByRole('option').first()).toBeVisible();
  await second.page.keyboard.press('g');
  await second.page.keyboard.press('d');
  await expect(second.page.getByText(words)).toBeVisible();
});

test('Ctrl-C ends it within two seconds', async ({ startConsole }) => {
  const { page, stop } = await startConsole();
  await expect(page.getByRole('option').first()).toBeVisible();
  // What is fetched behind the first rows would be missed by the page, which outlives the program here.
  await page.waitForLoadState('networkidle');
  const before = Date.now();
  expect(await stop()).toBe(0);
  expect(Date.now() - before).toBeLessThan(2_000);
});
