import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TicketField } from '#shared/domain/desk.ts';
import type { MacroStep, OwnMacro } from '#shared/macros/macro.ts';
import { createCommandRegistry } from '../../../../../../src/renderer/src/commands/registry.ts';
import { productPanes } from '../../../../../../src/renderer/src/product-panes.ts';
import { show, useInterface } from '../../../../../../src/renderer/src/state/interface-state.ts';
import { mountOn } from '../../../../../support/mounted-app.ts';
import { storeDesk } from '../../../../../support/store-desk.ts';
import { NOW, person, ticket } from '../../../store/fixtures.ts';

let desk: Awaited<ReturnType<typeof storeDesk>>;
let registry: ReturnType<typeof createCommandRegistry>;
let stop = (): void => undefined;

const own = (at: number, title: string, steps: readonly MacroStep[] = [{ do: 'assign-me' }]): OwnMacro => ({
  id: String(at).padStart(26, '0'),
  title,
  description: '',
  accountId: null,
  steps: [...steps],
  updatedAt: 1,
});
const field = (over: Partial<TicketField>): TicketField => ({
  remoteId: '',
  title: '',
  type: 'dropdown',
  options: [],
  required: false,
  editable: true,
  ...over,
});
const kept = async (): Promise<readonly OwnMacro[]> => (await desk.desk.ownMacros()).entries;
const titles = async (): Promise<readonly string[]> => (await kept()).map(({ title }) => title).sort();
const list = () => page.getByRole('dialog', { name: 'Your macros' });
const builder = () => page.getByRole('dialog', { name: /^(New macro|Change “.*”)$/ });
const step = (place: number) => builder().getByRole('group', { name: `Step ${place}`, exact: true });
const open = async (): Promise<void> => {
  registry.run('go.macros', 'palette');
  await expect.element(list().getByRole('combobox')).toHaveFocus();
};
/** What takes things back comes a moment later than the rest of the window. */
const undo = async (): Promise<void> => {
  await expect.poll(() => registry.canRun('ticket.undo')).toBe(true);
  registry.run('ticket.undo', 'key');
};
const barriers = async (): Promise<readonly string[]> => {
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] });
  return violations.map(({ id }) => id);
};

beforeEach(start);
async function start(): Promise<void> {
  await page.viewport(1440, 900);
  desk = await storeDesk({
    people: [person('r1', 'Rita Requester'), person('a1', 'Anna Agent', { role: 'agent' })],
    tickets: [ticket({ remoteId: '1' }), ticket({ remoteId: '2' })],
    fields: [
      field({ remoteId: 'f1', title: 'Product', options: [{ value: 'lamp', label: 'Desk lamp' }] }),
      field({ remoteId: 'f2', title: 'Due', type: 'date' }),
      field({ remoteId: 'f3', title: 'Internal', editable: false }),
    ],
  });
  registry = createCommandRegistry();
  const close = mountOn(desk.desk, productPanes(), registry, () => NOW);
  stop = () => {
    close();
    desk.stop();
  };
  show({ viewId: 'own:recent', focusedTicketId: 'desk-1:1' });
  await expect.poll(() => document.querySelectorAll('main [role=option]').length).toBe(2);
}
afterEach(() => stop());

test('a macro is made by keys alone, with a look at what it does, and run through the picker', async () => {
  await open();
  await userEvent.keyboard('Billing::Refund{Enter}');
  await expect.element(builder().getByRole('textbox', { name: 'Title' })).toHaveValue('Billing::Refund');
  // It has its name: its words come next, and the first step may be another.
  await expect.element(step(1).getByRole('textbox', { name: 'Text' })).toHaveFocus();
  step(1).getByRole('combobox', { name: 'What it does' }).element().focus();
  await userEvent.keyboard('pri');
  await userEvent.keyboard('{Tab}urg');
  await expect.element(builder().getByRole('region', { name: 'What it does' })).toHaveTextContent('Urgent');
  builder().getByRole('button', { name: 'Add a step' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(step(2).getByRole('combobox', { name: 'What it does' })).toHaveFocus();
  await userEvent.keyboard('add or');
  await userEvent.keyboard('{Tab}refund, due');
  await expect.element(builder().getByRole('region', { name: 'What it does' })).toHaveTextContent('refund, due');
  expect(await barriers()).toEqual([]);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(list()).toBeVisible();
  expect(await kept()).toMatchObject([
    {
      title: 'Billing::Refund',
      accountId: null,
      steps: [
        { do: 'priority', priority: 'urgent' },
        { do: 'tags', added: ['refund', 'due'], removed: [] },
      ],
    },
  ]);

  expect(useInterface.getState().lastAction?.label).toBe('“Billing › Refund” is saved');

  await userEvent.keyboard('{Escape}');
  await expect.poll(() => useInterface.getState().dialog).toBeNull();
  registry.run('macro.run', 'palette');
  await userEvent.type(page.getByRole('combobox', { name: /^Run a macro/ }), 'refund{Enter}');
  await expect.poll(async () => (await desk.desk.ticket('desk-1:1'))?.ticket.tags).toEqual(['refund', 'due']);
  expect((await desk.desk.ticket('desk-1:1'))?.ticket.priority).toBe('urgent');
});

test('what is missing is said at its field; unsaved words are left only when that is meant', async () => {
  await open();
  await userEvent.keyboard('{Enter}');
  await expect.element(builder().getByRole('textbox', { name: 'Title' })).toHaveFocus();
  step(1).getByRole('combobox', { name: 'What it does' }).element().focus();
  await userEvent.keyboard('{Alt>}{Delete}{/Alt}');
  await builder().getByRole('button', { name: 'Save' }).click();
  await expect.element(builder().getByRole('alert')).toHaveTextContent('The macro needs a step.');
  await expect.element(builder().getByRole('textbox', { name: 'Title' })).toHaveFocus();
  await expect.element(builder().getByText('The macro needs a title.')).toBeVisible();
  await userEvent.keyboard('Later');
  builder().getByRole('button', { name: 'Add a step' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.selectOptions(step(1).getByRole('combobox', { name: 'What it does' }), 'Snooze');
  await userEvent.fill(step(1).getByRole('textbox', { name: 'Snoozed until' }), 'some day');
  await expect.element(step(1).getByRole('status')).toHaveTextContent('This is no time to come.');
  await userEvent.keyboard('{Escape}');
  await expect.element(builder().getByRole('alert')).toHaveTextContent('This is not saved.');
  expect(await barriers()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(list()).toBeVisible();
  expect(await kept()).toEqual([]);
});

test('people are chosen from an account, which is then the macro’s', async () => {
  await open();
  await userEvent.keyboard('Anna{Enter}');
  step(1).getByRole('combobox', { name: 'What it does' }).element().focus();
  await userEvent.selectOptions(step(1).getByRole('combobox', { name: 'What it does' }), 'Assign');
  await expect.element(builder().getByRole('combobox', { name: 'Account' })).toHaveValue('desk-1');
  await userEvent.selectOptions(step(1).getByRole('combobox', { name: 'Assignee' }), 'Anna Agent');
  await userEvent.selectOptions(builder().getByRole('combobox', { name: 'Account' }), 'Any account');
  await expect.element(step(1).getByRole('combobox', { name: 'Assignee' })).toHaveValue('');
  await userEvent.selectOptions(builder().getByRole('combobox', { name: 'Account' }), 'Desk');
  await userEvent.selectOptions(step(1).getByRole('combobox', { name: 'Assignee' }), 'Anna Agent');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(list()).toBeVisible();
  expect(await kept()).toMatchObject([{ accountId: 'desk-1', steps: [{ do: 'assign', agentId: 'a1' }] }]);
});

test('followers are chosen one by one and taken out by their buttons', async () => {
  await open();
  await userEvent.keyboard('Followed{Enter}');
  await userEvent.selectOptions(step(1).getByRole('combobox', { name: 'What it does' }), 'Add or remove followers');
  await builder().getByRole('button', { name: 'Save' }).click();
  await expect.element(step(1).getByRole('status')).toHaveTextContent('This step needs somebody.');
  const removed = step(1).getByRole('group', { name: 'Removed' });
  await userEvent.selectOptions(removed.getByRole('combobox', { name: 'Add somebody' }), 'Anna Agent');
  await removed.getByRole('button', { name: /^Anna Agent/ }).click();
  const added = step(1).getByRole('group', { name: 'Added' });
  await userEvent.selectOptions(added.getByRole('combobox', { name: 'Add somebody' }), 'Anna Agent');
  await expect.element(builder().getByRole('region', { name: 'What it does' })).toHaveTextContent('Anna Agent');
  expect(await barriers()).toEqual([]);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(list()).toBeVisible();
  expect(await kept()).toMatchObject([
    { accountId: 'desk-1', steps: [{ do: 'followers', added: ['a1'], removed: [] }] },
  ]);
});

test('fields are set by what the helpdesk has for them, a date by days from then', async () => {
  await open();
  await userEvent.keyboard('Fields{Enter}');
  const add = builder().getByRole('button', { name: 'Add a step' });
  await userEvent.selectOptions(step(1).getByRole('combobox', { name: 'What it does' }), 'Field');
  const names = (): readonly string[] =>
    [...step(1).getByRole('combobox', { name: 'Field' }).element().querySelectorAll('option')].map(
      ({ textContent }) => textContent,
    );
  await expect.poll(names).toEqual(['Choose a field', 'Product', 'Due']);
  await userEvent.selectOptions(step(1).getByRole('combobox', { name: 'Field' }), 'Product');
  await userEvent.selectOptions(step(1).getByRole('combobox', { name: 'Product' }), 'Desk lamp');
  await add.click();
  await userEvent.selectOptions(step(2).getByRole('combobox', { name: 'What it does' }), 'Date in some days');
  await builder().getByRole('button', { name: 'Save' }).click();
  await expect.element(step(2).getByRole('status')).toHaveTextContent('Choose a field.');
  await userEvent.selectOptions(step(2).getByRole('combobox', { name: 'Field' }), 'Due');
  await userEvent.fill(step(2).getByRole('spinbutton', { name: /^Days/ }), '3');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(list()).toBeVisible();
  expect((await kept())[0]?.steps).toEqual([
    { do: 'field', fieldId: 'f1', value: 'lamp' },
    { do: 'date-field', fieldId: 'f2', inDays: 3 },
  ]);
});

test('steps are moved and taken out by key; a macro that is deleted comes back', async () => {
  const steps: readonly MacroStep[] = [{ do: 'assign-me' }, { do: 'status', status: 'solved' }, { do: 'my-group' }];
  await desk.desk.changeMacros({ remove: [], put: [own(1, 'Close'), own(2, 'Take', steps)] });
  await open();
  await userEvent.keyboard('take');
  await expect.poll(() => list().getByRole('option').elements().length).toBe(2);
  await userEvent.keyboard('{Enter}');
  step(1).getByRole('combobox', { name: 'What it does' }).element().focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.element(step(2).getByRole('combobox', { name: 'What it does' })).toHaveFocus();
  await expect.element(step(2).getByRole('combobox', { name: 'What it does' })).toHaveValue('assign-me');
  step(3).getByRole('combobox', { name: 'What it does' }).element().focus();
  await userEvent.keyboard('{Alt>}{Delete}{/Alt}');
  await expect.element(step(2).getByRole('combobox', { name: 'What it does' })).toHaveFocus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(list().getByRole('combobox')).toHaveFocus();
  expect((await kept()).find(({ title }) => title === 'Take')?.steps.map(({ do: kind }) => kind)).toEqual([
    'status',
    'assign-me',
  ]);

  await userEvent.keyboard('close');
  await expect.poll(() => list().getByRole('option').elements().length).toBe(2);
  await userEvent.keyboard('{Delete}');
  await expect.poll(titles).toEqual(['Take']);
  expect(await barriers()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => useInterface.getState().dialog).toBeNull();
  await undo();
  await expect.poll(titles).toEqual(['Close', 'Take']);
});

test('a file is looked through before it is taken; what was saved comes back the same', async () => {
  const saved: Blob[] = [];
  const urls = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return 'about:blank#saved';
  });
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const macros = [own(1, 'Close'), own(2, 'Take'), own(3, 'Wait', [{ do: 'snooze', until: '2d' }])];
  await desk.desk.changeMacros({ remove: [], put: macros });
  await open();
  await list().getByRole('button', { name: 'Save as a file' }).click();
  await expect.poll(() => saved.length).toBe(1);
  urls.mockRestore();
  clicks.mockRestore();
  const text = (await saved[0]?.text()) ?? '';

  await userEvent.upload(page.getByLabelText('Take from a file'), new File(['a,b'], 'other.csv'));
  await expect.element(list().getByRole('status')).toHaveTextContent('This is not a file of macros.');

  const { macros: entries } = JSON.parse(text) as { readonly macros: readonly unknown[] };
  const bad = JSON.stringify({ holdfast: 'macros', version: 1, macros: [...entries, { title: 'Broken' }, entries[0]] });
  await desk.desk.changeMacros({ remove: [macros[0]?.id ?? ''], put: [own(2, 'Take over')] });
  await userEvent.upload(page.getByLabelText('Take from a file'), new File([bad], 'ours.json'));
  const dryRun = page.getByRole('dialog', { name: 'Macros in ours.json' });
  await expect.element(dryRun).toHaveTextContent('One new macroClose');
  await expect.element(dryRun).toHaveTextContent('One macro that you have, changedTake (here: Take over)');
  await expect.element(dryRun).toHaveTextContent('One macro as you have itWait');
  await expect.element(dryRun).toHaveTextContent('2 macros are left out');
  await expect.element(dryRun).toHaveTextContent('Macro 4 “Broken” could not be read and is left out');
  expect(await titles()).toEqual(['Take over', 'Wait']);
  expect(await barriers()).toEqual([]);
  await expect.element(dryRun.getByRole('button', { name: 'Take 2 macros' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(list()).toBeVisible();
  expect([...(await kept())].sort((a, b) => a.id.localeCompare(b.id))).toEqual(macros);

  await userEvent.keyboard('{Escape}');
  await expect.poll(() => useInterface.getState().dialog).toBeNull();
  await undo();
  await expect.poll(titles).toEqual(['Take over', 'Wait']);
});

test('what was just done becomes a macro; what was taken back does not', async () => {
  expect(registry.canRun('macro.fromLast')).toBe(false);
  for (const [entry, changes] of [
    ['status', { status: 'pending' as const }],
    ['tags', { tagsAdded: ['asked'] }],
  ] as const) {
    const done = await desk.desk.enqueue({
      accountId: 'desk-1',
      ticketId: 'desk-1:1',
      action: { kind: 'update', changes: { ...changes } },
    });
    if (!done.ok) throw new Error(done.error);
    show({ lastAction: { ...done.value, notBefore: NOW + 5_000, label: entry } });
    await expect.poll(() => useInterface.getState().lastDone.at(-1)?.entryId).toBe(done.value.entryId);
  }
  registry.run('macro.fromLast', 'palette');
  await expect.element(step(1).getByRole('combobox', { name: 'Status' })).toHaveValue('pending');
  await expect.element(step(2).getByRole('textbox', { name: /^Added/ })).toHaveValue('asked');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => useInterface.getState().dialog).toBeNull();

  await undo();
  await expect
    .poll(() => useInterface.getState().lastDone.map(({ action }) => action.changes))
    .toEqual([{ status: 'pending' }]);
});
