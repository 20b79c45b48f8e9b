import { expect, test } from 'vitest';
import { fieldsOfCreate, newTicketAction } from '#renderer/features/composer/new-ticket-action.ts';

test('a form that follows up a ticket makes one that names it, and says so again when it is taken back', () => {
  const fields = { requesterId: 'r1', requesterName: 'Ada', subject: 'Zip', followUpOf: '12' };
  const made = newTicketAction(fields, { markdown: 'Again', html: '<p>Again</p>', files: [] });
  expect(made.ok && made.action.changes).toEqual({ linksAdded: [{ kind: 'follow-up', remoteId: '12' }] });
  if (!made.ok || made.action.kind !== 'create') throw new Error('not made');
  expect(fieldsOfCreate(made.action)).toMatchObject(fields);
  const plain = newTicketAction({ ...fields, followUpOf: '' }, { markdown: 'Again', html: '<p>Again</p>', files: [] });
  expect(plain.ok && plain.action.changes).toEqual({});
});

test('a ticket may begin with files alone, but not with nothing', () => {
  const fields = { requesterId: 'r1', requesterName: 'Ada', subject: 'Zip' };
  const file = { name: 'zip.png', mimeType: 'image/png', size: 1, sha256: 'a'.repeat(64) };
  const made = newTicketAction(fields, { markdown: '', html: '', files: [file] });
  expect(made).toMatchObject({ ok: true, action: { words: { files: [file] } } });
  expect(newTicketAction(fields, { markdown: '', html: '', files: [] })).toEqual({ ok: false, problem: 'empty' });
});
