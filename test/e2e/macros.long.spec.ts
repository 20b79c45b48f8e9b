import type { Page } from '@playwright/test';
import { expectAccessible, press } from './support/accessibility.ts';
import { dayAtDesk, ticketCalled } from './support/day.ts';
import { expect, test } from './support/fixtures.ts';
import { answersOn, pickMacro } from './support/macros.ts';

const reply = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });

test('a macro is looked at, put into the reply, taken out again without a trace, and sent once', async ({
  startConsole,
}) => {
  const subject = 'Where is my parcel';
  await dayAtDesk(startConsole, [subject], async ({ page, agent, desk }) => {
    await agent.open(subject);
    const before = ticketCalled(desk, subject);
    await pickMacro(page, 'carrier search');
    const preview = page.getByRole('region', { name: 'What it does' });
    await expect(preview).toContainText(/Status.*becomes.*Pending|Pending/);
    await expect(preview).toContainText('I have opened a search with the carrier.');
    await expectAccessible(page, 'the macro picker');
    await page.keyboard.press('Enter');
    await expect(reply(page)).toBeFocused();
    await expect(reply(page)).toHaveValue(/^Hello .+\n\nI have opened a search with the carrier\./);
    await expect(page.getByText(/^When sent: Pending, \+carrier_search/)).toBeVisible();

    await page.keyboard.press('Escape');
    await press(page, 'z');
    await expect(page.getByText(/^Taken back: “Carrier search opened”/)).toBeVisible();
    await press(page, 'r');
    await expect(reply(page)).toHaveValue('');
    await expect(page.getByText(/^When sent:/)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await agent.allSent();
    expect(ticketCalled(desk, subject)).toEqual(before);

    await pickMacro(page, 'carrier search');
    await page.keyboard.press('Enter');
    await expect(reply(page)).toBeFocused();
    const offer = page.getByRole('group', { name: /^“Carrier search opened” put into the composer of/ });
    await expect(offer).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(reply(page)).toHaveCount(0);
    await expect(page.getByText(/^Replied to/)).toBeVisible();
    await expect(offer, 'what was sent is not there to be taken out').toHaveCount(0, { timeout: 3_000 });
    await agent.allSent();
    await expect.poll(() => ticketCalled(desk, subject), { timeout: 30_000 }).toMatchObject({ status: 'pending' });
    expect(ticketCalled(desk, subject).tags).toContain('carrier_search');
    expect(answersOn(desk, subject)).toHaveLength(1);
  });
});
