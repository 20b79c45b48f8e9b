import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok } from '#shared/result.ts';
import { DraftsPanel } from '../../../../../src/renderer/src/features/outbox/DraftsPanel.tsx';
import { OutboxPanel } from '../../../../../src/renderer/src/features/outbox/OutboxPanel.tsx';
import { UndoToasts } from '../../../../../src/renderer/src/features/outbox/UndoToasts.tsx';
import { show, useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import type { OutboxItem } from '../../../../../src/renderer/src/store/desk-tickets.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { anEntry, noteAction, replyAction } from '../../../../support/outbox-entry.ts';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../support/sample-desk-data.ts';

let mounted: MountedPane | null = null;
afterEach(() => {
  mounted?.unmount();
  mounted = null;
});
/** Of the page at rest: what is still fading in has no contrast yet. */
const seriousProblems = async () => {
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  return (await axe.run(document.body)).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

const TICKET = `${SAMPLE_ACCOUNT_ID}:48291`;
const item = (number: number, change: Partial<OutboxEntry>, waitsFor: string | null = null): OutboxItem => ({
  entry: anEntry(number, { accountId: SAMPLE_ACCOUNT_ID, ticketId: TICKET, ...change }),
  subject: 'Where is my parcel?',
  number: '48291',
  waitsFor,
  mergedInto: null,
});
const held = item(1, {
  action: replyAction('It left on Monday.'),
  state: { name: 'held', reason: 'newer-message', since: 0, fields: [] },
});
const waiting = item(2, { action: { kind: 'update', changes: { status: 'solved' } } }, held.entry.id);
const refused = item(3, {
  action: replyAction('See the attached label.'),
  attempts: 1,
  lastAttemptAt: Date.now() - 60_000,
  state: {
    name: 'rejected',
    reason: 'refused',
    details: ['Status: cannot be set to solved without a type', { code: 'file-gone', file: 'label.pdf' }],
    since: 0,
    mergedIntoRemoteId: null,
  },
});
const looking = item(4, { attempts: 1, state: { name: 'unknown', since: 0, undecidable: false } });

function mountOutbox(items: readonly OutboxItem[], parts: Partial<SampleDesk> = {}) {
  const retryEntry = vi.fn<SampleDesk['retryEntry']>(async () => ok(null));
  const discardEntry = vi.fn<SampleDesk['discardEntry']>(async () => ok(null));
  const desk = { ...createSampleDesk(), outbox: async () => items, retryEntry, discardEntry, ...parts };
  mounted = mountPane(desk, <OutboxPanel />);
  return { desk, retryEntry, discardEntry };
}

test('every entry says what it does, its state in words and why; axe finds nothing', async () => {
  mountOutbox([held, waiting, refused, looking]);
  const rows = page.getByRole('listitem').filter({ has: page.getByText('#48291') });
  await expect.element(page.getByText('Held for you')).toBeVisible();
  expect(rows.elements()).toHaveLength(4);
  await expect.element(page.getByText('Somebody wrote on this ticket after you did.')).toBeVisible();
  await expect.element(page.getByText('Status: Solved')).toBeVisible();
  await expect.element(page.getByText('comes before it on this ticket: Reply.')).toBeVisible();
  await expect.element(page.getByText('Status: cannot be set to solved without a type')).toBeVisible();
  await expect.element(page.getByText('The file “label.pdf” is no longer on this machine.')).toBeVisible();
  await expect.element(page.getByText('See the attached label.')).toBeVisible();
  await expect.element(page.getByText('reads the ticket back')).toBeVisible();
  await expect.element(page.getByText('1 attempt').first()).toBeVisible();
  expect(await seriousProblems()).toEqual([]);
});

test('by keys alone: move, send anyway, try again, open; what cannot be done does nothing', async () => {
  const { retryEntry, discardEntry } = mountOutbox([held, refused, looking]);
  await expect.element(page.getByText('Held for you')).toBeVisible();
  await userEvent.keyboard('y');
  expect(retryEntry).not.toHaveBeenCalled();
  await userEvent.keyboard('{Shift>}y{/Shift}');
  await expect.poll(() => retryEntry.mock.calls).toEqual([[{ entryId: held.entry.id, anyway: true }]]);
  await userEvent.keyboard('jy');
  await expect.poll(() => retryEntry.mock.calls[1]).toEqual([{ entryId: refused.entry.id, anyway: false }]);
  await userEvent.keyboard('j{Delete}');
  expect(discardEntry).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(useInterface.getState().openTicketId).toBe(TICKET);
});

test('discarding asks about what waits for it', async () => {
  const { discardEntry } = mountOutbox([held, waiting]);
  await userEvent.click(page.getByRole('button', { name: 'Discard' }).first());
  await expect.element(page.getByText('One later action on this ticket waits for it.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Discard it too' }));
  await expect.element(page.getByRole('status')).toHaveTextContent('The words stay among the discarded drafts');
  expect(discardEntry.mock.calls.map(([id]) => id)).toEqual([waiting.entry.id, held.entry.id]);
});

test('an attempt that has begun cannot be discarded, and that is said', async () => {
  mountOutbox([held], { discardEntry: async () => err('too-late' as const) });
  await userEvent.click(page.getByRole('button', { name: 'Discard' }).first());
  await expect.element(page.getByRole('status')).toHaveTextContent('Too late');
});

const createAction: Extract<OutboxEntry['action'], { readonly kind: 'create' }> = {
  kind: 'create',
  subject: 'Broken tent',
  requester: { remoteId: null, name: 'Bob', email: 'bob@example.com' },
  public: true,
  words: { markdown: 'As agreed', html: '<p>As agreed</p>', files: [] },
  changes: {},
};
const newDraft = { ticketId: `${SAMPLE_ACCOUNT_ID}:new`, kind: 'new-ticket' } as const;

test('a new ticket is taken back with what follows it, and all the words come back into its form', async () => {
  const desk = createSampleDesk();
  const made = await desk.enqueue({ accountId: SAMPLE_ACCOUNT_ID, ticketId: null, action: createAction });
  if (!made.ok) throw new Error(made.error);
  const { ticketId } = made.value;
  await desk.enqueue({ accountId: SAMPLE_ACCOUNT_ID, ticketId, action: noteAction('He calls again on Friday') });
  mounted = mountPane(desk, <OutboxPanel />);
  await userEvent.click(page.getByRole('button', { name: 'Edit' }).first());
  await expect.element(page.getByText('waits for this ticket to be delivered, and goes with it')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Leave them' })).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Go on with all 2' }));
  await expect.element(page.getByRole('status')).toHaveTextContent('Your words are in the composer');
  expect(desk.entries()).toEqual([]);
  expect(await desk.draft(newDraft)).toMatchObject({
    text: 'As agreed\n\nHe calls again on Friday',
    fields: { subject: 'Broken tent' },
  });
  expect(useInterface.getState()).toMatchObject({ newTicket: true, newTicketAccountId: SAMPLE_ACCOUNT_ID });
});

test('nothing is taken back before its words are kept', async () => {
  const { discardEntry } = mountOutbox([held], { saveDraft: async () => err('closed' as const) });
  await expect.element(page.getByRole('button', { name: 'Edit' }).first()).toBeVisible();
  await userEvent.keyboard('{Shift>}o{/Shift}');
  await expect.element(page.getByRole('status')).toHaveTextContent('The ticket store closed');
  expect(discardEntry).not.toHaveBeenCalled();
});

test('words that could not be taken back leave the draft again, which keeps its own', async () => {
  const { desk } = mountOutbox([held], { discardEntry: async () => err('too-late' as const) });
  const id = { accountId: SAMPLE_ACCOUNT_ID, ticketId: TICKET, kind: 'reply' } as const;
  await desk.saveDraft({ ...id, text: 'P.S.', cursorAt: 4, fields: {}, files: [], updatedAt: 1 });
  await userEvent.click(page.getByRole('button', { name: 'Edit' }).first());
  await expect.element(page.getByRole('status')).toHaveTextContent('Too late');
  expect((await desk.draft(id))?.text).toBe('P.S.');
});

test('no link is not called too late', async () => {
  const noLink = async () => err('no-link' as const);
  const { desk } = mountOutbox([held], { discardEntry: noLink, retryEntry: noLink });
  await userEvent.click(page.getByRole('button', { name: 'Send anyway' }));
  await expect.element(page.getByRole('status')).toHaveTextContent('service is not reachable');
  await userEvent.click(page.getByRole('button', { name: 'Edit' }).first());
  await expect.element(page.getByRole('status')).toHaveTextContent('service is not reachable');
  expect((await desk.draft({ ticketId: TICKET, kind: 'reply' }))?.text).toBe('It left on Monday.');
  mounted?.unmount();

  const undoing = { ...createSampleDesk({ undoMs: 30_000 }), discardEntry: noLink };
  mounted = mountPane(undoing, <UndoToasts />);
  await act(undoing, replyAction('Wait'), 'Replied to #48291');
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await expect.element(page.getByText('service is not reachable')).toBeVisible();
});

test('the draft of a new ticket opens in the form of its own account', async () => {
  const desk = createSampleDesk();
  const fields = { subject: 'Broken tent' };
  await desk.saveDraft({ accountId: 'second', ...newDraft, text: '', cursorAt: 0, fields, files: [], updatedAt: 1 });
  mounted = mountPane(desk, <DraftsPanel />);
  await userEvent.click(page.getByRole('button', { name: 'Broken tent' }));
  expect(useInterface.getState()).toMatchObject({ newTicket: true, newTicketAccountId: 'second' });
});

test('an empty outbox says so', async () => {
  mountOutbox([]);
  await expect.element(page.getByText('Everything has arrived.')).toBeVisible();
});

test('drafts: opened where they belong, discarded and put back', async () => {
  const desk = createSampleDesk();
  const draft = {
    accountId: SAMPLE_ACCOUNT_ID,
    ticketId: TICKET,
    kind: 'note',
    text: 'Ask the warehouse',
    cursorAt: 3,
    fields: {},
    files: [],
    updatedAt: Date.now() - 120_000,
  } as const;
  await desk.saveDraft(draft);
  mounted = mountPane(desk, <DraftsPanel />);
  await expect.element(page.getByText('Ask the warehouse')).toBeVisible();
  expect(await seriousProblems()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(useInterface.getState()).toMatchObject({ openTicketId: TICKET, composer: 'note' });
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByText('No drafts.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Put it back' }));
  await expect.element(page.getByText('Ask the warehouse')).toBeVisible();
  expect(await desk.draft(draft)).toEqual(draft);
});

/** Does something as a feature does it, and tells the toasts. */
async function act(desk: SampleDesk, action: OutboxEntry['action'], label: string) {
  const accepted = await desk.enqueue({ accountId: SAMPLE_ACCOUNT_ID, ticketId: TICKET, action });
  if (!accepted.ok) throw new Error(accepted.error);
  const { entryId, ticketId, notBefore } = accepted.value;
  show({ lastAction: { entryId, ticketId, notBefore, label } });
}

test('z takes back the last thing done, then the one before; words return as a draft', async () => {
  const desk = createSampleDesk({ undoMs: 30_000 });
  mounted = mountPane(desk, <UndoToasts />);
  await expect.element(page.getByRole('region', { name: 'What you just did' })).toBeInTheDocument();
  await act(desk, replyAction('On its way!'), 'Replied to #48291');
  await act(desk, { kind: 'update', changes: { status: 'solved' } }, 'Solved #48291');
  await expect.element(page.getByText('Solved #48291', { exact: true })).toBeVisible();
  expect(await seriousProblems()).toEqual([]);
  await userEvent.keyboard('z');
  await expect.element(page.getByText('Taken back: Solved #48291', { exact: true })).toBeVisible();
  expect(desk.entries().map(({ action }) => action.kind)).toEqual(['reply']);
  await userEvent.keyboard('z');
  await expect.element(page.getByText('Your words are in the draft.')).toBeVisible();
  expect(desk.entries()).toEqual([]);
  expect((await desk.draft({ ticketId: TICKET, kind: 'reply' }))?.text).toBe('On its way!');
});

test('too late is said, and nothing is offered once the time is over', async () => {
  const desk = { ...createSampleDesk({ undoMs: 30_000 }), discardEntry: async () => err('too-late' as const) };
  mounted = mountPane(desk, <UndoToasts />);
  await act(desk, replyAction('Gone'), 'Replied to #48291');
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await expect.element(page.getByText('Too late to take back: Replied to #48291.')).toBeVisible();
  mounted.unmount();

  const quick = createSampleDesk({ undoMs: 300 });
  mounted = mountPane(quick, <UndoToasts />);
  await act(quick, replyAction('Quick'), 'Replied quickly');
  await expect.element(page.getByText('Replied quickly')).toBeVisible();
  await expect.element(page.getByText('Replied quickly')).not.toBeInTheDocument();
  await userEvent.keyboard('z');
  expect(quick.entries()).toHaveLength(1);
});

test('a held reply is turned into a note in one step, without its status', async () => {
  const desk = createSampleDesk();
  const action = replyAction('It left on Monday.', { status: 'solved', tagsAdded: ['late'] });
  await desk.enqueue({ accountId: SAMPLE_ACCOUNT_ID, ticketId: TICKET, action });
  mounted = mountPane(desk, <OutboxPanel />);
  await expect.element(page.getByText('It left on Monday.')).toBeVisible();
  await userEvent.keyboard('{Shift>}n{/Shift}');
  await expect.element(page.getByRole('status')).toHaveTextContent('It is an internal note now');
  expect(desk.entries().map((entry) => entry.action)).toEqual([
    { kind: 'note', words: action.kind === 'reply' && action.words, changes: { tagsAdded: ['late'] } },
  ]);
  expect(useInterface.getState().lastAction?.entryId).toBe(desk.entries()[0]?.id);
});

const refusedAs = (reason: 'ticket-merged' | 'ticket-closed', mergedInto: OutboxItem['mergedInto'] = null) => ({
  ...item(5, {
    action: replyAction('See the label.'),
    state: { name: 'rejected', reason, details: [], since: 0, mergedIntoRemoteId: mergedInto?.number ?? null },
  }),
  mergedInto,
});

test('what was written to a merged ticket moves to where that went', async () => {
  const replaceEntry = vi.fn<SampleDesk['replaceEntry']>(async () => err('no-link'));
  const merged = refusedAs('ticket-merged', { id: `${SAMPLE_ACCOUNT_ID}:9`, number: '9' });
  mountOutbox([merged], { replaceEntry });
  await expect.element(page.getByText('The ticket was merged into #9.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Move to #9' }));
  expect(replaceEntry.mock.calls).toEqual([
    [{ entryId: merged.entry.id, ticketId: `${SAMPLE_ACCOUNT_ID}:9`, action: merged.entry.action }],
  ]);
});

test('what was written to a closed ticket becomes a new one for the same requester', async () => {
  const { desk, discardEntry } = mountOutbox([refusedAs('ticket-closed')]);
  await expect.element(page.getByText('The ticket is closed for good.')).toBeVisible();
  const ticket = await desk.ticket(TICKET);
  await userEvent.keyboard('{Shift>}m{/Shift}');
  await expect.poll(() => useInterface.getState().newTicket).toBe(true);
  expect(await desk.draft(newDraft)).toMatchObject({
    text: 'See the label.',
    fields: { subject: ticket?.ticket.subject, requesterId: ticket?.requester?.remoteId },
  });
  expect(discardEntry.mock.calls.map(([, options]) => options)).toEqual([{ wordsKept: true }]);
});

test('of what nobody knows about, each choice says what it means', async () => {
  const undecided = item(6, { state: { name: 'unknown', since: 0, undecidable: true } });
  const { discardEntry, retryEntry } = mountOutbox([undecided]);
  await expect.element(page.getByText('If it had arrived, it stands there twice.')).toBeVisible();
  await userEvent.keyboard('{Shift>}y{/Shift}');
  expect(retryEntry.mock.calls).toEqual([[{ entryId: undecided.entry.id, anyway: false }]]);
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => discardEntry.mock.calls).toEqual([[undecided.entry.id]]);
});
