import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { MacroStep, OwnMacro } from '#shared/macros/macro.ts';
import { createCommandRegistry } from '../../../../../src/renderer/src/commands/registry.ts';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { useDeskState } from '../../../../../src/renderer/src/state/desk-state.ts';
import { show, useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { mountOn } from '../../../../support/mounted-app.ts';
import { storeDesk } from '../../../../support/store-desk.ts';
import { NOW, person, ticket } from '../../store/fixtures.ts';

let desk: Awaited<ReturnType<typeof storeDesk>>;
let registry: ReturnType<typeof createCommandRegistry>;
let stop = (): void => undefined;

const macro = (at: number, title: string, description: string, steps: readonly MacroStep[]): OwnMacro => ({
  id: String(at).padStart(26, '0'),
  title,
  description,
  accountId: null,
  steps: [...steps],
  updatedAt: 1,
});
const URGENT = macro(1, 'Care::Urgent', 'Moves it up', [{ do: 'priority', priority: 'urgent' }]);
const REFUND = macro(2, 'Billing::Refund', 'Gives money back', [
  { do: 'write', public: true, mode: 'insert', format: 'markdown', text: 'It is refunded.' },
]);
const GONE = macro(3, 'Gone', '', [{ do: 'assign-me' }]);
const BROKEN = macro(4, 'Broken', '', [
  { do: 'status', status: 'solved' },
  { do: 'snooze', until: 'some day' },
]);
const idOf = ({ id }: OwnMacro): string => `mine:${id}`;
const commandOf = (one: OwnMacro): string => `macro:${idOf(one)}`;

const keys = () => useDeskState.getState().settings.keys;
const changed = async (id = 'desk-1:1') => (await desk.desk.ticket(id))?.ticket;
const reply = () => page.getByRole('textbox', { name: 'Your reply' });
const picker = () => page.getByRole('combobox', { name: /^Run a macro/ });
const option = (name: RegExp) => page.getByRole('dialog').getByRole('option', { name });
const barriers = async (): Promise<readonly string[]> => {
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
  return violations.map(({ id }) => id);
};
const withKeys = async (own: Readonly<Record<string, readonly string[]>>): Promise<void> => {
  await desk.desk.saveSettings({ keys: { ...keys(), own: own as Record<string, string[]> } });
  await expect.poll(() => Object.keys(keys().own)).toEqual(Object.keys(own));
};

beforeEach(start);
async function start(): Promise<void> {
  await page.viewport(1440, 900);
  desk = await storeDesk({
    people: [person('r1', 'Rita Requester')],
    tickets: [ticket({ remoteId: '1' }), ticket({ remoteId: '2' })],
  });
  await desk.desk.changeMacros({ put: [URGENT, REFUND, BROKEN], remove: [] });
  registry = createCommandRegistry();
  const close = mountOn(desk.desk, productPanes(), registry, () => NOW);
  stop = () => {
    close();
    desk.stop();
  };
  show({ focusedTicketId: 'desk-1:1' });
  await expect.poll(() => document.querySelectorAll('main [role=option]').length).toBe(2);
}
afterEach(() => stop());

describe('a macro’s own key', () => {
  test('runs it on the ticket at hand, from the list and while one writes, and can be taken back', async () => {
    await withKeys({ [commandOf(URGENT)]: ['x u', 'Mod+Shift+1'], 'list.select': [], [commandOf(REFUND)]: ['x r'] });
    await userEvent.keyboard('x');
    await expect.element(page.getByRole('status').filter({ hasText: 'Urgent' })).toHaveTextContent(/Urgent.*Refund/);
    await userEvent.keyboard('u');
    await expect.poll(async () => (await changed())?.priority).toBe('urgent');
    await expect.poll(() => registry.canRun('ticket.undo')).toBe(true);
    await userEvent.keyboard('z');
    await expect.poll(async () => (await changed())?.priority).toBeNull();

    await userEvent.keyboard('xr');
    await expect.element(reply()).toHaveValue('It is refunded.');
    await userEvent.keyboard('{Control>}{Shift>}1{/Shift}{/Control}');
    await expect.poll(async () => (await changed())?.priority).toBe('urgent');
    await expect.element(reply()).toHaveFocus();
    expect((await desk.desk.outbox()).length).toBe(1);
  });

  test('shows it first on several tickets, and where something stands in its way', async () => {
    await withKeys({ [commandOf(URGENT)]: ['Mod+Shift+1'], [commandOf(BROKEN)]: ['Mod+Shift+2'] });
    await userEvent.keyboard('{Control>}{Shift>}2{/Shift}{/Control}');
    await expect.element(option(/^Broken/)).toHaveAttribute('data-highlighted');
    await expect.element(page.getByText('“some day” is no time to come. Correct the macro first.')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(picker()).not.toBeInTheDocument();
    expect(await desk.desk.outbox()).toEqual([]);

    show({ selected: new Set(['desk-1:1', 'desk-1:2']) });
    await userEvent.keyboard('{Control>}{Shift>}1{/Shift}{/Control}');
    await expect.element(page.getByText('Enter changes 2 tickets. You can take it back.')).toBeVisible();
    expect(await desk.desk.outbox()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await changed('desk-1:2'))?.priority).toBe('urgent');
  });

  test('does no harm once the macro is not there', async () => {
    await withKeys({ [commandOf(GONE)]: ['Mod+Shift+1'] });
    // What tells comes a moment later than the rest of the window.
    await expect.element(page.getByRole('region', { name: 'What you just did' })).toBeInTheDocument();
    await userEvent.keyboard('{Control>}{Shift>}1{/Shift}{/Control}');
    await expect.element(page.getByText('The macro of this key is not here.', { exact: false })).toBeVisible();
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await desk.desk.outbox()).toEqual([]);
  });

  test('is given in the settings by pressing it, to any macro that is found, and told whose it was', async () => {
    show({ dialog: 'settings' });
    await page.getByRole('tab', { name: 'Keyboard' }).click();
    await userEvent.fill(page.getByRole('searchbox'), 'money');
    await page.getByRole('button', { name: 'Add a key for Billing › Refund' }).click();
    await expect
      .element(page.getByRole('textbox', { name: 'Press the keys for Billing › Refund; Escape to stop' }))
      .toHaveFocus();
    await userEvent.keyboard('{Control>}{Shift>}a{/Shift}{/Control}');
    await expect.element(page.getByText(/belongs to Attach/)).toBeVisible();
    await page.getByRole('button', { name: 'Take it over' }).click();
    await expect.poll(() => keys().own).toEqual({ 'composer.attach': [], [commandOf(REFUND)]: ['Mod+Shift+A'] });
    // One that has a key is listed without looking for it; another learns from it whose key that is.
    await userEvent.fill(page.getByRole('searchbox'), '');
    await expect.element(page.getByRole('button', { name: 'Add a key for Billing › Refund' })).toBeVisible();
    await userEvent.fill(page.getByRole('searchbox'), 'urgent');
    await page.getByRole('button', { name: 'Add a key for Care › Urgent' }).click();
    await userEvent.keyboard('{Control>}{Shift>}a{/Shift}{/Control}');
    await expect.element(page.getByText('Ctrl Shift A belongs to Refund.')).toBeVisible();
    await page.getByRole('button', { name: 'Leave it' }).click();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => useInterface.getState().dialog).toBeNull();

    await userEvent.keyboard('?');
    const line = page.getByRole('dialog').getByText('Refund', { exact: true });
    await expect.element(line).toBeVisible();
    expect(line.element().nextElementSibling?.textContent).toMatch(/Ctrl ?Shift ?A/);
  });

  test('is given where the macro is changed, and shown where it is listed', async () => {
    registry.run('go.macros', 'palette');
    await userEvent.fill(page.getByRole('combobox', { name: 'Your macros' }), 'urgent');
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Add a key for Care › Urgent' }).click();
    await userEvent.keyboard('{Control>}{Shift>}r{/Shift}{/Control}');
    await expect.poll(() => keys().own).toEqual({ [commandOf(URGENT)]: ['Mod+Shift+R'] });
    expect(await barriers()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect
      .element(page.getByRole('dialog').getByRole('option', { name: /Urgent/ }))
      .toHaveTextContent(/Ctrl ?Shift ?R/);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => useInterface.getState().dialog).toBeNull();
    await userEvent.keyboard('m');
    await expect.element(option(/Urgent/)).toHaveTextContent(/Ctrl ?Shift ?R/);
  });
});

/** The store answers nothing about macros until it is told to. */
function heldUp(): () => void {
  const { findMacros } = desk.desk;
  let answer = (): void => undefined;
  const waits = new Promise<void>((resolve) => {
    answer = resolve;
  });
  Object.assign(desk.desk, {
    findMacros: async (query: Parameters<typeof findMacros>[0]) => {
      await waits;
      return findMacros(query);
    },
  });
  return answer;
}

describe('the digits of the picker', () => {
  test('are taken before anything is listed', async () => {
    const answer = heldUp();
    await userEvent.keyboard('m3');
    await expect.element(picker()).toHaveFocus();
    answer();
    await expect.poll(async () => (await changed())?.priority).toBe('urgent');
    await expect.element(picker()).not.toBeInTheDocument();
  });

  test('are kept for a macro that the agent puts on one', async () => {
    await userEvent.keyboard('m');
    await expect.element(picker()).toHaveFocus();
    await userEvent.keyboard('urg');
    await expect.element(option(/Urgent/)).toHaveAttribute('data-highlighted');
    await userEvent.keyboard('{Control>}7{/Control}');
    await expect.element(page.getByText('7 now always runs “Urgent”.')).toBeVisible();
    await expect.poll(() => keys().digits).toEqual({ [idOf(URGENT)]: 7 });
    await userEvent.keyboard('{Escape}');
    await expect.element(picker()).not.toBeInTheDocument();

    await userEvent.keyboard('m');
    await expect.element(option(/Urgent/)).toHaveTextContent(/7/);
    expect(await barriers()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(picker()).not.toBeInTheDocument();
    await userEvent.keyboard('m7');
    await expect.poll(async () => (await changed())?.priority).toBe('urgent');
    // Its place has not gone to another one.
    await expect.element(picker()).not.toBeInTheDocument();
    await desk.desk.changeMacros({ put: [], remove: [URGENT.id] });
    await userEvent.keyboard('m7');
    await expect.element(picker()).toHaveValue('7');
    expect((await desk.desk.outbox()).length).toBe(1);
  });

  test('Enter means the best of what is typed, also before that is known', async () => {
    await userEvent.keyboard('m');
    await expect.element(option(/Refund/)).toBeVisible();
    const answer = heldUp();
    await userEvent.keyboard('urg{Enter}');
    expect(await desk.desk.outbox()).toEqual([]);
    answer();
    await expect.poll(async () => (await changed())?.priority).toBe('urgent');
    expect((await desk.desk.outbox()).length).toBe(1);
  });
});

describe('the palette', () => {
  test('finds macros by title and description, and shows first what one would do', async () => {
    await withKeys({ [commandOf(REFUND)]: ['Mod+Shift+1'] });
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('money back');
    await expect.element(option(/Refund/)).toHaveTextContent(/Ctrl ?Shift ?1/);
    expect(await barriers()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(picker()).toHaveFocus();
    await expect.element(page.getByRole('region', { name: 'What it does' })).toHaveTextContent('It is refunded.');
    await expect.element(option(/Refund/)).toHaveAttribute('data-highlighted');
    await userEvent.keyboard('{Enter}');
    await expect.element(reply()).toHaveValue('It is refunded.');
  });

  test('asks for none before a letter, and none where there is no ticket', async () => {
    const asked: string[] = [];
    const { findMacros } = desk.desk;
    Object.assign(desk.desk, {
      findMacros: (query: Parameters<typeof findMacros>[0]) => {
        // Those for the ticket at hand are made ready for the picker, whatever the palette does.
        if (query.text !== '') asked.push(query.text);
        return findMacros(query);
      },
    });
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByRole('combobox', { name: 'Command palette' })).toHaveFocus();
    await expect.element(page.getByRole('option').first()).toBeVisible();
    expect(asked).toEqual([]);
    await userEvent.keyboard('u');
    await expect.element(option(/Urgent/)).toBeVisible();
    expect(asked).toEqual(['u']);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => useInterface.getState().dialog).toBeNull();
    show({ place: 'drafts', focusedTicketId: null });
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('re');
    await expect.element(option(/recent/)).toBeVisible();
    expect(asked).toEqual(['u']);
  });
});

test('before a reply goes to many, the picker says on how many it may be held', async () => {
  show({ selected: new Set(['desk-1:1', 'desk-1:2']) });
  await userEvent.keyboard('m');
  await userEvent.keyboard('refund');
  await expect
    .element(page.getByText('The conversations of 2 of them are not on this machine to their ends.', { exact: false }))
    .toBeVisible();
  await expect.element(page.getByText('As it would be on #1; one more is looked at by itself.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(picker()).not.toBeInTheDocument();
  await userEvent.keyboard('m');
  await userEvent.keyboard('urgent');
  await expect.element(page.getByText('Enter changes 2 tickets. You can take it back.')).toBeVisible();
  expect(document.body.textContent).not.toContain('not on this machine');
});
