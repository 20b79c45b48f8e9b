import type { Page } from '@playwright/test';
import { USERS } from '../support/request-tracker/rig.ts';
import { type Agent, agentAt } from './support/agent.ts';
import { connect, startDesk } from './support/desk.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';
import { ownRequestTracker } from './support/needs.ts';

/** Adds the account and tells how long the first rows and the whole first sync took. */
async function measure(
  page: Page,
  what: { readonly name: string; readonly label: string; readonly connect: (agent: Agent) => Promise<void> },
): Promise<void> {
  const agent = agentAt(page);
  await what.connect(agent);
  const began = Date.now();
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 60_000 });
  const firstRowsMs = Date.now() - began;
  await agent.synced(what.label, 600_000);
  const seconds = (Date.now() - began) / 1000;
  await page.getByRole('button', { name: /^All tickets/ }).press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  // The count comes with the rows, a moment after the name of the view.
  await expect(heading.locator('..')).toContainText(/\d/);
  const tickets = Number((await heading.locator('..').innerText()).replace(/\D/g, ''));
  expect(tickets).toBeGreaterThan(0);
  // The figures are what this is for.
  console.log(
    `${what.name}: ${tickets} tickets in ${seconds.toFixed(1)} s, ` +
      `${(tickets / seconds).toFixed(0)} a second; first rows ${firstRowsMs} ms after the dialog closed`,
  );
}

test('first sync of 1,000 tickets and 50 articles from Request Tracker', async ({ startConsole }) => {
  const rt = await ownRequestTracker({ tickets: 1_000, articles: 50 });
  try {
    const { page } = await startConsole(OWN_DESK);
    await measure(page, {
      name: 'Request Tracker',
      label: 'Tracker',
      connect: (agent) =>
        agent.addAccount(
          'Request Tracker',
          { 'Sign in with': 'Name and password' },
          { Address: rt.url, 'User name': USERS.anh.name, Password: USERS.anh.password, Name: 'Tracker' },
        ),
    });
  } finally {
    await rt.dispose();
  }
});

for (const as of ['agent', 'administrator'] as const)
  test(`first sync of 1,000 tickets from Zendesk’s API on the practice desk, as ${as}`, async ({ startConsole }) => {
    const desk = await startDesk(1_000);
    try {
      const { page } = await startConsole(OWN_DESK);
      await measure(page, {
        name: `Zendesk as ${as}`,
        label: 'Test desk',
        connect: (agent) => connect(agent, desk, as),
      });
    } finally {
      await desk.stop();
    }
  });
