import type { Page } from '@playwright/test';
import { expectAccessible, press } from './support/accessibility.ts';
import { expect, test } from './support/fixtures.ts';
import { choose, look, openTicket, search, showsOption } from './support/screens.ts';

const hasFocus = (page: Page, name: string): Promise<void> => expect(page.getByRole('textbox', { name })).toBeFocused();

type Screen = readonly [name: string, open: (page: Page) => Promise<void>];

/** What lies over the list or beside it: each is reached from the one before by Escape and keys. */
const SCREENS: readonly Screen[] = [
  [
    'drafts, none',
    async (page) => {
      await press(page, 'g', 'd');
      await expect(page.getByText('No drafts.')).toBeVisible();
    },
  ],
  [
    'outbox, nothing waiting',
    async (page) => {
      await press(page, 'g', 'o');
      await expect(page.getByText('Everything has arrived.')).toBeVisible();
    },
  ],
  [
    'inbox',
    async (page) => {
      await press(page, 'g', 'i');
      await showsOption(page);
    },
  ],
  ['search', (page) => choose(page, '/')],
  [
    'search with results',
    async (page) => {
      await search(page, 'e');
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    },
  ],
  [
    'search without a result',
    async (page) => {
      await search(page, 'qqqqqq');
      await expect(page.getByText('Nothing here is called “qqqqqq”.')).toBeVisible();
    },
  ],
  ['palette', (page) => choose(page, 'Control+k')],
  ['keyboard shortcuts', (page) => look(page, '?', 'Keyboard shortcuts')],
  ['accounts', (page) => look(page, 'g a', 'Accounts')],
  ['settings', (page) => look(page, 'Control+,', 'Settings')],
  [
    'keyboard settings',
    async (page) => {
      await look(page, 'Control+,', 'Settings');
      await page.getByRole('tab', { name: 'Keyboard' }).click();
      await expect(page.getByRole('searchbox')).toBeVisible();
    },
  ],
  ['ticket', openTicket],
  ['status chooser', (page) => choose(page, 's')],
  ['priority chooser', (page) => choose(page, 'p')],
  ['assignee chooser', (page) => choose(page, 'a')],
  ['group chooser', (page) => choose(page, 'v')],
  ['tags chooser', (page) => choose(page, 't')],
  [
    'reply',
    async (page) => {
      await press(page, 'r');
      await hasFocus(page, 'Your reply');
      await page.keyboard.type('Half a sentence');
      await expect(page.getByText('Draft saved')).toBeVisible();
    },
  ],
  [
    'note',
    async (page) => {
      await press(page, 'Escape');
      await openTicket(page);
      await press(page, 'n');
      await hasFocus(page, 'Your internal note');
    },
  ],
  [
    'new ticket',
    async (page) => {
      await press(page, 'c');
      await expect(page.getByLabel('Subject')).toBeVisible();
    },
  ],
  [
    'knowledge',
    async (page) => {
      await press(page, 'g', 'k');
      await showsOption(page);
    },
  ],
  [
    'article',
    async (page) => {
      await press(page, 'Enter');
      await expect(page.getByRole('article').getByRole('button', { name: 'Knowledge' })).toBeVisible();
    },
  ],
];

test('axe finds nothing serious and Tab comes to every control: list, ticket, articles, and what opens over them', async ({
  startConsole,
}) => {
  test.setTimeout(180_000);
  const { page } = await startConsole();
  for (const [name, open] of SCREENS) {
    await open(page);
    await expectAccessible(page, name);
    // It closes dialogs alone: what else there is stays beneath the next.
    if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
  }
});
