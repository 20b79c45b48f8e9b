import { expect, test } from 'vitest';
import { outboxEntrySchema } from '#shared/outbox/entry.ts';
import { anEntry, NOON } from '../../../support/outbox-entry.ts';

const refused = (details: readonly unknown[]): string =>
  JSON.stringify({
    ...anEntry(1),
    state: { name: 'rejected', reason: 'refused', details, since: NOON, mergedIntoRemoteId: null },
  });

test('a refusal that an earlier version wrote down, in strings alone, is read as the helpdesk’s own words', () => {
  const line = refused(['Status: is invalid', 'label.pdf: the file is gone']);
  expect(outboxEntrySchema.parse(JSON.parse(line)).state).toMatchObject({
    details: ['Status: is invalid', 'label.pdf: the file is gone'],
  });
});

test('reasons of Holdfast’s come back with what they name, and an unknown one is no reason', () => {
  const details = ['Status: is invalid', { code: 'file-gone', file: 'label.pdf' }, { code: 'no-tags-field' }];
  expect(outboxEntrySchema.parse(JSON.parse(refused(details))).state).toMatchObject({ details });
  expect(outboxEntrySchema.safeParse(JSON.parse(refused([{ code: 'because' }]))).success).toBe(false);
});
