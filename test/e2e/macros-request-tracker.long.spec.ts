import type { Page } from '@playwright/test';
import { colleague } from '../support/request-tracker/colleague.ts';
import { USERS } from '../support/request-tracker/rig.ts';
import { press } from './support/accessibility.ts';
import { agentAt } from './support/agent.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';
import { handsAt } from './support/keyboard-only.ts';
import { pickMacro } from './support/macros.ts';
import { ownRequestTracker } from './support/needs.ts';

const ME = USERS.anh;
const FIFTY = 50;
const TEN = 10;

/** A custom field of the seeded desk's tickets; their tags are one too. */
const PRODUCT = '2';
const ANSWER = 'your parcel is late: п’ять днів, năm ngày. It comes on Friday.';

/** The agent's own macro, as a colleague on this helpdesk gives it away. */
const macroFile = (address: string): string =>
  JSON.stringify({
    holdfast: 'macros',
    version: 1,
    macros: [
      {
        id: '01J00000000000000000000001',
        title: 'Late parcel',
        description: '',
        accountId: 'rt-of-a-colleague',
        helpdesk: { connector: 'request-tracker', address },
        steps: [
          {
            do: 'write',
            public: true,
            mode: 'insert',
            format: 'markdown',
            text: `Hello {{ticket.requester.first_name}}, ${ANSWER}`,
          },
          { do: 'status', status: 'pending' },
          { do: 'priority', priority: 'high' },
          { do: 'field', fieldId: PRODUCT, value: 'Kettle' },
          { do: 'tags', added: ['late-parcel'], removed: [] },
        ],
        updatedAt: 0,
      },
    ],
  });

/** Ticks every ticket that has these words in its subject, and runs the macro on them. */
async function runOnAll(page: Page, words: string, count: number): Promise<void> {
  // Ticks and filter of before go first.
  await press(page, '*', 'n', 'q');
  await expect(page.getByRole('combobox', { name: 'Filter this list' })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(`subject:"${words}"`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox').getByRole('option').first()).toHaveAttribute('aria-setsize', String(count));
  await press(page, '*', 'a');
  await expect(page.getByRole('toolbar', { name: 'For what is ticked' })).toContainText(`${count} ticked`);
  await pickMacro(page, 'late parcel');
  await expect(page.getByText(`Enter sends it on ${count} tickets.`, { exact: false })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo')).toContainText(`“Late parcel” is done on ${count} tickets`);
}

test('a macro run on fifty tickets without Request Tracker reaches each of them once, and one taken back none', async ({
  startConsole,
}) => {
  const rt = await ownRequestTracker({ tickets: 200, articles: 10 });
  try {
    const root = colleague(rt, USERS.root);
    const make = async (subject: string, count: number): Promise<readonly string[]> => {
      const ids: string[] = [];
      for (let made = 1; made <= count; made++)
        ids.push(await root.create('Support', `${subject} ${made}`, 'Where is my parcel?'));
      return ids;
    };
    const answered = await make('Waits for a parcel', FIFTY);
    const spared = await make('Has its parcel', TEN);
    const { page } = await startConsole(OWN_DESK);
    const agent = agentAt(page);
    const hands = handsAt(page);
    await agent.addAccount(
      'Request Tracker',
      { 'Sign in with': 'Name and password' },
      { Address: rt.url, 'User name': ME.name, Password: ME.password, Name: 'Tracker' },
    );
    await agent.synced('Tracker', 240_000);
    await press(page, 'g', 'Shift+M');
    await expect(page.getByRole('combobox', { name: 'Your macros' })).toBeFocused();
    await hands.tabTo(page.getByRole('button', { name: 'Take from a file' }));
    const file = { name: 'macros.json', mimeType: 'application/json', buffer: Buffer.from(macroFile(rt.url)) };
    await hands.choose(file, 'Enter');
    await expect(page.getByRole('button', { name: 'Take one macro' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('option', { name: 'Late parcel' })).toBeVisible();
    await page.keyboard.press('Escape');

    await rt.stop();
    await runOnAll(page, 'Waits for a parcel', FIFTY);
    await runOnAll(page, 'Has its parcel', TEN);
    await expect(page.getByRole('status').filter({ hasText: `is done on ${TEN} tickets` })).toBeVisible();
    await press(page, 'z');
    await expect(page.getByText('Taken back', { exact: false }).first()).toBeVisible();
    await rt.restart();
    await press(page, 'Shift+S');
    // It crashes once more while they arrive, so that answers are lost.
    await expect(page.getByText(/^[123]\d to send$/)).toBeVisible({ timeout: 120_000 });
    await rt.restart();
    await press(page, 'Shift+S');
    await agent.allSent(600_000);

    const mine = async (id: string) => (await root.history(id)).filter(({ Creator }) => Creator.id === ME.name);
    const effects = async (id: string) => {
      const [done, now] = await Promise.all([mine(id), root.ticket(id)]);
      const values = (of: (entry: (typeof done)[number]) => boolean) => done.filter(of).map(({ NewValue }) => NewValue);
      const noted = values(({ Field }) => Field === 'Priority');
      return {
        replies: done
          .filter(({ Type }) => Type === 'Correspond')
          .map(({ text }) => text.replace(/<[^>]*>/g, '').trim()),
        statuses: values(({ Type }) => Type === 'Status'),
        // RT that is killed in the middle of a change may have set a field and not noted it.
        priorities: noted.length > 0 ? noted : [now.Priority],
        // RT sets the fields of one call in any order.
        fields: values(({ Type }) => Type === 'CustomField').toSorted(),
        isNow: now.Status,
      };
    };
    for (const id of answered)
      expect.soft(await effects(id), `#${id}`).toEqual({
        replies: [`Hello Zoë, ${ANSWER}`],
        statuses: ['stalled'],
        priorities: ['100'],
        fields: ['Kettle', 'late-parcel'],
        isNow: 'stalled',
      });
    for (const id of spared) {
      expect.soft(await mine(id), `#${id}`).toEqual([]);
      expect.soft((await root.ticket(id)).Status, `#${id}`).toBe('new');
    }
  } finally {
    await rt.dispose();
  }
});
