import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { ok } from '#shared/result.ts';
import { PendingState } from '../../../../../src/renderer/src/features/ticket/conversation/PendingState.tsx';
import { useInterface } from '../../../../../src/renderer/src/state/interface-state.ts';
import { type MountedPane, mountPane } from '../../../../support/mount-pane.tsx';
import { anEntry, replyAction } from '../../../../support/outbox-entry.ts';
import { createSampleDesk, type SampleDesk } from '../../../../support/sample-desk.ts';
import { SAMPLE_ACCOUNT_ID } from '../../../../support/sample-desk-data.ts';

let mounted: MountedPane | null = null;
afterEach(() => {
  mounted?.unmount();
  mounted = null;
});

const TICKET = `${SAMPLE_ACCOUNT_ID}:48291`;

/** An entry on a ticket of the sample desk, written after its message number `after`, whose words the pane shows by itself. */
async function mountEntry(after: number, change: Partial<OutboxEntry>) {
  const sample = createSampleDesk({ tickets: 4 });
  const messages = (await sample.conversation(TICKET)).items.flatMap((item) =>
    item.type === 'message' ? [item.message] : [],
  );
  const seen = messages[after];
  const entry = anEntry(1, {
    accountId: SAMPLE_ACCOUNT_ID,
    ticketId: TICKET,
    base: {
      version: 'v1',
      lastMessageRemoteId: seen?.remoteId ?? null,
      lastMessageAt: seen?.createdAt ?? null,
      values: {},
    },
    ...change,
  });
  const desk = {
    ...sample,
    outbox: async () => [{ entry, subject: '', number: '48291', waitsFor: null, mergedInto: null }],
    retryEntry: vi.fn<SampleDesk['retryEntry']>(async () => ok(null)),
    discardEntry: vi.fn<SampleDesk['discardEntry']>(async () => ok(null)),
  };
  mounted = mountPane(desk, <PendingState entry={entry} />);
  return { desk, entry };
}

test('a held reply stands beside what came since, and the keys are for it', async () => {
  const { desk, entry } = await mountEntry(2, {
    state: { name: 'held', reason: 'newer-message', since: 0, fields: [] },
  });
  const beside = page.getByRole('region', { name: 'Came since you wrote this' });
  await expect.element(beside).toHaveTextContent('Customer');
  expect(beside.element().querySelectorAll('blockquote')).toHaveLength(1);
  await userEvent.keyboard('{Shift>}y{/Shift}');
  expect(desk.retryEntry.mock.calls).toEqual([[{ entryId: entry.id, anyway: true }]]);
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => desk.discardEntry.mock.calls).toEqual([[entry.id]]);
  expect(useInterface.getState().told?.sentence).toContain('among the discarded drafts');
});

test('in the outbox the keys are for the row of that list', async () => {
  const { desk } = await mountEntry(2, { state: { name: 'held', reason: 'newer-message', since: 0, fields: [] } });
  useInterface.setState({ place: 'outbox' });
  await expect.element(page.getByRole('button', { name: 'Send anyway', exact: true })).toBeVisible();
  await userEvent.keyboard('{Delete}');
  expect(desk.discardEntry).not.toHaveBeenCalled();
});

test('of a field that both changed both values are shown', async () => {
  await mountEntry(2, {
    action: { kind: 'update', changes: { priority: 'low' } },
    state: { name: 'held', reason: 'field-conflict', since: 0, fields: ['priority'] },
  });
  await expect.element(page.getByText('the helpdesk has “High priority”, you chose “Low priority”')).toBeVisible();
});

const words =
  'Thanks for writing, and for the order number: that saves us both a day.\n\nI have asked the workshop whether the part is in stock. You will hear from me before Thursday.\n\nRobin';

test('what nobody knows about stands beside what looks like it', async () => {
  await mountEntry(0, { action: replyAction(words), state: { name: 'unknown', since: 0, undecidable: true } });
  await expect
    .element(page.getByRole('region', { name: 'In the helpdesk, and looks like it' }))
    .toHaveTextContent('I have asked the workshop');
  await expect.element(page.getByText('It leaves the outbox and is not sent again.')).toBeVisible();
});

test('nothing that looks like it is said too', async () => {
  await mountEntry(0, {
    action: replyAction('Something else entirely'),
    state: { name: 'unknown', since: 0, undecidable: true },
  });
  await expect.element(page.getByText('Nothing of yours in the helpdesk since then looks like it.')).toBeVisible();
});
