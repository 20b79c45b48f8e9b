import { expect, test } from 'vitest';
import type { RefusalReason } from '#shared/domain/refusal.ts';
import { createText } from '#shared/i18n/text.ts';
import { conflictLines } from '../../../../../src/renderer/src/features/ticket/conversation/conflicts.ts';
import { pendingView } from '../../../../../src/renderer/src/features/ticket/conversation/pending-view.ts';
import { anEntry, aTicket, NOON } from '../../../../support/outbox-entry.ts';

const t = createText('en');

test('a refusal shows the helpdesk’s words as they are, and a reason of Holdfast’s in words', () => {
  const details: readonly RefusalReason[] = ['Status: is invalid', { code: 'no-such-status', status: 'on-hold' }];
  const entry = anEntry(1, {
    state: { name: 'rejected', reason: 'refused', details, since: NOON, mergedIntoRemoteId: null },
  });
  expect(pendingView(t, entry, { undoable: false, online: true, mergedInto: null })).toMatchObject({
    tone: 'danger',
    details: ['Status: is invalid', 'No status of the ticket’s queue stands for “On hold”.'],
  });
});

test('a tick that both sides changed reads as yes and no', () => {
  const entry = anEntry(1, { action: { kind: 'update', changes: { fields: { tick: true } } } });
  const ticket = aTicket({ fields: { tick: false } });
  expect(conflictLines(t, ['tick'], entry, { ticket, facts: null })).toEqual([
    'tick: the helpdesk has “No”, you chose “Yes”',
  ]);
});
