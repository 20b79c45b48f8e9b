import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/fixtures.ts';

test('the first screen is the practice desk with tickets on it, within five seconds of being ready', async ({
  startConsole,
}) => {
  const { page, stop, readyAt } = await startConsole();
  const rows = page.getByRole('listbox').getByRole('option');
  await expect(rows.first()).toBeVisible();
  expect(Date.now() - readyAt).toBeLessThan(5_000);
  await expect(page.getByText('Practice desk').first()).toBeVisible();
  // One-time: the address no longer opens anything.
  expect(page.url()).not.toContain('key=');

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  expect(await stop()).toBe(0);
});
