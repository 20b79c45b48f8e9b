import type { Page } from '@playwright/test';
import { press } from './support/accessibility.ts';
import { dayAtDesk, ticketCalled } from './support/day.ts';
import { expect, test } from './support/fixtures.ts';
import { answersOn, pickMacro } from './support/macros.ts';

const FIFTY = 50;

/** How many of the letters' conversations are in the cache. */
const conversationsHere = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('holdfast-zendesk'))?.name;
    if (name === undefined) return 0;
    const database = await asked(indexedDB.open(name));
    const rows: { ticket: { subject: string }; conversationVersion: string | null }[] = await asked(
      database.transaction('tickets').objectStore('tickets').getAll(),
    );
    database.close();
    return rows.filter((row) => row.ticket.subject.startsWith('Thank you letter') && row.conversationVersion !== null)
      .length;
  });

test('a macro run on fifty tickets without the helpdesk reaches each of them once', async ({ startConsole }) => {
  test.setTimeout(300_000);
  const subjects = Array.from({ length: FIFTY }, (_, index) => `Thank you letter ${index + 1}`);
  await dayAtDesk(startConsole, subjects, async ({ page, agent, desk }) => {
    await press(page, 'q');
    await page.keyboard.type('"Thank you letter"');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox').getByRole('option').first()).toHaveAttribute('aria-setsize', String(FIFTY));
    // What the agent has not got in front of them would be held.
    await expect.poll(() => conversationsHere(page), { timeout: 120_000 }).toBe(FIFTY);
    await desk.faults.stopListening();
    await press(page, '*', 'a');
    await expect(page.getByRole('toolbar', { name: 'For what is ticked' })).toContainText(`${FIFTY} ticked`);
    await pickMacro(page, 'praise');
    await expect(page.getByText(`Enter sends it on ${FIFTY} tickets.`, { exact: false })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('contentinfo')).toContainText(`“Close as praise” is done on ${FIFTY} tickets`);
    await desk.faults.listen();
    await press(page, 'Shift+S');
    await agent.allSent(240_000);
    expect(subjects.map((subject) => answersOn(desk, subject).length)).toEqual(subjects.map(() => 1));
    expect(subjects.map((subject) => ticketCalled(desk, subject).status)).toEqual(subjects.map(() => 'solved'));
  });
});
