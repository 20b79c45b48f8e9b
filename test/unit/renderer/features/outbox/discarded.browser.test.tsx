import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { callDraftId } from '#shared/calls/call.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err } from '#shared/result.ts';
import { DiscardedPanel } from '../../../../../src/renderer/src/features/outbox/DiscardedPanel.tsx';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { noteAction, replyAction } from '../../../../support/outbox-entry.ts';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../support/sample-desk-data.ts';

let mounted: MountedPane | null = null;
afterEach(() => {
  mounted?.unmount();
  mounted = null;
});

const TICKET = `${SAMPLE_ACCOUNT_ID}:48291`;
const replyDraft = { accountId: SAMPLE_ACCOUNT_ID, ticketId: TICKET, kind: 'reply' } as const;
const form = { accountId: SAMPLE_ACCOUNT_ID, ticketId: `${SAMPLE_ACCOUNT_ID}:new`, kind: 'new-ticket' } as const;

async function discardedEntry(desk: SampleDesk, action: OutboxEntry['action'], ticketId: string | null = TICKET) {
  const made = await desk.enqueue({ accountId: SAMPLE_ACCOUNT_ID, ticketId, action });
  if (!made.ok) throw new Error(made.error);
  await desk.discardEntry(made.value.entryId);
  return made.value.ticketId;
}
const open = (desk: SampleDesk): void => {
  mounted = mountPane(desk, <DiscardedPanel />);
};

test('a discarded reply becomes a draft again by keys alone, and what is in that draft stays', async () => {
  const desk = createSampleDesk();
  await discardedEntry(desk, replyAction('It left on Monday.'));
  await desk.saveDraft({ ...replyDraft, text: 'P.S.', cursorAt: 4, fields: {}, files: [], updatedAt: 1 });
  open(desk);
  await expect.element(page.getByText('It left on Monday.')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Nothing was discarded.')).toBeVisible();
  expect((await desk.draft(replyDraft))?.text).toBe('It left on Monday.\n\nP.S.');
  expect(useInterface.getState()).toMatchObject({ openTicketId: TICKET, composer: 'reply' });
});

test('words that stand in the draft already are not put there twice', async () => {
  const desk = createSampleDesk();
  await discardedEntry(desk, replyAction('Hello'));
  await desk.saveDraft({ ...replyDraft, text: 'Hello\n\nand more', cursorAt: 0, fields: {}, files: [], updatedAt: 1 });
  open(desk);
  await expect.element(page.getByText('Hello')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Nothing was discarded.')).toBeVisible();
  expect((await desk.draft(replyDraft))?.text).toBe('Hello\n\nand more');
});

test('discarded notes of a call go back to the call, whatever its ticket is', async () => {
  const desk = createSampleDesk();
  const { id } = desk.ring({ number: '+4791234567' });
  const notes = { accountId: SAMPLE_ACCOUNT_ID, ticketId: callDraftId(SAMPLE_ACCOUNT_ID, id), kind: 'call' } as const;
  await desk.saveDraft({ ...notes, text: 'Tent torn at the seam', cursorAt: 0, fields: {}, files: [], updatedAt: 1 });
  await desk.discardDraft(notes);
  open(desk);
  await expect.element(page.getByText('Tent torn at the seam')).toBeVisible();
  await expect.element(page.getByText('Notes of a call')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Nothing was discarded.')).toBeVisible();
  expect((await desk.draft(notes))?.text).toBe('Tent torn at the seam');
  expect(useInterface.getState().shownCallId).toBe(id);
});

const create = (subject: string, remoteId: string): Extract<OutboxEntry['action'], { readonly kind: 'create' }> => ({
  kind: 'create',
  subject,
  requester: { remoteId, name: remoteId, email: null },
  public: true,
  words: { markdown: 'As agreed', html: '<p>As agreed</p>', files: [] },
  changes: {},
});

test('a discarded new ticket fills its form, unless that is filled for another customer', async () => {
  const desk = createSampleDesk();
  await discardedEntry(desk, create('Broken tent', 'bob'), null);
  const other = { requesterId: 'alice', subject: 'Late parcel' };
  await desk.saveDraft({ ...form, text: 'Dear Alice', cursorAt: 0, fields: other, files: [], updatedAt: 1 });
  open(desk);
  await expect.element(page.getByText('As agreed')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('status')).toHaveTextContent('already holds others');
  expect(await desk.draft(form)).toMatchObject({ text: 'Dear Alice', fields: other });
  await desk.discardDraft({ ...form, wordsKept: true });
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Nothing was discarded.')).toBeVisible();
  expect(await desk.draft(form)).toMatchObject({ text: 'As agreed', fields: { subject: 'Broken tent' } });
  expect(useInterface.getState().newTicket).toBe(true);
});

test('of a ticket that never came to be the words go into the form for a new one', async () => {
  const desk = createSampleDesk();
  const made = await desk.enqueue({
    accountId: SAMPLE_ACCOUNT_ID,
    ticketId: null,
    action: create('Broken tent', 'bob'),
  });
  if (!made.ok) throw new Error(made.error);
  const note = await desk.enqueue({
    accountId: SAMPLE_ACCOUNT_ID,
    ticketId: made.value.ticketId,
    action: noteAction('He calls again'),
  });
  if (!note.ok) throw new Error(note.error);
  await desk.discardEntry(note.value.entryId);
  await desk.discardEntry(made.value.entryId, { wordsKept: true });
  open(desk);
  await expect.element(page.getByText('He calls again')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useInterface.getState().newTicket).toBe(true);
  expect((await desk.draft(form))?.text).toBe('He calls again');
});

test('nothing leaves the list before its words are kept', async () => {
  const desk = createSampleDesk();
  await discardedEntry(desk, replyAction('Keep me'));
  const recovered = vi.fn(desk.recovered);
  open({ ...desk, recovered, saveDraft: async () => err('full' as const) });
  await expect.element(page.getByText('Keep me')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('status')).not.toBeEmptyDOMElement();
  expect(recovered).not.toHaveBeenCalled();
});
