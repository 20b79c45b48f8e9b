import type { Page } from '@playwright/test';
import type { PracticeDesk } from '#main/practice-desk/index.ts';
import { seesMessage } from './support/agent.ts';
import { dayAtDesk, ticketCalled } from './support/day.ts';
import { expect, test } from './support/fixtures.ts';
import { typeKeys, ukrainian } from './support/typed-keys.ts';

const press = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
};
const bar = (page: Page) => page.locator('[data-focused]');
/** Moves the bar down from the first row until it stands on a ticket. */
async function barOn(page: Page, subject: string, next: () => Promise<void>): Promise<void> {
  await press(page, 'Home');
  await expect(bar(page)).toHaveAttribute('aria-posinset', '1');
  for (let position = 2; !(await bar(page).textContent())?.includes(subject); position += 1) {
    await next();
    await expect(bar(page)).toHaveAttribute('aria-posinset', String(position));
  }
}
/** Waits until the helpdesk has it. */
const atDesk = (desk: PracticeDesk, subject: string, has: Readonly<Record<string, unknown>>): Promise<void> =>
  expect.poll(() => ticketCalled(desk, subject), { timeout: 30_000 }).toMatchObject(has);

test('a morning of answers', async ({ startConsole }) => {
  const subjects = ['Where is parcel one', 'Where is parcel two', 'Where is parcel three', 'Where is parcel four'];
  await dayAtDesk(startConsole, subjects, async ({ page, agent, desk }) => {
    await test.step('1: ten tickets are read one after the other', async () => {
      await press(page, 'g i');
      await expect(bar(page)).toHaveAttribute('aria-posinset', '1');
      await press(page, 'Enter');
      for (let read = 2; read <= 10; read += 1) {
        await press(page, 'j');
        await expect(bar(page)).toHaveAttribute('aria-posinset', String(read));
        await expect(page.getByRole('article').first()).toBeVisible();
      }
      await press(page, 'u 9 k');
      await expect(bar(page)).toHaveAttribute('aria-posinset', '1');
    });

    await test.step('2: a customer is answered', async () => {
      await agent.open('Where is parcel one');
      await agent.reply('It left our warehouse this morning.');
    });

    await test.step('3: a colleague is told by a note', async () => {
      await agent.open('Where is parcel two');
      await agent.note('The carrier lost it; a second one goes out today.');
    });

    await test.step('4: an answer and solving are one thing', async () => {
      await agent.open('Where is parcel three');
      await agent.reply('It is at your neighbour’s.', { solve: true });
    });

    await test.step('5: an answer is taken back before it leaves, and its words with it', async () => {
      await agent.open('Where is parcel four');
      await agent.reply('This was meant for somebody else.');
      await press(page, 'z');
      await expect(page.getByRole('textbox', { name: 'Your reply' })).toHaveValue('This was meant for somebody else.');
      await press(page, 'Escape');
    });

    await test.step('6: a ticket is made for a customer who calls', async () => {
      await agent.create({ requester: 'Hannah Whitlock', subject: 'Called about a tent', words: 'A pole is bent.' });
    });

    await agent.allSent();
    expect(desk.act.countMessages('It left our warehouse this morning.')).toBe(1);
    expect(desk.act.countMessages('The carrier lost it; a second one goes out today.')).toBe(1);
    expect(ticketCalled(desk, 'Where is parcel three').status).toBe('solved');
    expect(desk.act.countMessages('This was meant for somebody else.')).toBe(0);
    expect(ticketCalled(desk, 'Called about a tent').status).not.toBe('solved');
  });
});

test('tickets are put where they belong', async ({ startConsole }) => {
  await dayAtDesk(startConsole, ['A torn jacket', 'An invoice for school'], async ({ page, agent, desk }) => {
    await test.step('7: to a colleague', async () => {
      await agent.open('An invoice for school');
      await agent.pick('a', 'Olena Shevchuk');
    });
    await test.step('8: to another group', async () => {
      await agent.open('A torn jacket');
      await agent.pick('v', 'Accounts & billing');
    });
    await test.step('9: urgent', () => agent.pick('p', 'Urgent'));
    await test.step('10: waiting for the customer', () => agent.pick('s', 'Pending'));
    await test.step('11: with a tag', () => agent.pick('t', 'workshop'));
    await test.step('12: given away by mistake and taken back', async () => {
      await agent.pick('a', 'Olena Shevchuk');
      await expect(page.getByRole('group').filter({ hasText: 'Olena Shevchuk' })).toBeVisible();
      await press(page, 'z');
    });

    await agent.allSent();
    const jacket = ticketCalled(desk, 'A torn jacket');
    expect(jacket).toMatchObject({ priority: 'urgent', status: 'pending' });
    expect(jacket.tags).toContain('workshop');
    const invoice = ticketCalled(desk, 'An invoice for school');
    expect(jacket.group_id).not.toBe(invoice.group_id);
    expect(desk.act.nameOf(invoice.assignee_id ?? 0)).toContain('Olena');
    expect(desk.act.nameOf(jacket.assignee_id ?? 0)).not.toContain('Olena');
  });
});

const SPAM = ['Win a boat', 'Win a tent', 'Win a map'];

test('an inbox is swept', async ({ startConsole }) => {
  const kept = ['Wait for the carrier', 'Ask again next week', 'The first of two', 'The second of two'];
  await dayAtDesk(startConsole, [...kept, ...SPAM], async ({ page, agent, desk }) => {
    await test.step('13: spam is solved together', async () => {
      await press(page, 'g m');
      for (const subject of SPAM) {
        await barOn(page, subject, () => press(page, 'j'));
        await press(page, 'x');
      }
      await expect(page.getByText('3 ticked')).toBeVisible();
      await press(page, 'e');
      await expect(page.getByText('Solved 3 tickets', { exact: true })).toBeVisible();
    });

    await test.step('14: taken back at once, and done once more', async () => {
      await press(page, 'z');
      await expect(page.getByText('Solved 3 tickets', { exact: true })).toHaveCount(0);
      for (const subject of SPAM) expect(ticketCalled(desk, subject).status).not.toBe('solved');
      for (const subject of SPAM) {
        await agent.open(subject);
        await press(page, 'e');
      }
    });

    await test.step('15: one sleeps until tomorrow and is found among those that sleep', async () => {
      await agent.open('Ask again next week');
      await press(page, 'h');
      await page.getByRole('dialog').getByRole('combobox').fill('next week');
      await press(page, 'Enter');
      await expect(page.getByText(/^Snoozed until/).first()).toBeVisible();
      await press(page, 'g h');
      await expect(page.getByRole('option', { name: /Ask again next week/ })).toBeVisible();
    });

    await test.step('16: one is starred and found among the starred', async () => {
      await agent.open('Wait for the carrier');
      await press(page, 'b g t');
      await expect(page.getByRole('option', { name: /Wait for the carrier/ })).toBeVisible();
    });

    await test.step('17: two of the same customer become one', async () => {
      await agent.open('The second of two');
      await press(page, 'l m');
      await page.getByRole('dialog').getByRole('combobox').fill('The first of two');
      await expect(page.getByRole('option', { name: /The first of two/ })).toBeVisible();
      await press(page, 'Enter');
      await expect(page.getByRole('button', { name: /^Merge into #\d+$/ })).toBeFocused();
      await press(page, 'Enter');
      await atDesk(desk, 'The second of two', { status: 'closed' });
    });

    await test.step('18: a customer is found by name, and what they asked lately', async () => {
      await press(page, 'Escape /');
      await page.getByRole('dialog').getByRole('combobox').fill('hannah');
      await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(/Hannah/);
      await press(page, 'Escape');
    });

    for (const subject of SPAM) await atDesk(desk, subject, { status: 'solved' });
  });
});

test('a day on a Ukrainian layout', async ({ startConsole }) => {
  await dayAtDesk(startConsole, ['Де моя посилка', 'Порваний намет'], async ({ page, agent, desk }) => {
    const typed = (letters: string): Promise<void> =>
      typeKeys(
        page,
        letters.split('').map((letter) => ukrainian(letter)),
      );

    await test.step('19: my tickets are gone through and one is solved', async () => {
      await typed('gm');
      await barOn(page, 'Порваний намет', () => typed('j'));
      await typed('e');
    });

    await test.step('20: a customer is answered in Ukrainian', async () => {
      await agent.open('Де моя посилка');
      await typed('r');
      const reply = page.getByRole('textbox', { name: 'Your reply' });
      await expect(reply).toBeFocused();
      await reply.fill('Вона вже в дорозі, п’ять хвилин тому виїхала.');
      await press(page, 'Control+Enter');
      await seesMessage(page, 'Вона вже в дорозі, п’ять хвилин тому виїхала.');
    });

    await test.step('21: a command is found by what its keys would type', async () => {
      await typeKeys(page, [ukrainian('k', true)]);
      await page.getByRole('dialog').getByRole('combobox').fill('зкшщкшен');
      await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Change priority');
      await press(page, 'Enter');
      await page.getByRole('dialog').getByRole('combobox').fill('Urgent');
      await press(page, 'Enter');
    });

    await atDesk(desk, 'Де моя посилка', { priority: 'urgent' });
    await atDesk(desk, 'Порваний намет', { status: 'solved' });
    expect(desk.act.countMessages('Вона вже в дорозі, п’ять хвилин тому виїхала.')).toBe(1);
  });
});
