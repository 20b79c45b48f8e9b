import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { mountOn } from '../../../../support/mounted-app.ts';
import { storeDesk } from '../../../../support/store-desk.ts';
import { MINUTE, NOW, person, ticket } from '../../store/fixtures.ts';

const subjects = (): readonly string[] =>
  [...document.querySelectorAll('main [aria-posinset]')].map(
    (row) =>
      [...row.querySelectorAll('span')].map((part) => /^Subject (\d+)$/.exec(part.textContent)?.[1]).find(Boolean) ??
      '',
  );
const box = () => page.getByRole('combobox', { name: 'Filter this list' });
const completions = (): readonly string[] =>
  [...document.querySelectorAll('search [role=option]')].map((one) => one.firstElementChild?.textContent ?? '');
const heading = (): string => document.querySelector('main h1')?.textContent ?? '';

let stop = (): void => undefined;
beforeEach(start);
async function start(): Promise<void> {
  await page.viewport(1440, 900);
  const desk = await storeDesk({
    people: [person('r1', 'Rita Requester'), person('r2', 'Otto Ober')],
    tickets: Array.from({ length: 9 }, (_, index) =>
      ticket({
        remoteId: String(index + 1),
        status: index < 3 ? 'new' : 'open',
        requesterId: index === 8 ? 'r2' : 'r1',
        tags: index % 2 === 0 ? ['refund'] : [],
        updatedAt: NOW - index * MINUTE,
      }),
    ),
  });
  const close = mountOn(desk.desk, productPanes(), undefined, () => NOW);
  stop = () => {
    close();
    desk.stop();
  };
  useInterface.setState({ viewId: 'own:recent' });
  await expect.poll(subjects).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
}
afterEach(() => stop());

async function open(): Promise<void> {
  await userEvent.keyboard('q');
  await expect.element(box()).toHaveFocus();
}

describe('a query over the list', () => {
  it('is followed letter by letter, by the rows, the count and the bar', async () => {
    await userEvent.keyboard('jjj');
    await open();
    await userEvent.keyboard('tag:refund');
    await expect.poll(subjects).toEqual(['1', '3', '5', '7', '9']);
    await expect.element(page.getByRole('status').filter({ hasText: '5 tickets' })).toBeInTheDocument();
    expect(heading()).toBe('All tickets · filtered');
    await expect.poll(() => document.querySelector('[data-focused]')?.getAttribute('aria-posinset')).toBe('1');
    await userEvent.keyboard(' -status:new');
    await expect.poll(subjects).toEqual(['5', '7', '9']);
  });

  it('takes letters that are typed before it is there, and runs no command by them', async () => {
    await userEvent.keyboard('qtag:refund');
    await expect.element(box()).toHaveValue('tag:refund');
    await expect.poll(subjects).toEqual(['1', '3', '5', '7', '9']);
    expect(useInterface.getState().picker).toBeNull();
  });

  it('is ordered as is typed last, whatever was chosen before', async () => {
    useInterface.setState({ sort: { by: 'updated', descending: false } });
    await expect.poll(() => subjects()[0]).toBe('9');
    await open();
    await userEvent.keyboard('sort:updated');
    await expect.poll(() => subjects()[0]).toBe('1');
  });

  it('is completed by the arrows and Enter: a field, then its values, then people', async () => {
    await open();
    await userEvent.keyboard('st');
    await expect.poll(completions).toEqual(['status', 'status-name']);
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-activedescendant')).toBe(
      document.querySelector('search [role=option]')?.id,
    );
    await userEvent.keyboard('{Enter}n');
    await expect.element(box()).toHaveValue('status:n');
    await expect.poll(completions).toEqual(['new', 'open', 'pending', 'on-hold']);
    await userEvent.keyboard('{ArrowDown}{Tab}fr{ArrowDown}{Enter}ot{ArrowDown}{Enter}');
    await expect.element(box()).toHaveValue('status:new from:"Otto Ober" ');
    await expect.poll(subjects).toEqual([]);
    await expect.element(page.getByText('No ticket fits this filter.')).toBeVisible();
  });

  it('goes to the list by Enter and keeps filtering; Escape there shows the view as it is', async () => {
    await open();
    await userEvent.keyboard('status:new{Enter}');
    await expect.element(page.getByRole('listbox', { name: 'Tickets in All tickets, filtered' })).toHaveFocus();
    await userEvent.keyboard('j');
    await expect.poll(() => document.querySelector('[data-focused]')?.getAttribute('aria-posinset')).toBe('2');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => subjects().length).toBe(9);
    expect(heading()).toBe('All tickets');
    await expect.element(box()).not.toBeInTheDocument();
  });

  it('is left by Escape, which first only puts the completions away', async () => {
    await open();
    await userEvent.keyboard('s');
    await expect.poll(completions).toContain('status');
    await userEvent.keyboard('{Escape}');
    await expect.poll(completions).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('listbox', { name: 'Tickets in All tickets' })).toHaveFocus();
    expect(useInterface.getState().query).toBeNull();
  });

  it('does not scold what is still being typed, and says what is wrong with the rest', async () => {
    await open();
    await userEvent.keyboard('stat:');
    expect(document.querySelector('search [role=status]')?.textContent).not.toContain('no field');
    await userEvent.keyboard('new tag:refund');
    await expect.element(page.getByText('There is no field “stat”. Did you mean status')).toBeVisible();
    await expect.element(box()).toHaveAttribute('aria-invalid', 'true');
  });

  it('stays with its view: another shows all of its tickets, and back brings the filter', async () => {
    await open();
    await userEvent.keyboard('status:new{Enter}');
    await expect.poll(subjects).toEqual(['1', '2', '3']);
    await userEvent.keyboard('gi');
    await expect.poll(heading).toBe('Inbox');
    await userEvent.keyboard('gb');
    await expect.poll(heading).toBe('All tickets · filtered');
    await expect.poll(subjects).toEqual(['1', '2', '3']);
    await expect.element(box()).toHaveValue('status:new');
    await expect.element(box()).not.toHaveFocus();
  });

  it('begins with what the view asks for', async () => {
    await userEvent.keyboard('gm');
    await expect.poll(heading).toBe('My tickets');
    await open();
    await expect.element(box()).toHaveValue('-status:solved,closed assignee:me -is:snoozed ');
    expect(heading()).toBe('My tickets');
  });

  it('leaves Enter and Escape to an input method that composes', async () => {
    await open();
    await userEvent.keyboard('new');
    const input = box().element();
    for (const key of ['Enter', 'Escape'])
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, isComposing: true }));
    await expect.element(box()).toHaveFocus();
    await expect.element(box()).toHaveValue('new');
  });
});
