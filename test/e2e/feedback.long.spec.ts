import type { Page } from '@playwright/test';
import { press } from './support/accessibility.ts';
import { agentAt } from './support/agent.ts';
import { aTicketFor, openOn, startDesk } from './support/desk.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';

const SUBJECT = 'The export is slow';
const what = (page: Page) => page.getByRole('dialog').getByRole('textbox', { name: 'What' });

test('feedback that is noted without a network is listed here at once and on its ticket once, whatever is killed meanwhile', async ({
  startConsole,
}) => {
  const desk = await startDesk();
  try {
    const ticketId = aTicketFor(desk, SUBJECT);
    const first = await openOn(startConsole, desk, SUBJECT);
    await desk.faults.stopListening();

    await test.step('half of it is written', async () => {
      await press(first.page, 'Shift+P');
      await expect(what(first.page)).toBeFocused();
      await first.page.keyboard.type('Export takes hours');
      await expect(first.page.getByRole('dialog')).toContainText('Draft saved');
      await first.kill();
      await first.page.close();
    });

    const second = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
    await test.step('it is there after a kill, and is kept', async () => {
      const { page } = second;
      await agentAt(page).open(SUBJECT);
      await press(page, 'Shift+P');
      await expect(what(page)).toHaveValue('Export takes hours');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByText(/^Feedback noted on #/)).toBeVisible();
      await second.kill();
      await page.close();
    });

    await desk.faults.listen();
    const third = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
    await agentAt(third.page).allSent();
    const notes = desk.act
      .history(ticketId)
      .flatMap(({ events }) => events)
      .flatMap((event) =>
        event.type === 'Comment' && event.body.includes('Export takes hours') ? [event.public] : [],
      );
    expect(notes).toEqual([false]);
    await agentAt(third.page).open(SUBJECT);
    await expect(third.page.getByText('product_feedback').first()).toBeVisible();
    await press(third.page, 'g', 'Shift+P');
    await expect(third.page.getByRole('dialog').getByRole('option')).toHaveText([/Export takes hours/]);
  } finally {
    await desk.stop();
  }
});
