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
