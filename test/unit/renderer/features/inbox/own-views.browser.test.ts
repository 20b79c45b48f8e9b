import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCommandRegistry } from '../../../../../src/renderer/src/commands/registry.ts';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import type { CommandId } from '../../../../../src/shared/commands/catalogue.ts';
import { mountOn } from '../../../../support/mounted-app.ts';
import { storeDesk } from '../../../../support/store-desk.ts';
import { NOW, person, ticket } from '../../store/fixtures.ts';

let desk: Awaited<ReturnType<typeof storeDesk>>;
let registry: ReturnType<typeof createCommandRegistry>;
let stop = (): void => undefined;

const heading = (): string => document.querySelector('main h1')?.textContent ?? '';
const mine = (): readonly string[] =>
  [...document.querySelectorAll('nav ul[aria-label="My views"] button')].map(
    (one) => one.querySelector('span:nth-child(2)')?.textContent ?? '',
  );
const run = async (id: CommandId): Promise<void> => {
  await expect.poll(() => registry.canRun(id)).toBe(true);
  registry.run(id, 'palette');
};

beforeEach(start);
async function start(): Promise<void> {
  await page.viewport(1440, 900);
  desk = await storeDesk({
    people: [person('r1', 'Rita Requester')],
    tickets: Array.from({ length: 5 }, (_, index) =>
      ticket({ remoteId: String(index + 1), status: index < 2 ? 'new' : 'open' }),
    ),
  });
  registry = createCommandRegistry();
  const close = mountOn(desk.desk, productPanes(), registry, () => NOW);
  stop = () => {
    close();
    desk.stop();
  };
  await expect.poll(() => document.querySelectorAll('main [role=option]').length).toBe(5);
}
afterEach(() => stop());

/** Types a query over the inbox and keeps it under a name. */
async function save(query: string, name: string): Promise<void> {
  await userEvent.keyboard('q');
  await expect.element(page.getByRole('combobox', { name: 'Filter this list' })).toHaveFocus();
  await userEvent.keyboard(`{Control>}a{/Control}${query}{Control>}{Enter}{/Control}`);
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  await userEvent.keyboard(`${name}{Enter}`);
  await expect.poll(heading).toBe(name);
}

describe('the agent’s own views', () => {
  it('are saved from what is typed, and under their own name changed', async () => {
    await save('status:new', 'Fresh');
    expect(mine()).toEqual(['Fresh']);
    expect(desk.views.now().views[0]).toMatchObject({
      title: 'Fresh',
      accountId: null,
      query: { all: [{ field: 'status', is: true, values: ['new'] }] },
    });
    await userEvent.keyboard('q');
    await expect.element(page.getByRole('combobox', { name: 'Filter this list' })).toHaveValue('status:new ');
    await userEvent.keyboard('has:draft{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('The view “Fresh” will ask for this instead.')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => desk.views.now().views[0]?.query.all.length).toBe(2);
    expect(desk.views.now().views).toHaveLength(1);
  });

  it('are not saved with a part that nobody understands', async () => {
    await userEvent.keyboard('q');
    await expect.element(page.getByRole('combobox', { name: 'Filter this list' })).toHaveFocus();
    await userEvent.keyboard('stats:new {Control>}{Enter}{/Control}');
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await userEvent.keyboard('Wrong{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('There is no field “stats”. Did you mean status?');
    expect(desk.views.now().views).toEqual([]);
  });

  it('are deleted and come back where they were by one key', async () => {
    await save('status:new', 'One');
    await save('status:open', 'Two');
    await run('view.up');
    await expect.poll(mine).toEqual(['Two', 'One']);
    await run('view.delete');
    await expect.poll(mine).toEqual(['One']);
    expect(heading()).toBe('Inbox');
    await expect.element(page.getByText('Deleted the view “Two”')).toBeVisible();
    await userEvent.keyboard('z');
    await expect.poll(mine).toEqual(['Two', 'One']);
  });

  it('are found with all the others by a few letters', async () => {
    await save('status:new', 'Fresh');
    await userEvent.keyboard('gv');
    await expect.element(page.getByRole('dialog', { name: 'Go to a view' })).toBeVisible();
    await userEvent.keyboard('all{Enter}');
    await expect.poll(heading).toBe('All tickets');
    await userEvent.keyboard('gv');
    await expect.element(page.getByRole('dialog', { name: 'Go to a view' })).toBeVisible();
    const line = page.getByRole('option').filter({ hasText: 'Fresh' });
    await expect.element(line).toHaveTextContent('Fresh2');
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

it('a view of Holdfast’s own is put out of sight, found by its name, and shown again', async () => {
  const names = (): readonly string[] =>
    [...document.querySelectorAll('nav ul[aria-label="Tickets"] button')].map((one) => one.textContent ?? '');
  await userEvent.keyboard('gt');
  await expect.poll(heading).toBe('Starred');
  await run('view.hide');
  await expect.poll(() => names().some((name) => name.startsWith('Starred'))).toBe(false);
  await userEvent.keyboard('gi');
  await expect.poll(heading).toBe('Inbox');
  await userEvent.keyboard('gv');
  await expect.element(page.getByRole('option').filter({ hasText: 'Starred' })).toHaveTextContent('hidden');
  await userEvent.keyboard('starr{Enter}');
  await expect.poll(heading).toBe('Starred');
  await run('view.show');
  await expect.poll(() => names().some((name) => name.startsWith('Starred'))).toBe(true);
});
