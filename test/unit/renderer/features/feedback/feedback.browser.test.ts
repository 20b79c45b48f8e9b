import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { productPanes } from '../../../../../src/renderer/src/product-panes.ts';
import type { Feedback } from '../../../../../src/shared/feedback/feedback.ts';
import { barriersIn } from '../../../../support/barriers.ts';
import { mountOn } from '../../../../support/mounted-app.ts';
import { storeDesk } from '../../../../support/store-desk.ts';
import { message, NOW, person, ticket } from '../../store/fixtures.ts';

const TICKET = 'desk-1:1';
let desk: Awaited<ReturnType<typeof storeDesk>>;
let stop = (): void => undefined;
let saved: Promise<string> | null = null;
const createObjectURL = URL.createObjectURL;

beforeEach(start);
async function start(): Promise<void> {
  await page.viewport(1440, 900);
  desk = await storeDesk({
    tickets: [ticket({ remoteId: '1', subject: 'Export' })],
    people: [person('r1', 'Rita Requester')],
    messages: [
      message({
        remoteId: 'm1',
        ticketRemoteId: '1',
        body: { format: 'text', content: 'Rita here, rita@example.com, order 4711001: the export takes hours.' },
      }),
    ],
  });
  const close = mountOn(desk.desk, productPanes(), undefined, () => NOW);
  // What is offered as a download, as text.
  URL.createObjectURL = (blob) => {
    saved = blob instanceof Blob ? blob.text() : null;
    return createObjectURL(blob);
  };
  stop = () => {
    URL.createObjectURL = createObjectURL;
    close();
    desk.stop();
  };
  await expect.poll(() => document.querySelectorAll('[role="option"]').length).toBeGreaterThan(0);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.querySelectorAll('article').length).toBeGreaterThan(0);
}
afterEach(() => stop());

const listed = async (): Promise<readonly Feedback[]> => (await desk.desk.feedback()).entries;
const entries = async () => (await desk.desk.outbox()).map(({ entry }) => entry);
const what = () => page.getByRole('textbox', { name: 'What' });
const quote = () => page.getByRole('textbox', { name: 'Quote' });
const press = (keys: string): Promise<void> => userEvent.keyboard(keys);
const hasFocus = (of: ReturnType<typeof what>): Promise<void> =>
  expect.poll(() => document.activeElement === of.query()).toBe(true);
const isClosed = (): Promise<void> => expect.poll(() => document.querySelector('[role=dialog]')).toBeNull();

/** What the customer wrote, as with the mouse. */
async function selectMessage(): Promise<void> {
  const words = await vi.waitUntil(() => {
    const conversation = document.querySelector('[data-scroller]');
    const frames = [...(conversation?.querySelectorAll('iframe') ?? [])].flatMap(
      ({ contentDocument }) => contentDocument?.body ?? [],
    );
    return [conversation, ...frames]
      .flatMap((one) => [...(one?.querySelectorAll('p, div') ?? [])])
      .findLast((one) => one.textContent.endsWith('takes hours.'));
  });
  words.ownerDocument.getSelection()?.selectAllChildren(words);
}

test('feedback is noted by keys alone: once, as a note with the tag and in the list, and undo takes out both', async () => {
  await selectMessage();
  await press('{Shift>}P{/Shift}');
  await hasFocus(what());
  await expect.element(quote()).toHaveValue('[name] here, [email], order [number]: the export takes hours.');
  expect(await barriersIn(page.getByRole('dialog').element())).toEqual([]);

  // Without what it is about there is nothing to keep.
  await press('{Control>}{Enter}{/Control}');
  await expect.element(what()).toHaveAttribute('aria-invalid', 'true');
  expect(await barriersIn(page.getByRole('dialog').element())).toEqual([]);
  await press('Export is slow{Tab}often{Tab}block{Tab}{Control>}{End}{/Control} Really.');
  await press('{Control>}{Enter}{/Control}');
  await isClosed();

  const [entry, ...others] = await entries();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    ticketId: TICKET,
    action: {
      kind: 'note',
      words: {
        markdown:
          '**Product feedback:** Export is slow\n\n- How often: Often\n- Severity: Blocks\n\n> [name] here, [email], order [number]: the export takes hours. Really.',
      },
      changes: { tagsAdded: ['product_feedback'] },
    },
  });
  expect(await listed()).toMatchObject([
    { ticketId: TICKET, ticketNumber: '1', what: 'Export is slow', howOften: 'often', severity: 'blocks', at: NOW },
  ]);
  expect(await desk.desk.drafts()).toEqual([]);

  await expect.element(page.getByText('Feedback noted on #1')).toBeVisible();
  await press('z');
  await hasFocus(what());
  expect(await entries()).toEqual([]);
  await expect.poll(listed).toEqual([]);
  // The words are in the form again, and go once more as the same.
  await expect.element(what()).toHaveValue('Export is slow');
  await press('{Control>}{Enter}{/Control}');
  await isClosed();
  expect((await entries()).length).toBe(1);
  expect((await listed()).length).toBe(1);
});

test('a form that is half filled in is there again after Escape, and among the drafts; what was only selected is not', async () => {
  await selectMessage();
  await press('{Shift>}P{/Shift}');
  await expect.element(quote()).not.toHaveValue('');
  await press('{Escape}');
  await isClosed();
  await expect.poll(() => desk.desk.drafts()).toEqual([]);

  await press('{Shift>}P{/Shift}');
  await hasFocus(what());
  await expect.element(quote()).toHaveValue('');
  await press('Dark mode{Tab}always{Escape}');
  await isClosed();
  await expect.poll(async () => (await desk.desk.drafts()).map(({ draft }) => draft.kind)).toEqual(['feedback']);
  expect(await entries()).toEqual([]);

  await press('{Shift>}P{/Shift}');
  await expect.element(what()).toHaveValue('Dark mode');
  await expect.element(page.getByRole('combobox', { name: 'How often' })).toHaveValue('always');
});

test('a form that was cut off between the list and the note, and is then emptied, leaves nothing in the list', async () => {
  const id = '1'.padStart(26, '0');
  const said = { what: 'Export is slow', howOften: 'often', severity: 'blocks', quote: '' } as const;
  await desk.desk.saveDraft({
    ...{ accountId: 'desk-1', ticketId: TICKET, kind: 'feedback', text: said.what, cursorAt: 0 },
    ...{ fields: { ...said, id }, files: [], updatedAt: NOW },
  });
  await desk.desk.changeFeedback({
    remove: [],
    put: [{ ...said, id, at: NOW, ticketId: TICKET, ticketNumber: '1' }],
  });
  await press('{Shift>}P{/Shift}');
  await hasFocus(what());
  await expect.element(what()).toHaveValue('Export is slow');
  expect((await listed()).map((entry) => entry.id)).toEqual([id]);
  await press('{Control>}a{/Control}{Delete}{Escape}');
  await isClosed();
  await expect.poll(listed).toEqual([]);
  expect(await desk.desk.draft({ ticketId: TICKET, kind: 'feedback' })).toBeNull();
});

test('the list counts, finds, exports, opens and removes', async () => {
  const said = (id: string, over: Partial<Feedback>): Feedback => ({
    ...{ id: id.padStart(26, '0'), at: NOW, ticketId: TICKET, ticketNumber: '1', what: 'Export is slow' },
    ...{ howOften: 'often', severity: 'blocks', quote: '' },
    ...over,
  });
  await desk.desk.changeFeedback({
    remove: [],
    put: [
      said('1', { what: 'No dark mode', severity: 'nuisance', quote: 'My eyes' }),
      said('2', {}),
      said('3', { what: 'export is slow', howOften: 'always' }),
    ],
  });
  await press('{Escape}g{Shift>}P{/Shift}');
  const find = page.getByRole('combobox', { name: 'Find feedback' });
  await hasFocus(find);
  const counts = page.getByRole('group', { name: 'Counts' });
  await expect.element(counts).toHaveTextContent('3 notes, 2 things said');
  await expect.element(counts).toHaveTextContent('Blocks 2 · Hinders 0 · Nuisance 1');
  await expect.element(counts).toHaveTextContent('Always 1 · Often 2 · Sometimes 0 · Once 0');
  const rows = () => [...document.querySelectorAll('[role=dialog] [role=option]')].map((row) => row.textContent ?? '');
  expect(rows().map((row) => row.slice(0, 6))).toEqual(['2×Expo', 'export', '1×No d']);
  expect(await barriersIn(page.getByRole('dialog').element())).toEqual([]);

  await page.getByRole('button', { name: 'Export CSV' }).click();
  expect((await saved)?.split('\r\n').length).toBe(5);
  await page.getByRole('button', { name: 'Export Markdown' }).click();
  expect(await saved).toContain('## No dark mode\n\n2026-11-23 · Nuisance · Often · Ticket 1\n\n> My eyes');

  await find.click();
  await press('eyes');
  await expect.poll(rows).toHaveLength(1);
  await press('{Delete}');
  await expect.poll(async () => (await listed()).length).toBe(2);
  await press('{Control>}a{/Control}slow{Enter}');
  await isClosed();
  await expect.element(page.getByRole('heading', { name: 'Export' })).toBeVisible();
  await expect.element(page.getByText('Removed “No dark mode” from the feedback')).toBeVisible();
  await press('z');
  await expect.poll(async () => (await listed()).length).toBe(3);
});
