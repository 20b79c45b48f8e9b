import type { Page } from '@playwright/test';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { agentAt } from './agent.ts';
import { aTicketFor, connect } from './desk.ts';
import { expect, OWN_DESK, type StartConsole } from './fixtures.ts';

/** Writes a reply at a helpdesk that has meanwhile revoked the agent's token; `revoked.remove()` makes the token good again. */
export async function replyWithRevokedToken(startConsole: StartConsole, desk: PracticeDesk, words: string) {
  const { page } = await startConsole(OWN_DESK);
  const agent = agentAt(page);
  await connect(agent, desk);
  aTicketFor(desk, 'Revoked meanwhile');
  await page.keyboard.press('Shift+S');
  await agent.open('Revoked meanwhile');
  const revoked = desk.faults.add({ path: '/api/v2/' }, { kind: 'status', status: 401 }, { times: 10_000 });
  await agent.reply(words);
  return { page, agent, revoked };
}

/** Follows the status line to the accounts and gives the token of the test's own helpdesk. */
export async function giveTokenAgain(page: Page, desk: PracticeDesk): Promise<void> {
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /^Go to accounts/ })
    .press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Edit Test desk' }).press('Enter');
  await dialog.getByLabel('API token', { exact: true }).fill(desk.credentials.agent.apiToken);
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Accounts' })).toBeVisible();
  await page.keyboard.press('Escape');
}
