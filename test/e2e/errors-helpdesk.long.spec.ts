import type { Locator, Page } from '@playwright/test';
import { agentAt } from './support/agent.ts';
import { aTicketFor, connect, startDesk } from './support/desk.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';
import { startRewritingProxy } from './support/rewriting-proxy.ts';

const line = (page: Page): Locator => page.getByRole('contentinfo');

test('a helpdesk that is down at the start and while running is back without a click', async ({ startConsole }) => {
  test.setTimeout(120_000);
  const desk = await startDesk();
  try {
    const first = await startConsole({ ...OWN_DESK, keepPort: true });
    await connect(agentAt(first.page), desk);
    await agentAt(first.page).synced('Test desk');
    await desk.faults.stopListening();
    await expect(line(first.page)).toContainText('Nothing answers at the helpdesk’s address.', { timeout: 30_000 });
    await expect(line(first.page)).toContainText('Your tickets and unsent work are safe on this machine.');
    await expect(line(first.page)).toContainText('Nothing to press: Holdfast tries again by itself.');
    await expect(line(first.page)).toContainText(/Next try in \d+ (sec|min)/);
    await desk.faults.listen();
    await agentAt(first.page).synced('Test desk', 60_000);

    await desk.faults.stopListening();
    await first.stop();
    await first.page.close();
    const { page } = await startConsole({ ...OWN_DESK, profile: first.profile, keepPort: true });
    await expect(line(page)).toContainText('Nothing answers at the helpdesk’s address.', { timeout: 30_000 });
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await desk.faults.listen();
    await agentAt(page).synced('Test desk', 60_000);
  } finally {
    await desk.stop();
  }
});

test('429 is shown with its time, and the time is kept', async ({ startConsole }) => {
  const desk = await startDesk();
  const proxy = await startRewritingProxy(desk.url, (text) => text);
  try {
    const { page } = await startConsole(OWN_DESK);
    const agent = agentAt(page);
    await connect(agent, { ...desk, url: proxy.url });
    await agent.synced('Test desk');
    const limited = desk.faults.add({ path: '/api/v2/' }, { kind: 'status', status: 429, retryAfterS: 12 });
    await limited.struck();
    const from = Date.now();
    await expect(line(page)).toContainText('The helpdesk asks us to slow down.');
    await expect(line(page)).toContainText('Your tickets and unsent work are safe on this machine.');
    await expect(line(page)).toContainText('Nothing to press: Holdfast goes on');
    await expect(line(page)).toContainText(/Next try in \d+ sec/);
    const asked = (): readonly number[] => proxy.askedAt().filter((at) => at > from + 200);
    await expect.poll(() => asked().length, { timeout: 40_000 }).toBeGreaterThan(0);
    expect(Math.min(...asked()) - from).toBeGreaterThan(11_000);
    await agent.synced('Test desk', 60_000);
  } finally {
    await proxy.stop();
    await desk.stop();
  }
});

test('a record that does not parse is kept aside and counted; the rest goes on', async ({ startConsole }) => {
  const desk = await startDesk();
  const bad = aTicketFor(desk, 'Cannot be read');
  aTicketFor(desk, 'Stands beside it');
  const proxy = await startRewritingProxy(desk.url, (text) =>
    text.replaceAll(/"(raw_)?subject":\s*"Cannot be read"/g, '"$1subject": 17'),
  );
  try {
    const { page } = await startConsole(OWN_DESK);
    const agent = agentAt(page);
    await connect(agent, { ...desk, url: proxy.url });
    await agent.synced('Test desk');
    await expect(line(page)).toContainText('1 record from the helpdesk could not be read. It is kept aside');
    await agent.open('Stands beside it');
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill(`#${bad}`);
    await expect(page.getByRole('option', { name: 'Cannot be read' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await expect(page.getByRole('dialog')).toContainText('1 record could not be read and is kept aside.');
  } finally {
    await proxy.stop();
    await desk.stop();
  }
});

test('an answer that is no JSON is told, and sync goes on by itself', async ({ startConsole }) => {
  const desk = await startDesk();
  try {
    const { page } = await startConsole(OWN_DESK);
    const agent = agentAt(page);
    await connect(agent, desk);
    await agent.synced('Test desk');
    const nonsense = desk.faults.add({ path: '/api/v2/' }, { kind: 'nonsenseJson' }, { times: 10_000 });
    await expect(line(page)).toContainText('does not speak this helpdesk’s language', { timeout: 30_000 });
    await expect(line(page)).toContainText('Your tickets and unsent work are safe on this machine.');
    await expect(line(page)).toContainText('Nothing to press');
    nonsense.remove();
    await agent.synced('Test desk', 60_000);
  } finally {
    await desk.stop();
  }
});
