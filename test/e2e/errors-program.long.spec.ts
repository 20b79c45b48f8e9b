import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { agentAt, seesMessage } from './support/agent.ts';
import { aTicketFor, connect, startDesk } from './support/desk.ts';
import { BROWSER_HOST, expect, OWN_DESK, test } from './support/fixtures.ts';
import { giveTokenAgain } from './support/revoked-token.ts';

const line = (page: Page): Locator => page.getByRole('contentinfo');
const replyBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Your reply' });

/** The account that the test added, as main names its folder. */
const accountOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    return names.find((name) => name.startsWith('holdfast-zendesk'))?.slice('holdfast-'.length) ?? '';
  });

// Not in Electron: it has one window, and a second start comes to its front.
test('of two windows one works; the other says so and can take over', { tag: BROWSER_HOST }, async ({
  startConsole,
  context,
}) => {
  test.setTimeout(180_000);
  const desk = await startDesk();
  try {
    const { page } = await startConsole(OWN_DESK);
    await connect(agentAt(page), desk);
    await agentAt(page).synced('Test desk');
    aTicketFor(desk, 'Opened twice');
    await page.keyboard.press('Shift+S');
    await agentAt(page).open('Opened twice');

    const second = await context.newPage();
    await second.goto(page.url());
    await expect(line(second)).toContainText('Another Holdfast window is in charge. This one has stopped', {
      timeout: 20_000,
    });
    await line(second).getByRole('button', { name: 'Use this window' }).press('Enter');
    await agentAt(second).synced('Test desk');
    await expect(line(page)).toContainText('Another Holdfast window is in charge. This one has stopped', {
      timeout: 20_000,
    });
    await agentAt(second).open('Opened twice');
    await agentAt(second).reply('Written in the second window.');
    await agentAt(second).allSent();

    // The first one takes the store back and knows what happened meanwhile.
    await line(page).getByRole('button', { name: 'Use this window' }).press('Enter');
    await agentAt(page).synced('Test desk');
    await seesMessage(page, 'Written in the second window.');
    await expect(line(second)).toContainText('Another Holdfast window is in charge.', { timeout: 20_000 });
    await expect.poll(() => desk.act.countMessages('Written in the second window.'), { timeout: 30_000 }).toBe(1);
  } finally {
    await desk.stop();
  }
});

// Not in Electron: the window ends with its program there.
test('a window whose program has gone says so, keeps what is typed, and goes on when it is back', {
  tag: BROWSER_HOST,
}, async ({ startConsole }) => {
  test.setTimeout(180_000);
  const desk = await startDesk();
  try {
    const first = await startConsole({ ...OWN_DESK, keepPort: true });
    const { page } = first;
    const agent = agentAt(page);
    await connect(agent, desk);
    aTicketFor(desk, 'Left alone');
    await page.keyboard.press('Shift+S');
    await agent.open('Left alone');
    await first.kill();
    await expect(line(page)).toContainText('Connecting to Holdfast’s own service. Everything you see is from this');
    await page.keyboard.press('r');
    await replyBox(page).fill('Typed while nobody listened.');
    await expect(page.getByRole('alert').filter({ hasText: 'Holdfast’s own service cannot be reached' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(
      page.getByText('Not sent: Holdfast’s own service cannot be reached. Your words are still'),
    ).toBeVisible();
    await expect(replyBox(page)).toHaveValue('Typed while nobody listened.');

    const second = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
    // The new console's own page is the second window here; the first is what the agent looks at.
    await second.page.close();
    const takeOver = line(page).getByRole('button', { name: 'Use this window' });
    // It may be told at any time that the other one, which is gone again, is in charge.
    await expect(async () => {
      if (await takeOver.isVisible()) await takeOver.press('Enter');
      await agent.synced('Test desk', 5_000);
    }).toPass({ timeout: 90_000 });
    await expect(replyBox(page)).toHaveValue('Typed while nobody listened.');
    await page.reload();
    await agent.synced('Test desk');
    await agent.open('Left alone');
    await page.keyboard.press('r');
    await expect(replyBox(page)).toHaveValue('Typed while nobody listened.');
    await page.keyboard.press('Control+Enter');
    await agent.allSent();
    await expect.poll(() => desk.act.countMessages('Typed while nobody listened.'), { timeout: 30_000 }).toBe(1);
  } finally {
    await desk.stop();
  }
});

// Not in Electron, which speaks to no terminal.
test('unsent work at Ctrl-C is named in the terminal, and sent by the next start', { tag: BROWSER_HOST }, async ({
  startConsole,
}) => {
  test.setTimeout(180_000);
  const desk = await startDesk();
  try {
    const first = await startConsole({ ...OWN_DESK, keepPort: true });
    const agent = agentAt(first.page);
    await connect(agent, desk);
    aTicketFor(desk, 'Not sent yet');
    await first.page.keyboard.press('Shift+S');
    await agent.open('Not sent yet');
    await desk.faults.stopListening();
    await agent.reply('Sent by the next start.');
    expect(await first.stop()).toBe(0);
    expect(first.output()).toContain('1 answer or change has not been sent. It is safe in this profile');
    await first.page.close();
    await desk.faults.listen();
    const again = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
    await agentAt(again.page).allSent();
    await expect.poll(() => desk.act.countMessages('Sent by the next start.'), { timeout: 30_000 }).toBe(1);
    expect(await again.stop()).toBe(0);
    expect(again.output()).not.toContain('not been sent');
  } finally {
    await desk.stop();
  }
});

test('a journal with a damaged tail is cut and told of; what stands before it is sent', async ({ startConsole }) => {
  test.setTimeout(180_000);
  const desk = await startDesk();
  try {
    const first = await startConsole({ ...OWN_DESK, keepPort: true });
    const agent = agentAt(first.page);
    await connect(agent, desk);
    aTicketFor(desk, 'Torn');
    await first.page.keyboard.press('Shift+S');
    await agent.open('Torn');
    await desk.faults.stopListening();
    await agent.reply('Before the tear.');
    const account = await accountOf(first.page);
    await first.kill();
    await first.page.close();
    appendFileSync(join(first.profile, 'accounts', account, 'journal.log'), '3f9a {"type":"put","entry":{"id":"01');
    await desk.faults.listen();
    const { page } = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
    await expect(line(page)).toContainText('The last lines of the journal were damaged and had to be cut off.');
    await expect(line(page)).toContainText('Everything before them is safe.');
    await expect(line(page)).toContainText('Check the outbox and the drafts for what you wrote last.');
    await agentAt(page).allSent();
    await expect.poll(() => desk.act.countMessages('Before the tear.'), { timeout: 30_000 }).toBe(1);
  } finally {
    await desk.stop();
  }
});

test('removing an account names what goes, and takes all of it', async ({ startConsole }) => {
  test.setTimeout(180_000);
  const desk = await startDesk();
  try {
    const { page, profile } = await startConsole(OWN_DESK);
    const agent = agentAt(page);
    await connect(agent, desk);
    aTicketFor(desk, 'To be removed');
    await page.keyboard.press('Shift+S');
    await agent.open('To be removed');
    await seesMessage(page, 'Can you help me?');
    await desk.faults.stopListening();
    await agent.note('Never sent.');
    await page.keyboard.press('r');
    await replyBox(page).fill('Half an answer');
    await expect(page.getByText('Draft saved')).toBeVisible();
    const account = await accountOf(page);
    expect(existsSync(join(profile, 'accounts', account))).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Remove Test desk' }).press('Enter');
    await expect(dialog).toContainText('1 action that has not been sent');
    await expect(dialog).toContainText('1 draft');
    await expect(dialog).toContainText(/\d+ read marks?/);
    await expect(dialog).toContainText('There is no way back for what has not been sent.');
    await dialog.getByRole('button', { name: 'Remove Test desk' }).press('Enter');
    await expect(dialog.getByRole('heading', { name: 'Accounts' })).toBeVisible();
    await expect.poll(() => accountOf(page)).toBe('');
    expect(existsSync(join(profile, 'accounts', account))).toBe(false);
    await expect(line(page)).not.toContainText('Test desk');
  } finally {
    await desk.stop();
  }
});

// Not in Electron: where the system has a key of its own, they are kept there.
test('secrets that are kept for this run only are said to be, and asked for at the next start', {
  tag: BROWSER_HOST,
}, async ({ startConsole }) => {
  test.setTimeout(180_000);
  const desk = await startDesk();
  try {
    const first = await startConsole({ keepPort: true });
    await connect(agentAt(first.page), desk);
    await expect(line(first.page)).toContainText('Passwords are kept for this run only');
    await agentAt(first.page).synced('Test desk');
    await first.stop();
    await first.page.close();
    const { page } = await startConsole({ profile: first.profile, keepPort: true });
    await expect(line(page)).toContainText('password or token was kept for the last run only');
    await expect(line(page)).toContainText('Your tickets and unsent work are safe on this machine.');
    await expect(line(page)).toContainText('Open Accounts');
    await giveTokenAgain(page, desk);
    await agentAt(page).synced('Test desk');
  } finally {
    await desk.stop();
  }
});
