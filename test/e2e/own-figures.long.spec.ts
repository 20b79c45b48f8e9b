import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { press } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { showsOption } from './support/screens.ts';

/** What the profile holds of the agent's own doing, over all accounts. */
async function ownEvents(profile: string): Promise<string> {
  const texts: string[] = [];
  for (const account of await readdir(join(profile, 'accounts'))) {
    const folder = join(profile, 'accounts', account, 'own-events');
    for (const name of await readdir(folder).catch(() => []))
      texts.push(await readFile(join(folder, name), 'utf8').catch(() => ''));
  }
  return texts.join('\n');
}

test('time on a ticket survives a kill and counts; answers of a survey come in from a file', async ({
  startConsole,
}) => {
  test.setTimeout(180_000);
  const first = await startConsole({ keepPort: true });
  await showsOption(first.page);
  await press(first.page, 'Enter');
  await expect(first.page.getByRole('article').first()).toBeVisible();
  // It is told every few seconds while it lasts, as long as there is a sign of the agent.
  await expect
    .poll(
      async () => {
        await first.page.mouse.move(Math.random() * 400 + 600, 300);
        return ownEvents(first.profile);
      },
      { timeout: 30_000 },
    )
    .toContain('ticket-focus');
  await first.kill();
  await first.page.close();

  const { page } = await startConsole({ profile: first.profile, keepPort: true });
  await showsOption(page);
  await press(page, 'g', 's');
  const list = page.getByRole('listbox', { name: 'Figures' });
  await expect(list.getByRole('option', { name: /^Focus time per ticket/ })).toBeVisible({ timeout: 30_000 });

  await page.getByRole('button', { name: 'Copy, export or import' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Import answers of a survey' }).press('Enter');
  const ago = (seconds: number): string => new Date(Date.now() - seconds * 1_000).toISOString();
  const lines = ['email,score,date', ...[10, 10, 9, 8, 3].map((score, at) => `c${at}@example.com,${score},${ago(at)}`)];
  await page
    .locator('input[type=file][accept*=csv]')
    .setInputFiles({ name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  await page.getByRole('button', { name: 'Import 5 lines' }).press('Enter');
  // 3 promoters and 1 detractor of 5: 60 % - 20 %.
  await expect(list.getByRole('option', { name: /^Net promoter score\s*40/ })).toBeVisible();
});
