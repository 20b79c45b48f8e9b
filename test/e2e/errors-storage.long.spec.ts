import type { Locator, Page } from '@playwright/test';
import { agentAt, seesMessage } from './support/agent.ts';
import { aTicketFor, connect, startDesk } from './support/desk.ts';
import { BROWSER_HOST, expect, OWN_DESK, test } from './support/fixtures.ts';
import { needs } from './support/needs.ts';
import { mountSmallDisk, noSmallDisk } from './support/small-disk.ts';

const line = (page: Page): Locator => page.getByRole('contentinfo');
const replyBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Your reply' });

test('a database that a newer program has used is left alone, and said to be; unsent words are still shown', async ({
  startConsole,
}) => {
  test.setTimeout(180_000);
  const desk = await startDesk();
  try {
    const { page } = await startConsole({ ...OWN_DESK, practice: true });
    const agent = agentAt(page);
    await connect(agent, desk);
    await agent.synced('Test desk');
    aTicketFor(desk, 'Before the newer one');
    await page.keyboard.press('Shift+S');
    await agent.open('Before the newer one');
    await desk.faults.stopListening();
    await agent.reply('Words under a newer store.');
    await page.evaluate(async () => {
      const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
      const name = names.find((one) => one.startsWith('holdfast-zendesk')) ?? '';
      await new Promise<void>((done, fail) => {
        const asked = indexedDB.open(name, 9_990);
        asked.onsuccess = () => {
          asked.result.close();
          done();
        };
        asked.onerror = () => fail(asked.error);
      });
    });
    const told = async (): Promise<void> => {
      await expect(line(page)).toContainText('A newer Holdfast has used this ticket store.', { timeout: 20_000 });
      await expect(line(page)).toContainText('Everything in it is safe');
      await expect(line(page)).toContainText('Install the newer Holdfast.');
    };
    await told();
    await page.reload();
    await told();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await expect(page.getByRole('main')).toContainText('Words under a newer store.');
    // The rest of the program is not harmed.
    await expect(line(page)).toContainText('Practice desk');
  } finally {
    await desk.stop();
  }
});

// Not in Electron: the window’s database lies on the same disk there.
test('a full disk under the program: words stay in the composer, and it heals without a restart', {
  tag: BROWSER_HOST,
}, async ({ startConsole }) => {
  needs('A disk of a few megabytes', noSmallDisk());
  test.setTimeout(180_000);
  const desk = await startDesk();
  const disk = mountSmallDisk(24);
  try {
    const { page, stop } = await startConsole({ ...OWN_DESK, profile: disk.folder });
    const agent = agentAt(page);
    await connect(agent, desk);
    await agent.synced('Test desk');
    await agent.synced('Practice desk');
    aTicketFor(desk, 'No room');
    await page.keyboard.press('Shift+S');
    await agent.open('No room');
    disk.fill();
    await page.keyboard.press('r');
    await replyBox(page).fill('Words without room.');
    await expect(
      page.getByRole('alert').filter({ hasText: 'Not saved: the disk is full. These words are only in this' }),
    ).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Not sent: the disk is full. Your words are still here')).toBeVisible();
    await expect(replyBox(page)).toHaveValue('Words without room.');
    await expect(line(page)).toContainText('The journal cannot be written.');
    await expect(line(page)).toContainText('What was accepted before is safe.');
    await expect(line(page)).toContainText('without a restart');
    disk.free();
    await page.keyboard.press('Control+Enter');
    await agent.allSent();
    await seesMessage(page, 'Words without room.');
    await expect(line(page)).not.toContainText('The journal cannot be written.');
    expect(await stop()).toBe(0);
  } finally {
    disk.stop();
    await desk.stop();
  }
});
