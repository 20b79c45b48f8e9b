import { expect, test } from 'vitest';
import { copiesOf } from '#shared/outbox/action.ts';
import { draftSchema, outboxEntrySchema } from '#shared/outbox/entry.ts';
import { anEntry, forwardAction, NOON } from '../../../support/outbox-entry.ts';

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

test('a new ticket that an earlier version wrote down puts nobody in copy, and one of this version whom it names', () => {
  const create = {
    kind: 'create',
    subject: 'Zip',
    requester: { remoteId: null, name: 'Ada', email: 'ada@a.example' },
    public: true,
    words: { markdown: 'Hi', html: '<p>Hi</p>', files: [] },
    changes: {},
  };
  const read = (action: object) =>
    outboxEntrySchema.parse(JSON.parse(JSON.stringify({ ...anEntry(1), action }))).action;
  expect(copiesOf(read(create))).toEqual([]);
  expect(copiesOf(read({ ...create, cc: ['tom@a.example'] }))).toEqual(['tom@a.example']);
});

test('a forward is written down with whom it goes to, and is none without', () => {
  const originals = [
    { remoteId: '/api/v2/x', name: 'label.pdf', mimeType: 'application/pdf', size: 3, ticketRemoteId: '1' },
  ];
  const entry = anEntry(1, { action: forwardAction('Look', { originals }) });
  expect(outboxEntrySchema.parse(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  const toNobody = { ...entry, action: forwardAction('Look', { to: [] }) };
  expect(outboxEntrySchema.safeParse(JSON.parse(JSON.stringify(toNobody))).success).toBe(false);
});

test.each(['reply', 'note', 'forward', 'new-ticket'] as const)(
  'a draft of kind %s is read from the journal',
  (kind) => {
    const draft = {
      accountId: 'test',
      ticketId: 'test:1',
      kind,
      text: 'Look',
      cursorAt: 4,
      fields: {},
      updatedAt: NOON,
    };
    expect(draftSchema.parse(JSON.parse(JSON.stringify(draft)))).toMatchObject({ kind, files: [] });
  },
);
