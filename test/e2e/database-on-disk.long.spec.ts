import type { Locator, Page } from '@playwright/test';
import { USERS } from '../support/request-tracker/rig.ts';
import { agentAt, seesMessage } from './support/agent.ts';
import { aTicketFor, connect, startDesk } from './support/desk.ts';
import { expect, OWN_DESK } from './support/fixtures.ts';
import { BACK_ENDS, type BackEnd, test } from './support/on-disk.ts';
import { journeyOnPracticeDesk } from './support/practice-desk-journey.ts';
import { journeyOnRequestTracker } from './support/request-tracker-journey.ts';

/** A full disk reaches the page as `QuotaExceededError` from one back end and as a closed database from the other. */
const READ_ONLY = /What was accepted so far is safe|Your unsent work is safe/;

const line = (page: Page): Locator => page.getByRole('contentinfo');

for (const backEnd of Object.keys(BACK_ENDS) as readonly BackEnd[])
  test.describe(`IndexedDB in ${backEnd}`, () => {
    test.use({ backEnd });

    test('work done without the practice desk reaches it once', async ({ startConsole }) => {
      await journeyOnPracticeDesk(startConsole, 'agent');
    });

    test('work done without Request Tracker reaches it once', async ({ startConsole }) => {
      await journeyOnRequestTracker(startConsole, USERS.maria, { tickets: 200, articles: 10 });
    });

    test.describe('on a tiny disk', () => {
      test.use({ diskMegabytes: 96 });

      test('full, it takes no words and says so, and goes on by itself once there is room', async ({
        startConsole,
        smallDisk,
      }) => {
        const desk = await startDesk();
        // Again and again: what the browser throws away in its need must not be room.
        const filling = { timer: null as NodeJS.Timeout | null };
        try {
          const { page } = await startConsole(OWN_DESK);
          const agent = agentAt(page);
          await connect(agent, desk);
          await agent.synced('Test desk');
          aTicketFor(desk, 'No room');
          await page.keyboard.press('Shift+S');
          await agent.open('No room');
          await seesMessage(page, 'Can you help me?');
          filling.timer = setInterval(() => smallDisk?.fill(), 100);
          await expect(async () => {
            // The last block of a file has some room left.
            aTicketFor(desk, 'One too many', 'Words. '.repeat(2_000));
            await page.keyboard.press('Shift+S');
            await expect(line(page)).toContainText(READ_ONLY, { timeout: 2_000 });
          }).toPass({ timeout: 60_000 });
          await page.keyboard.press('r');
          const box = page.getByRole('textbox', { name: 'Your reply' });
          await box.fill('Words without room.');
          await page.keyboard.press('Control+Enter');
          await expect(page.getByText(/^Not sent: /)).toBeVisible();
          await expect(box).toHaveValue('Words without room.');
          // What was there goes on being read.
          await seesMessage(page, 'Can you help me?');
          clearInterval(filling.timer);
          smallDisk?.free();
          await expect(line(page)).not.toContainText(READ_ONLY, { timeout: 60_000 });
          await box.press('Control+Enter');
          await seesMessage(page, 'Words without room.');
          await expect.poll(() => desk.act.countMessages('Words without room.'), { timeout: 30_000 }).toBe(1);
          await agent.allSent();
        } finally {
          if (filling.timer !== null) clearInterval(filling.timer);
          await desk.stop();
        }
      });
    });
  });
