import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCommandRegistry } from '../../../../../src/renderer/src/commands/registry.ts';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { mountOn } from '../../../../support/mounted-app.ts';
import { storeDesk } from '../../../../support/store-desk.ts';
import { NOW, person, ticket } from '../../store/fixtures.ts';

let desk: Awaited<ReturnType<typeof storeDesk>>;
let registry: ReturnType<typeof createCommandRegistry>;
let stop = (): void => undefined;

const heading = (): string => document.querySelector('main h1')?.textContent ?? '';
const text = () => page.getByRole('textbox', { name: 'The same as text' });
const condition = (place: number) => page.getByRole('group', { name: `Condition ${place}` });
const headings = (): readonly string[] =>
  [...document.querySelectorAll('main [role=listbox] > div > [role=group]')].map(
    (one) => `${one.getAttribute('aria-label')} ${one.querySelectorAll('[role=option]').length}`,
  );

beforeEach(start);
async function start(): Promise<void> {
  await page.viewport(1440, 900);
  desk = await storeDesk({
    people: [
      person('r1', 'Rita Requester'),
      person('a1', 'Anna Agent', { role: 'agent' }),
      person('a2', 'Anton Agent', { role: 'agent' }),
    ],
    tickets: Array.from({ length: 6 }, (_, index) =>
      ticket({
        remoteId: String(index + 1),
        status: index < 2 ? 'new' : 'open',
        assigneeId: ['a1', 'a2', null][index % 3] ?? null,
        tags: index === 0 ? ['vip', 'refund'] : [],
      }),
    ),
  });
  registry = createCommandRegistry();
  const close = mountOn(desk.desk, productPanes(), registry, () => NOW);
  stop = () => {
    close();
    desk.stop();
  };
  useInterface.setState({ viewId: 'own:recent' });
  await expect.poll(heading).toBe('All tickets');
  await expect.poll(() => document.querySelectorAll('main [role=option]').length).toBe(6);
}
afterEach(() => stop());

test('a view is built by keys alone: conditions, headings, columns; the text says the same', async () => {
  registry.run('view.new', 'palette');
  await expect.element(page.getByRole('dialog', { name: 'New view' })).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  await userEvent.keyboard('Annas');
  page.getByRole('button', { name: 'Add a condition' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(condition(1).getByRole('combobox', { name: 'What' })).toHaveFocus();
  await userEvent.keyboard('as');
  await expect.element(condition(1).getByRole('combobox', { name: 'What' })).toHaveValue('assignee');
  await userEvent.keyboard('{Tab}{Tab}anna');
  await expect.element(page.getByRole('option', { name: /^Anna Agent/ })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(text()).toHaveValue('assignee:"Anna Agent"');
  await userEvent.keyboard('nob{ArrowDown}{Enter}');
  await expect.element(text()).toHaveValue('assignee:"Anna Agent",none');
  await expect.element(page.getByRole('dialog').getByText('4 tickets')).toBeVisible();
  await userEvent.selectOptions(page.getByLabelText('Under headings by'), 'Assignee');
  await userEvent.click(page.getByRole('checkbox', { name: 'Tags' }));
  await userEvent.click(page.getByRole('checkbox', { name: 'Assignee' }));
  await expect.element(text()).toHaveValue('assignee:"Anna Agent",none group-by:assignee');

  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await userEvent.click(page.getByRole('textbox', { name: 'Name' }));
  await userEvent.keyboard('{Enter}');
  await expect.poll(heading).toBe('Annas');
  await expect.poll(headings).toEqual(['Unassigned 2', 'Anna Agent 2']);
  await expect.poll(() => document.querySelector('main')?.textContent).toContain('Tags: vip, refund');
  // The keys go from row to row: a heading is none.
  await userEvent.keyboard('jj');
  await expect.poll(() => document.querySelector('[data-focused]')?.getAttribute('aria-posinset')).toBe('3');
  expect(desk.views.now().views[0]).toMatchObject({
    title: 'Annas',
    query: { all: [{ field: 'assignee', values: ['desk-1:a1', null] }], groupBy: 'assignee' },
    columns: ['tags', 'assignee'],
  });
});

test('what is typed becomes conditions; one without a value is not saved, and says so', async () => {
  registry.run('view.new', 'palette');
  await expect.element(page.getByRole('dialog', { name: 'New view' })).toBeVisible();
  await userEvent.click(text());
  await userEvent.keyboard('tag:vip -status:solved any(is:unread waiting>2h)');
  await expect.element(condition(2).getByRole('checkbox', { name: 'Solved' }).nth(0)).toBeChecked();
  const fields = (): readonly string[] =>
    [...document.querySelectorAll<HTMLSelectElement>('[role=dialog] select[aria-label="What"]')].map(
      ({ value }) => value,
    );
  expect(fields()).toEqual(['tag', 'status', 'unread', 'waiting']);
  // Not whole yet: the conditions stay as they were.
  await userEvent.fill(text(), 'tag:vip -status:solved any(is:unread waiting>2h) sub:');
  expect(fields()).toEqual(['tag', 'status', 'unread', 'waiting']);
  await userEvent.fill(text(), 'tag:vip -status:solved any(is:unread waiting>2h)');
  await userEvent.click(page.getByRole('button', { name: 'Add an alternative' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect.element(name).toHaveFocus();
  await expect.element(name).toHaveAccessibleDescription('The view needs a name.');
  await userEvent.keyboard('Mixed{Enter}');
  await expect.element(page.getByText('This condition has no value yet.')).toBeVisible();
  expect(desk.views.now().views).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Remove condition 3' }));
  await userEvent.click(page.getByRole('button', { name: 'Save Ctrl Enter' }));
  await expect.poll(heading).toBe('Mixed');
});
