import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { agentAt } from './support/agent.ts';
import { aTicketFor, connect, startDesk } from './support/desk.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';
import { deadPort, startRewritingProxy, startUntrusted, startWebPage } from './support/rewriting-proxy.ts';

/** Fills the form of a Zendesk account and presses Save. */
async function tryAccount(
  page: Page,
  account: { readonly url: string; readonly email: string; readonly token: string },
): Promise<Locator> {
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Zendesk' }).press('Enter');
  await dialog.getByLabel('Sign in with').selectOption({ label: 'An API token' });
  await dialog.getByLabel('Address', { exact: true }).fill(account.url);
  await dialog.getByLabel('Email address', { exact: true }).fill(account.email);
  await dialog.getByLabel('API token', { exact: true }).fill(account.token);
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  return dialog;
}

const line = (page: Page): Locator => page.getByRole('contentinfo');

/** The page is told once; what it says stands beside the field that has the focus. */
async function saysBeside(dialog: Locator, field: string, sentences: readonly string[]): Promise<void> {
  const box = dialog.getByRole('alert');
  for (const sentence of sentences) await expect(box).toContainText(sentence, { timeout: 20_000 });
  await expect(dialog.getByLabel(field, { exact: true })).toBeFocused();
  await expect(dialog.getByLabel(field, { exact: true })).toHaveAccessibleDescription(new RegExp(sentences[0] ?? ''));
}

const SAFE = 'Nothing was saved or changed.';
const someone = { email: 'someone@example.org', token: 'no-token' } as const;

test('an address whose name nobody knows', async ({ startConsole }) => {
  const { page } = await startConsole(OWN_DESK);
  const dialog = await tryAccount(page, { url: 'https://no-such-helpdesk.invalid', ...someone });
  await saysBeside(dialog, 'Address', ['The helpdesk’s address cannot be found.', SAFE, 'Check the address']);
});

test('an address at which nothing listens', async ({ startConsole }) => {
  const { page } = await startConsole(OWN_DESK);
  const dialog = await tryAccount(page, { url: `http://127.0.0.1:${await deadPort()}`, ...someone });
  await saysBeside(dialog, 'Address', [
    'Nothing answers at the helpdesk’s address.',
    SAFE,
    'Check the address and its',
  ]);
});

for (const status of [200, 404])
  test(`an address with a web page that answers ${status}`, async ({ startConsole }) => {
    const { page } = await startConsole(OWN_DESK);
    const server = await startWebPage(status);
    try {
      const dialog = await tryAccount(page, { url: server.url, ...someone });
      await saysBeside(dialog, 'Address', [
        status === 200 ? 'does not speak this helpdesk’s language' : 'no helpdesk of this kind',
        SAFE,
        'the kind of helpdesk',
      ]);
    } finally {
      await server.stop();
    }
  });

test('a certificate that nobody has signed', async ({ startConsole }) => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-cert-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'];
  execFileSync('openssl', [...request, '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  const server = await startUntrusted({ key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') });
  try {
    const { page } = await startConsole(OWN_DESK);
    const dialog = await tryAccount(page, { url: server.url, ...someone });
    await saysBeside(dialog, 'Address', ['certificate is not one that this machine trusts', SAFE, 'Ask whoever runs']);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});

test('a wrong token', async ({ startConsole }) => {
  const desk = await startDesk();
  try {
    const { page } = await startConsole(OWN_DESK);
    const dialog = await tryAccount(page, { url: desk.url, email: desk.credentials.agent.email, token: 'mistyped' });
    await saysBeside(dialog, 'API token', ['does not accept this name with this password or token', SAFE, 'Type it']);
  } finally {
    await desk.stop();
  }
});

test('a token revoked while running is given again in the accounts dialog, and what waited is sent once', async ({
  startConsole,
}) => {
  const desk = await startDesk();
  try {
    const { page } = await startConsole(OWN_DESK);
    const agent = agentAt(page);
    await connect(agent, desk);
    aTicketFor(desk, 'Revoked meanwhile');
    await page.keyboard.press('Shift+S');
    await agent.open('Revoked meanwhile');
    const revoked = desk.faults.add({ path: '/api/v2/' }, { kind: 'status', status: 401 }, { times: 10_000 });
    await agent.reply('Written with a revoked token.');
    await expect(line(page)).toContainText('does not accept this account’s password or token any more', {
      timeout: 30_000,
    });
    await expect(line(page)).toContainText('unsent work are safe');
    await expect(line(page)).toContainText('edit this account and give a new password or token');
    await line(page)
      .getByRole('button', { name: /^Go to accounts/ })
      .press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Edit Test desk' }).press('Enter');
    await dialog.getByLabel('API token', { exact: true }).fill(desk.credentials.agent.apiToken);
    revoked.remove();
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(dialog.getByRole('heading', { name: 'Accounts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await agent.allSent();
    expect(desk.act.countMessages('Written with a revoked token.')).toBe(1);
    await expect(line(page)).not.toContainText('password or token any more');
  } finally {
    await desk.stop();
  }
});

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
