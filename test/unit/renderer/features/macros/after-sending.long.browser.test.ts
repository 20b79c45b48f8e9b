import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { MacroStep, OwnMacro } from '#shared/macros/macro.ts';
import { createCommandRegistry } from '../../../../../src/renderer/src/commands/registry.ts';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import { show, useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { mountOn } from '../../../../support/mounted-app.ts';
import { storeDesk } from '../../../../support/store-desk.ts';
import { MINUTE, message, NOW, person, ticket } from '../../store/fixtures.ts';

let desk: Awaited<ReturnType<typeof storeDesk>>;
let registry: ReturnType<typeof createCommandRegistry>;
let stop = (): void => undefined;

const macro = (at: number, title: string, steps: readonly MacroStep[]): OwnMacro => ({
  id: String(at).padStart(26, '0'),
  title,
  description: '',
  accountId: null,
  steps: [...steps],
  updatedAt: 1,
});
const words = { do: 'write', public: true, mode: 'insert', format: 'markdown', text: 'It is on its way.' } as const;
const WAITS = macro(1, 'Wait for them', [
  words,
  { do: 'status', status: 'pending' },
  { do: 'tags', added: ['asked'], removed: [] },
  { do: 'snooze', until: '2d' },
  { do: 'then', what: 'list' },
]);
const THANKS = macro(2, 'Thank them', [words, { do: 'send' }, { do: 'tags', added: ['thanked'], removed: [] }]);
const NAPS = macro(3, 'Nap', [{ do: 'snooze', until: '2d' }]);

const reply = () => page.getByRole('textbox', { name: 'Your reply' });
const open = (): string | null => useInterface.getState().openTicketId;
const entries = async () => (await desk.desk.outbox()).map(({ entry }) => entry);
const draftOf = (id: string) => desk.desk.draft({ ticketId: id, kind: 'reply' });
const snoozedUntil = async (id: string) => (await desk.desk.ticket(id))?.snoozed?.until ?? null;
const run = async (title: string): Promise<void> => {
  registry.run('macro.run', 'palette');
  await userEvent.type(page.getByRole('combobox', { name: /^Run a macro/ }), title);
  await expect.element(page.getByRole('dialog').getByRole('option')).toHaveTextContent(title);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useInterface.getState().picker).toBeNull();
};
const write = async (text: string): Promise<void> => {
  registry.run('ticket.reply', 'palette');
  await expect.element(reply()).toHaveFocus();
  await userEvent.keyboard(text);
};
/** What takes things back comes a moment later than the rest of the window. */
const undo = async (): Promise<void> => {
  await expect.poll(() => registry.canRun('ticket.undo')).toBe(true);
  registry.run('ticket.undo', 'key');
};

beforeEach(start);
async function start(): Promise<void> {
  await page.viewport(1440, 900);
  const numbers = ['1', '2', '3', '4'];
  desk = await storeDesk({
    people: [person('r1', 'Rita Requester'), person('a1', 'Anna Agent', { role: 'agent' })],
    tickets: numbers.map((remoteId, at) => ticket({ remoteId, groupId: 'g1', updatedAt: NOW - (at + 1) * MINUTE })),
    conversations: numbers.map((ticketRemoteId) => ({
      ticketRemoteId,
      version: 'v1',
      messages: [message({ remoteId: `m${ticketRemoteId}`, ticketRemoteId })],
      events: [],
    })),
  });
  await desk.desk.changeMacros({ put: [WAITS, THANKS, NAPS], remove: [] });
  registry = createCommandRegistry();
  const close = mountOn(desk.desk, productPanes(), registry, () => NOW);
  stop = () => {
    close();
    desk.stop();
  };
  await expect.poll(() => document.querySelectorAll('main [role=option]').length).toBe(4);
  show({ openTicketId: 'desk-1:1', focusedTicketId: 'desk-1:1' });
  await expect.element(page.getByRole('heading', { name: 'Subject 1' })).toBeVisible();
}
afterEach(() => stop());

test('what comes next after sending and solving is what comes after solving, and the focus goes with it', async () => {
  await write('Solved by words');
  registry.run('composer.sendAndSolve', 'key');
  await expect.poll(open).toBe('desk-1:2');
  await expect.poll(() => document.activeElement?.closest('[data-context=ticket]')?.textContent).toContain('Subject 2');
  await expect.poll(() => document.activeElement?.matches('[data-scroller]')).toBe(true);
  expect(await entries()).toMatchObject([{ action: { kind: 'reply', changes: { status: 'solved' } } }]);

  registry.run('list.thenStay', 'menu');
  await write('Solved as well');
  registry.run('composer.sendAndSolve', 'key');
  await expect.poll(async () => (await entries()).length).toBe(2);
  await expect.element(reply()).not.toBeInTheDocument();
  expect(open()).toBe('desk-1:2');

  registry.run('list.thenList', 'menu');
  show({ openTicketId: 'desk-1:3', focusedTicketId: 'desk-1:3' });
  await expect.element(page.getByRole('heading', { name: 'Subject 3' })).toBeVisible();
  await write('And the last');
  registry.run('composer.sendAndSolve', 'key');
  await expect.poll(open).toBeNull();
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('listbox');
});

test('a reply that leaves the ticket open goes on only where the agent wants that; a note never does', async () => {
  await write('Still open');
  registry.run('composer.send', 'key');
  await expect.element(reply()).not.toBeInTheDocument();
  expect(open()).toBe('desk-1:1');
  registry.run('list.thenReplies', 'menu');
  registry.run('ticket.note', 'palette');
  await expect.element(page.getByRole('textbox', { name: 'Your internal note' })).toHaveFocus();
  await userEvent.keyboard('For us');
  registry.run('composer.send', 'key');
  await expect.element(page.getByRole('textbox', { name: 'Your internal note' })).not.toBeInTheDocument();
  expect(open()).toBe('desk-1:1');
  await write('Open, and on');
  registry.run('composer.send', 'key');
  await expect.poll(open).toBe('desk-1:2');
});

test('what the agent has begun elsewhere while it was being sent stays under their hands', async () => {
  let accept = (): void => undefined;
  const waits = new Promise<void>((resolve) => {
    accept = resolve;
  });
  const { enqueue } = desk.desk;
  Object.assign(desk.desk, {
    enqueue: async (request: Parameters<typeof enqueue>[0]) => {
      await waits;
      return enqueue(request);
    },
  });
  await write('On its way');
  registry.run('composer.sendAndSolve', 'key');
  show({ openTicketId: 'desk-1:3', focusedTicketId: 'desk-1:3', composer: null });
  await expect.element(page.getByRole('heading', { name: 'Subject 3' })).toBeVisible();
  await write('Half a sen');
  const field = reply().element();
  accept();
  await expect.poll(async () => (await entries()).length).toBe(1);
  await expect.poll(() => draftOf('desk-1:1')).toBeNull();
  await userEvent.keyboard('tence');
  expect(reply().element()).toBe(field);
  await expect.element(reply()).toHaveValue('Half a sentence');
  expect(open()).toBe('desk-1:3');
});

test('a macro that was sent from the composer comes back as it was, and is sent again as it was', async () => {
  await run('Wait for them');
  await expect.element(reply()).toHaveValue('It is on its way.');
  await userEvent.keyboard(' Really.');
  await expect.poll(async () => (await draftOf('desk-1:1'))?.text).toBe('It is on its way. Really.');
  const before = await draftOf('desk-1:1');
  await desk.desk.saveSettings({ signatures: { 'desk-1': { g1: 'Mia, Returns' } } });
  registry.run('composer.send', 'key');
  await expect.poll(open).toBeNull();
  const [first] = await entries();
  expect(first?.action).toMatchObject({
    kind: 'reply',
    words: { markdown: 'It is on its way. Really.\n\n-- \nMia, Returns' },
    changes: { status: 'pending', tagsAdded: ['asked'] },
  });
  await expect.poll(() => snoozedUntil('desk-1:1')).not.toBeNull();

  await undo();
  await expect.element(reply()).toHaveValue('It is on its way. Really.');
  expect(await entries()).toEqual([]);
  expect(await draftOf('desk-1:1')).toMatchObject({ text: before?.text, fields: before?.fields });
  await expect.poll(() => snoozedUntil('desk-1:1')).toBeNull();
  await expect.poll(() => registry.canRun('macro.undo')).toBe(false);

  registry.run('composer.send', 'key');
  await expect.poll(open).toBeNull();
  expect((await entries()).map(({ action }) => action)).toEqual([first?.action]);
  await expect.poll(() => snoozedUntil('desk-1:1')).not.toBeNull();
});

test('many replies of a macro end as one by hand does; each can be taken into its composer with what it carried', async () => {
  await desk.desk.saveSettings({ signatures: { 'desk-1': { g1: 'Mia, Returns' } } });
  show({ selected: new Set(['desk-1:1', 'desk-1:2']) });
  await run('Thank them');
  await expect.poll(async () => (await entries()).length).toBe(2);
  const markdown = 'It is on its way.\n\n-- \nMia, Returns';
  for (const { action } of await entries())
    expect(action).toMatchObject({ words: { markdown, html: expect.stringContaining('Returns') } });
  const [first] = (await desk.desk.ticket('desk-1:1'))?.pending ?? [];
  expect(first?.draft).toMatchObject({ text: 'It is on its way.', fields: { carried: expect.any(String) } });
  await undo();
  await expect.poll(entries).toEqual([]);
  await expect.poll(() => registry.canRun('macro.undo')).toBe(false);
});

test('a macro that only puts off can be taken back', async () => {
  await run('Nap');
  await expect.poll(() => snoozedUntil('desk-1:1')).not.toBeNull();
  await undo();
  await expect.poll(() => snoozedUntil('desk-1:1')).toBeNull();
});
