import { agentAt, seesMessage } from './support/agent.ts';
import { expect, test } from './support/fixtures.ts';

test('a reply with a table, a link, a quote and a copy is written, looked over and sent by keys alone', async ({
  startConsole,
  context,
}) => {
  const { page } = await startConsole();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(page.getByRole('option').first()).toBeVisible();
  // It came by mail: a chat has no copies.
  const agent = agentAt(page);
  await agent.open('Rope club price missing');
  await page.evaluate(() => {
    const name = document.querySelector('article header button > span:nth-child(2)');
    if (name) document.getSelection()?.selectAllChildren(name);
  });
  const quoted = await page.evaluate(() => document.getSelection()?.toString() ?? '');
  expect(quoted).not.toBe('');
  await page.keyboard.press('r');
  const field = page.getByRole('textbox', { name: 'Your reply' });
  await expect(field).toHaveValue(`> ${quoted}\n\n`);

  await page.keyboard.type('What is left is attached, and in our shop');
  for (let letter = 0; letter < 'our shop'.length; letter++) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+Shift+K');
  await page.keyboard.type('https://shop.example/tents');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.evaluate(async () => {
    const cells = '<table><tr><td>Size</td><td>Left</td></tr><tr><td>Large</td><td>seven tents</td></tr></table>';
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([cells], { type: 'text/html' }),
        'text/plain': new Blob(['Size\tLeft\nLarge\tseven tents'], { type: 'text/plain' }),
      }),
    ]);
  });
  await page.keyboard.press('Control+V');
  await expect(field).toHaveValue(
    /in \[our shop\]\(https:\/\/shop\.example\/tents\)\n\n\| Size +\| Left +\|\n\| -+ \| -+ \|\n/,
  );

  await page.keyboard.press('Control+Shift+C');
  await expect(page.getByRole('combobox', { name: 'Copy to' })).toBeFocused();
  await page.keyboard.type('warehouse@shop.example');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('This says “attached”, but no file goes with it');
  await page.keyboard.press('Control+Enter');
  await expect(field).toHaveCount(0);
  await expect(page.getByText('Cc warehouse@shop.example')).toBeVisible();
  await agent.allSent();
  await seesMessage(page, 'seven tents');
});
