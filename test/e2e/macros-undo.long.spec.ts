import type { Page } from '@playwright/test';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { press } from './support/accessibility.ts';
import { dayAtDesk, ticketCalled } from './support/day.ts';
import { expect, test } from './support/fixtures.ts';
import { answersOn, pickMacro } from './support/macros.ts';

const PARCEL = 'Where is my parcel';
const OTHER = 'Where is my other parcel';

const reply = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });
const runCommand = async (page: Page, title: string): Promise<void> => {
  await press(page, 'Control+k');
  await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeFocused();
  await page.keyboard.type(title);
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(title);
  await page.keyboard.press('Enter');
};
/** What was said at the bottom left, as long as it stands there. */
const said = (page: Page) => page.getByRole('region', { name: 'What you just did' });
const statusOf = (desk: PracticeDesk, subject: string): string => ticketCalled(desk, subject).status;

test('a macro that has been sent is taken back as far as that goes, and what stays is said', async ({
  startConsole,
}) => {
  test.setTimeout(300_000);
  await dayAtDesk(startConsole, [PARCEL, OTHER], async ({ page, agent, desk }) => {
    const sendMacro = async (subject: string): Promise<void> => {
      await agent.open(subject);
      await pickMacro(page, 'carrier search');
      await page.keyboard.press('Enter');
      await expect(reply(page)).toBeFocused();
      await page.keyboard.press('Control+Enter');
      await expect(reply(page)).toHaveCount(0);
      await agent.allSent();
      await expect.poll(() => statusOf(desk, subject), { timeout: 30_000 }).toBe('pending');
      expect(ticketCalled(desk, subject).tags).toContain('carrier_search');
    };

    await test.step('status and tags go back, the reply stays', async () => {
      const before = ticketCalled(desk, PARCEL);
      await sendMacro(PARCEL);
      await runCommand(page, 'Take the last macro back');
      await expect(said(page)).toContainText('The message was sent and cannot be taken back.');
      await expect.poll(() => statusOf(desk, PARCEL), { timeout: 60_000 }).toBe('open');
      await agent.allSent();
      expect(ticketCalled(desk, PARCEL)).toMatchObject({ tags: before.tags, priority: before.priority });
      expect(answersOn(desk, PARCEL)).toHaveLength(1);
      // There is nothing left to take back.
      await press(page, 'Control+k');
      await page.keyboard.type('Take the last macro back');
      await expect(page.getByRole('dialog').getByRole('option', { name: /^Take the last macro back/ })).toHaveCount(0);
      await page.keyboard.press('Escape');
    });

    await test.step('what a colleague has changed since stays as they want it', async () => {
      await sendMacro(OTHER);
      desk.act.colleagueChanges(ticketCalled(desk, OTHER).id, { status: 'solved', additional_tags: ['found'] });
      await press(page, 'Shift+S');
      await expect(page.getByRole('region', { name: 'Conversation' }).getByText('Solved').first()).toBeVisible({
        timeout: 60_000,
      });
      await runCommand(page, 'Take the last macro back');
      await expect(said(page)).toContainText('Status was changed by somebody since, and stays.');
      await expect(said(page)).toContainText('The message was sent and cannot be taken back.');
      await expect.poll(() => ticketCalled(desk, OTHER).tags, { timeout: 60_000 }).not.toContain('carrier_search');
      await agent.allSent();
      expect(ticketCalled(desk, OTHER)).toMatchObject({ status: 'solved', tags: expect.arrayContaining(['found']) });
      expect(answersOn(desk, OTHER)).toHaveLength(1);
    });
  });
});

test('a macro that has not left comes back into the composer with all of it', async ({ startConsole }) => {
  test.setTimeout(120_000);
  await dayAtDesk(startConsole, [PARCEL], async ({ page, agent, desk }) => {
    const before = ticketCalled(desk, PARCEL);
    await agent.open(PARCEL);
    await desk.faults.stopListening();
    await pickMacro(page, 'carrier search');
    await page.keyboard.press('Enter');
    await expect(reply(page)).toBeFocused();
    const words = await reply(page).inputValue();
    await page.keyboard.press('Control+Enter');
    await expect(reply(page)).toHaveCount(0);
    await runCommand(page, 'Take the last macro back');
    await expect(reply(page)).toHaveValue(words);
    await expect(page.getByText(/^When sent: Pending, \+carrier_search/)).toBeVisible();
    await desk.faults.listen();
    await page.keyboard.press('Escape');
    await press(page, 'Shift+S');
    await agent.allSent();
    expect(ticketCalled(desk, PARCEL)).toEqual(before);

    await press(page, 'r');
    await expect(reply(page)).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => statusOf(desk, PARCEL), { timeout: 60_000 }).toBe('pending');
    expect(ticketCalled(desk, PARCEL).tags).toContain('carrier_search');
    expect(answersOn(desk, PARCEL)).toHaveLength(1);
  });
});
