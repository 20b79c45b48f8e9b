import { press } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { answersOn, dayOfMacros, pickMacro, ticketCalled } from './support/macros.ts';

const FIFTY = 50;

test('a macro run on fifty tickets without the helpdesk reaches each of them once', async ({ startConsole }) => {
  test.setTimeout(300_000);
  const subjects = Array.from({ length: FIFTY }, (_, index) => `Thank you letter ${index + 1}`);
  await dayOfMacros(startConsole, subjects, async ({ page, agent, desk }) => {
    await press(page, 'q');
    await page.keyboard.type('"Thank you letter"');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox').getByRole('option').first()).toHaveAttribute('aria-setsize', String(FIFTY));
    await desk.faults.stopListening();
    await press(page, '*', 'a');
    await expect(page.getByRole('toolbar', { name: 'For what is ticked' })).toContainText(`${FIFTY} ticked`);
    await pickMacro(page, 'praise');
    await expect(page.getByText(`Enter sends it on ${FIFTY} tickets.`, { exact: false })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText(`“Close as praise” is done on ${FIFTY} tickets`)).toBeVisible();
    await desk.faults.listen();
    await press(page, 'Shift+S');
    await agent.allSent(240_000);
    expect(subjects.map((subject) => answersOn(desk, subject).length)).toEqual(subjects.map(() => 1));
    expect(subjects.map((subject) => ticketCalled(desk, subject).status)).toEqual(subjects.map(() => 'solved'));
  });
});
