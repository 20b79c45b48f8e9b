import { expect, type Page } from '@playwright/test';

/** Waits for words in a message of the open conversation. Messages are painted in frames of their own. */
export async function seesMessage(page: Page, words: string, limitMs = 10_000): Promise<void> {
  await expect(async () => {
    // A text field holds its words as text too, before they are sent.
    const shown = await Promise.all(
      page.frames().map((frame) => frame.locator(':not(textarea)').getByText(words).count()),
    );
    expect(
      shown.some((count) => count > 0),
      `a message with “${words}”`,
    ).toBe(true);
  }).toPass({ timeout: limitMs });
}

/** An agent at the console, with the keyboard only. */
export type Agent = {
  /** Adds an account in the accounts dialog and waits until the dialog lists it. `choices` are picked before fields are filled. */
  addAccount(
    helpdesk: string,
    choices: Readonly<Record<string, string>>,
    fields: Readonly<Record<string, string>>,
  ): Promise<void>;
  /** Finds a ticket by what is typed after `/`, opens it and waits for its conversation. */
  open(text: string): Promise<void>;
  reply(words: string, options?: { readonly solve?: boolean }): Promise<void>;
  note(words: string): Promise<void>;
  /** Runs one of the small choosers: its key, then what is typed into it. */
  pick(key: 's' | 'p' | 'a' | 'v' | 't', text: string): Promise<void>;
  create(ticket: { readonly requester: string; readonly subject: string; readonly words: string }): Promise<void>;
  /** Resolves once nothing waits in the outbox. */
  allSent(limitMs?: number): Promise<void>;
  /** Resolves once an account is online and has been read to its end. */
  synced(account: string, limitMs?: number): Promise<void>;
};

export function agentAt(page: Page): Agent {
  const toList = async (): Promise<void> => {
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page
      .locator('body')
      .evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  };
  const write = async (
    key: 'r' | 'n',
    field: string,
    words: string,
    send: 'Control+Enter' | 'Control+Shift+Enter',
  ): Promise<void> => {
    await toList();
    await page.keyboard.press(key);
    const composer = page.getByRole('textbox', { name: field });
    await expect(composer).toBeFocused();
    await composer.fill(words);
    await page.keyboard.press(send);
    // It closes once the words are accepted: journalled and kept.
    await expect(composer).toHaveCount(0);
    // A ticket that was solved by it is left for the next one.
    if (send === 'Control+Enter') await seesMessage(page, words);
  };
  return {
    async addAccount(helpdesk, choices, fields) {
      await toList();
      await page.keyboard.press('g');
      await page.keyboard.press('a');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: helpdesk }).press('Enter');
      for (const [name, value] of Object.entries(choices)) await dialog.getByLabel(name).selectOption({ label: value });
      for (const [name, value] of Object.entries(fields)) await dialog.getByLabel(name, { exact: true }).fill(value);
      await dialog.getByRole('button', { name: 'Save' }).press('Enter');
      await expect(dialog.getByRole('heading', { name: 'Accounts' })).toBeVisible({ timeout: 30_000 });
      await page.keyboard.press('Escape');
    },
    async open(text) {
      await toList();
      await page.keyboard.press('/');
      const box = page.getByRole('dialog').getByRole('combobox');
      await box.fill(text);
      // Others may hold the same words: go down to the one that is called so.
      const wanted = page
        .getByRole('option')
        .filter({ has: page.getByText(text, { exact: true }) })
        .first();
      await expect(wanted).toBeVisible();
      await expect(async () => {
        if ((await wanted.getAttribute('data-highlighted')) === null) await page.keyboard.press('ArrowDown');
        await expect(wanted).toHaveAttribute('data-highlighted', '', { timeout: 100 });
      }).toPass({ intervals: [0] });
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: text, exact: true })).toBeVisible();
      // What is written before the conversation is there to read would be held.
      await expect(page.getByRole('article').first()).toBeVisible({ timeout: 30_000 });
    },
    reply: (words, { solve = false } = {}) =>
      write('r', 'Your reply', words, solve ? 'Control+Shift+Enter' : 'Control+Enter'),
    note: (words) => write('n', 'Your internal note', words, 'Control+Enter'),
    async pick(key, text) {
      await toList();
      await page.keyboard.press(key);
      const box = page.getByRole('dialog').getByRole('combobox');
      await expect(box).toBeFocused();
      await box.fill(text);
      await expect(page.getByRole('option', { name: text }).first()).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(box).toHaveCount(0);
    },
    async create({ requester, subject, words }) {
      await toList();
      await page.keyboard.press('c');
      const box = page.getByRole('combobox', { name: 'Requester' });
      await box.fill(requester);
      await expect(box).toHaveAttribute('aria-controls', /./);
      // Rows of the list behind are options as well.
      const found = page.locator(`[id="${await box.getAttribute('aria-controls')}"]`).getByRole('option');
      await expect(found.first()).toContainText(requester);
      await page.keyboard.press('Enter');
      await page.getByLabel('Subject').fill(subject);
      await page.getByRole('textbox', { name: 'Message' }).fill(words);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('heading', { name: subject })).toBeVisible();
    },
    allSent: (limitMs = 90_000) => expect(page.getByText('All sent')).toBeVisible({ timeout: limitMs }),
    synced: (account, limitMs = 90_000) =>
      expect(page.getByRole('contentinfo')).toContainText(new RegExp(`${account}\\s*Online\\s*Synced`), {
        timeout: limitMs,
      }),
  };
}
