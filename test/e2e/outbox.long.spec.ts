import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { expectAccessible, press } from './support/accessibility.ts';
import { type Agent, agentAt, seesMessage } from './support/agent.ts';
import { aTicketFor, connect, startDesk } from './support/desk.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';
import { mountSmallDisk, noSmallDisk } from './support/small-disk.ts';

const PICTURES = process.env.HOLDFAST_PICTURES;
const replyBox = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });

/** Pictures for a person to look at, in the folder that HOLDFAST_PICTURES names; none otherwise. */
async function picture(page: Page, name: string, ...keys: readonly string[]): Promise<void> {
  if (PICTURES === undefined) return;
  const before = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1440, 900],
      [1024, 700],
      [700, 900],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await press(page, ...keys);
      await page.screenshot({ path: join(PICTURES, `${name}-${width}-${colorScheme}.png`) });
    }
  if (before) await page.setViewportSize(before);
}

/** A reply is written while the customer writes too, and comes to the helpdesk after that. */
async function holdReply(page: Page, agent: Agent, desk: PracticeDesk, ticketId: number, words: string): Promise<void> {
  await desk.faults.stopListening();
  await agent.reply(words);
  desk.act.customerReplies(ticketId, 'Never mind, I have found it.');
  await desk.faults.listen();
  await press(page, 'Shift+S');
  await expect(page.getByRole('alert')).toContainText('Not sent: somebody wrote after you did.', { timeout: 30_000 });
}

const isPublic = (desk: PracticeDesk, ticketId: number, words: string): readonly boolean[] =>
  desk.act
    .history(ticketId)
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'Comment' && event.body.trim() === words ? [event.public] : []));

test('held, turned into a note, discarded, recovered and undone by keys alone', async ({ startConsole }) => {
  test.setTimeout(180_000);
  const desk = await startDesk();
  const disk = PICTURES !== undefined && noSmallDisk() === null ? mountSmallDisk(24) : null;
  try {
    const { page } = await startConsole({ ...OWN_DESK, ...(disk ? { profile: disk.folder } : {}) });
    const agent = agentAt(page);
    await connect(agent, desk);
    await agent.synced('Test desk');
    const overtaken = aTicketFor(desk, 'Overtaken');
    const again = aTicketFor(desk, 'Overtaken again');
    const refused = aTicketFor(desk, 'Refused');
    await press(page, 'Shift+S');

    // Shown beside what is new, and made a note.
    await agent.open('Overtaken');
    await holdReply(page, agent, desk, overtaken, 'It is still on its way.');
    await expect(page.getByRole('region', { name: 'Came since you wrote this' })).toContainText('I have found it.');
    await expectAccessible(page, 'ticket with a held reply');
    await picture(page, 'held-in-ticket');
    await press(page, 'Shift+N');
    await expect(page.getByText('It is an internal note now.')).toBeVisible();
    await agent.allSent();
    expect(isPublic(desk, overtaken, 'It is still on its way.')).toEqual([false]);

    // Discarded, recovered, and sent now that the agent has read on.
    await agent.open('Overtaken again');
    await holdReply(page, agent, desk, again, 'Shall I look for it?');
    await press(page, 'Delete');
    await expect(page.getByText('The words stay among the discarded drafts')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await press(page, 'g', 'x');
    await expect(page.getByRole('main')).toContainText('Shall I look for it?');
    await expectAccessible(page, 'discarded');
    await picture(page, 'discarded', 'g', 'x');
    await press(page, 'Enter');
    await expect(replyBox(page)).toHaveValue('Shall I look for it?');
    await expect(replyBox(page)).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(replyBox(page)).toHaveCount(0);
    await agent.allSent();
    expect(isPublic(desk, again, 'Shall I look for it?')).toEqual([true]);
    await press(page, 'g', 'x');
    await expect(page.getByText('Nothing was discarded.')).toBeVisible();

    // Undone, discarded as a draft, and recovered after that too.
    await press(page, 'g', 'i');
    await agent.open('Refused');
    await agent.reply('Not like this.');
    await press(page, 'z');
    await expect(replyBox(page)).toHaveValue('Not like this.');
    await replyBox(page).press('Escape');
    await press(page, 'g', 'd');
    await expect(page.getByRole('main')).toContainText('Not like this.');
    await press(page, 'Delete');
    await expect(page.getByText('No drafts.')).toBeVisible();
    await press(page, 'g', 'x');
    await expect(page.getByRole('main')).toContainText('Not like this.');
    await press(page, 'Enter');
    await expect(replyBox(page)).toHaveValue('Not like this.');

    // Everything that an entry may be, in one list.
    desk.faults.add({ method: 'PUT', path: `/api/v2/tickets/${refused}` }, { kind: 'status', status: 422 });
    await page.keyboard.press('Control+Enter');
    await seesMessage(page, 'Not like this.');
    await expect(page.getByRole('alert')).toContainText('The helpdesk refused this.', { timeout: 30_000 });
    await agent.open('Overtaken again');
    await holdReply(page, agent, desk, again, 'One more thing.');
    await press(page, 'g', 'o');
    const outbox = page.getByRole('main');
    await expect(outbox).toContainText('Held for you');
    await expect(outbox).toContainText('Refused');
    await agent.open('Overtaken');
    desk.faults.add({ method: 'PUT', path: `/api/v2/tickets/${overtaken}` }, { kind: 'latency', ms: 60_000 });
    await agent.reply('This one takes its time.');
    await press(page, 'g', 'o');
    await expect(outbox.getByText('Sending', { exact: true })).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page, 'outbox with sending, held and refused');
    await picture(page, 'outbox-sending', 'g', 'o');
    await desk.faults.stopListening();
    desk.faults.clear();
    await expect(outbox.getByText('Not known to have arrived')).toBeVisible({ timeout: 20_000 });
    await agent.open('Overtaken');
    await agent.note('And a note that waits.');
    await press(page, 'g', 'o');
    await expect(outbox.getByText('Waiting', { exact: true })).toBeVisible();
    await picture(page, 'outbox-unknown', 'g', 'o');
    expect(isPublic(desk, refused, 'Not like this.')).toEqual([]);
    if (disk === null) return;
    disk.fill();
    await agent.open('Overtaken');
    await press(page, 'r');
    // More than fits into what is left of the journal's last block.
    await replyBox(page).fill('Words without room. '.repeat(400));
    await expect(page.getByRole('alert').filter({ hasText: 'the disk is full' })).toBeVisible();
    await picture(page, 'read-only');
  } finally {
    disk?.stop();
    await desk.stop();
  }
});
