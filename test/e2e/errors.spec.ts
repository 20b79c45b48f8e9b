import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { startDesk } from './support/desk.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';
import { giveTokenAgain, replyWithRevokedToken } from './support/revoked-token.ts';
import { deadPort, startUntrusted, startWebPage } from './support/rewriting-proxy.ts';

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
    const { page, agent, revoked } = await replyWithRevokedToken(startConsole, desk, 'Written with a revoked token.');
    await expect(line(page)).toContainText('does not accept this account’s password or token any more', {
      timeout: 30_000,
    });
    await expect(line(page)).toContainText('unsent work are safe');
    await expect(line(page)).toContainText('edit this account and give a new password or token');
    revoked.remove();
    await giveTokenAgain(page, desk);
    await agent.allSent();
    expect(desk.act.countMessages('Written with a revoked token.')).toBe(1);
    await expect(line(page)).not.toContainText('password or token any more');
  } finally {
    await desk.stop();
  }
});
