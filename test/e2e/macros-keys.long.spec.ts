import type { Page } from '@playwright/test';
import { expectAccessible, press } from './support/accessibility.ts';
import { dayAtDesk, ticketCalled } from './support/day.ts';
import { expect, test } from './support/fixtures.ts';
import { answersOn, pickMacro } from './support/macros.ts';

const SUBJECTS = ['First parcel', 'Second parcel', 'Third parcel'] as const;
const [BY_PALETTE, BY_KEY, BY_DIGIT] = SUBJECTS;

const reply = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });
const WORDS = /I have opened a search with the carrier\./;

test('a macro is run from the palette, by a key of its own and by a digit that is its own', async ({
  startConsole,
}) => {
  test.setTimeout(300_000);
  await dayAtDesk(startConsole, SUBJECTS, async ({ page, agent, desk }) => {
    /** Sent from the composer with its words. */
    const isSent = async (subject: string): Promise<void> => {
      await expect(reply(page)).toHaveValue(WORDS);
      await expect(reply(page)).toBeFocused();
      await page.keyboard.press('Control+Enter');
      await expect(reply(page)).toHaveCount(0);
      await expect.poll(() => ticketCalled(desk, subject).status, { timeout: 60_000 }).toBe('pending');
      expect(answersOn(desk, subject)).toEqual([expect.stringMatching(WORDS)]);
    };

    await test.step('the palette finds it beside the commands, and shows what it would do', async () => {
      await agent.open(BY_PALETTE);
      await press(page, 'Control+k');
      await page.keyboard.type('carrier search');
      await expect(page.getByRole('dialog').getByRole('group', { name: 'Macros' }).getByRole('option')).toHaveCount(1);
      await expectAccessible(page, 'the palette with a macro');
      await page.getByRole('dialog').getByRole('combobox').focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('region', { name: 'What it does' })).toContainText('Pending');
      await page.keyboard.press('Enter');
      await isSent(BY_PALETTE);
    });

    await test.step('a key is given by pressing it, and told by whom it was had', async () => {
      await press(page, 'Control+,');
      await page.getByRole('tab', { name: 'Keyboard' }).press('Enter');
      await page.getByRole('searchbox').fill('carrier search');
      await page.getByRole('button', { name: /^Add a key for .*Carrier search opened$/ }).press('Enter');
      await page.keyboard.press('e');
      await expect(page.getByText('E belongs to Solve.')).toBeVisible({ timeout: 10_000 });
      await page.getByRole('button', { name: 'Leave it' }).press('Enter');
      await page.getByRole('button', { name: /^Add a key for .*Carrier search opened$/ }).press('Enter');
      await page.keyboard.press('l');
      await page.keyboard.press('c');
      await expect(page.getByRole('button', { name: /^Take L C from .*Carrier search opened$/ })).toBeVisible();
      await expectAccessible(page, 'keys of macros');
      await page.keyboard.press('Escape');
    });

    await test.step('it runs the macro at once', async () => {
      await agent.open(BY_KEY);
      await press(page, 'l');
      await expect(page.getByRole('status').filter({ hasText: 'Carrier search opened' })).toBeVisible();
      await page.keyboard.press('c');
      await isSent(BY_KEY);
    });

    await test.step('a digit is kept for it in the picker, and means it from then on', async () => {
      await agent.open(BY_DIGIT);
      await pickMacro(page, 'carrier search');
      await page.keyboard.press('Control+9');
      await expect(page.getByText('9 now always runs “Carrier search opened”.')).toBeVisible();
      await page.keyboard.press('Escape');
      await press(page, 'm', '9');
      await isSent(BY_DIGIT);
    });

    await test.step('both are among the keys', async () => {
      await press(page, '?');
      const line = page.getByRole('dialog').locator('dl > div').filter({ hasText: 'Carrier search opened' });
      await expect(line).toContainText(/L\s*C/);
      await expect(line).toContainText(/M\s*9/);
      await page.keyboard.press('Escape');
    });
  });
});
