import { describe, expect, test } from 'vitest';
import type { EntryState, OutboxEntry } from '#shared/outbox/entry.ts';
import { choicesOf } from '../../../../../src/renderer/src/features/entry/choices.ts';
import { anEntry, NOON, replyAction } from '../../../../support/outbox-entry.ts';

const choices = (state: EntryState, change: Partial<OutboxEntry> = {}, mergedInto: string | null = null) =>
  choicesOf(
    {
      entry: anEntry(1, { action: replyAction('Hello'), state, ...change }),
      mergedInto: mergedInto === null ? null : { id: mergedInto, number: '9' },
    },
    false,
  );
const queued: EntryState = { name: 'queued', retryAt: null };
const rejected = (reason: Extract<EntryState, { name: 'rejected' }>['reason']): EntryState => ({
  name: 'rejected',
  reason,
  details: [],
  since: NOON,
  mergedIntoRemoteId: null,
});

describe('what may be done about an entry', () => {
  test('nothing while an attempt is under way or its answer is looked for', () => {
    expect(choices({ name: 'sending', since: NOON })).toEqual([]);
    expect(choices({ name: 'unknown', since: NOON, undecidable: false })).toEqual([]);
  });

  test('only what waits for the agent may be sent anyway', () => {
    expect(choices({ name: 'held', reason: 'too-old', since: NOON, fields: [] })).toEqual([
      'sendAnyway',
      'edit',
      'toNote',
      'discard',
    ]);
    expect(choices(queued)).toEqual(['edit', 'toNote', 'discard']);
    expect(choices(queued, { action: { kind: 'update', changes: {} } })).toEqual(['discard']);
  });

  test('undo belongs to the time before the first attempt', () => {
    const item = { entry: anEntry(1, { state: queued }), mergedInto: null };
    expect(choicesOf(item, true)).toEqual(['undo']);
    expect(choicesOf({ ...item, entry: { ...item.entry, attempts: 1 } }, true)).not.toContain('undo');
  });

  test('what nobody knows about is the agent’s to decide', () => {
    expect(choices({ name: 'unknown', since: NOON, undecidable: true })).toEqual(['arrived', 'sendAgain', 'edit']);
  });

  test('a refusal offers the next step that there is', () => {
    expect(choices(rejected('refused'))[0]).toBe('retry');
    expect(choices(rejected('ticket-merged'), {}, 'desk:9')).toEqual(['move', 'edit', 'discard']);
    expect(choices(rejected('ticket-merged'))).toEqual(['edit', 'discard']);
    expect(choices(rejected('ticket-closed'))[0]).toBe('followUp');
    expect(choices(rejected('ticket-gone'))).toEqual(['edit', 'retry', 'discard']);
  });
});
