import { agentAt } from './support/agent.ts';
import { aTicketFor, connect, startDesk } from './support/desk.ts';
import { BROWSER_HOST, expect, OWN_DESK, test } from './support/fixtures.ts';

// Not in Electron, which notifies by the operating system.
test('a customer who answers my ticket is told of outside the page, and a colleague’s note is not', {
  tag: BROWSER_HOST,
}, async ({ startConsole, context }) => {
  await context.grantPermissions(['notifications']);
  const desk = await startDesk();
  try {
    const { page } = await startConsole(OWN_DESK);
    await connect(agentAt(page), desk);
    await agentAt(page).synced('Test desk');
    await page.evaluate(() => {
      const told: { title: string; body: string }[] = [];
      const Native = window.Notification;
      class Watched extends Native {
        constructor(title: string, options?: NotificationOptions) {
          super(title, options);
          told.push({ title, body: options?.body ?? '' });
          if (options?.body === 'Answered by the customer') Object.assign(window, { lastNotification: this });
        }
      }
      Object.assign(window, { Notification: Watched, told });
    });
    const unread = async (): Promise<number> => Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? '0');
    const mine = page.getByRole('button', { name: /^My tickets/ }).getByText(/^\d+ unread$/);
    const unreadOfMine = async (): Promise<number> => Number.parseInt((await mine.textContent()) ?? '', 10);
    const noted = aTicketFor(desk, 'Noted by a colleague');
    const answered = aTicketFor(desk, 'Answered by the customer');
    const asked = Date.now();
    await page.keyboard.press('Shift+S');
    // The console's own practice desk lives on, and may tell of its customers, too.
    const told = async (): Promise<readonly { readonly title: string; readonly body: string }[]> => {
      const all = await page.evaluate(() => (window as unknown as { told: { title: string; body: string }[] }).told);
      return all.filter(({ body }) => ['Noted by a colleague', 'Answered by the customer'].includes(body));
    };
    await expect.poll(async () => (await told()).length).toBe(2);
    // The badge follows what the list says, a little later.
    await expect.poll(async () => (await unread()) - (await unreadOfMine())).toBe(0);
    expect(await unread()).toBeGreaterThanOrEqual(2);

    // Helpdesks count seconds: what comes within two of the question is part of it.
    await expect.poll(() => Date.now() - asked, { timeout: 10_000 }).toBeGreaterThan(4_000);
    desk.act.colleagueNotes(noted, 'Only between us.');
    desk.act.customerReplies(answered, 'Yes, that one.');
    await page.keyboard.press('Shift+S');
    await expect.poll(async () => (await told()).length).toBe(3);
    expect((await told())[2]).toEqual({
      title: expect.stringMatching(/answered your ticket$/),
      body: 'Answered by the customer',
    });
    await page.evaluate(() =>
      (window as unknown as { lastNotification: Notification }).lastNotification.dispatchEvent(new Event('click')),
    );
    await expect(page.getByRole('heading', { name: 'Answered by the customer', exact: true })).toBeVisible();
  } finally {
    await desk.stop();
  }
});
