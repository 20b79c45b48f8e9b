import { expect, test } from 'vitest';
import {
  fieldsOfCreate,
  missingIn,
  newTicketAction,
  ticketToBe,
} from '#renderer/features/composer/new-ticket/new-ticket-action.ts';

const words = { markdown: 'Again', html: '<p>Again</p>', files: [] };
const form = { requesterId: 'r1', requesterName: 'Ada', subject: 'Zip' };

test('a form that follows up a ticket makes one that names it, and says so again when it is taken back', () => {
  const fields = { ...form, followUpOf: '12' };
  const made = newTicketAction(fields, words, {});
  expect(made.changes).toEqual({ linksAdded: [{ kind: 'follow-up', remoteId: '12' }] });
  expect(fieldsOfCreate(made)).toMatchObject(fields);
  expect(newTicketAction({ ...fields, followUpOf: '' }, words, {}).changes).toEqual({});
});

test('a ticket may begin with files alone, but not with nothing, and says first what is missing first', () => {
  expect(missingIn(form, false)).toBeNull();
  expect(missingIn(form, true)).toBe('empty');
  expect(missingIn({ ...form, subject: ' ' }, true)).toBe('subject');
  expect(missingIn({ requesterName: 'Ada', requesterEmail: 'ada@' }, true)).toBe('email');
  expect(missingIn({ requesterName: 'Ada' }, true)).toBe('requester');
});

test('who is in copy goes with a public message and not with a note, and comes back with it', () => {
  const fields = { ...form, cc: 'tom@a.example, li@b.example' };
  const made = newTicketAction(fields, words, { status: 'solved' });
  expect(made).toMatchObject({ public: true, cc: ['tom@a.example', 'li@b.example'], changes: { status: 'solved' } });
  expect(fieldsOfCreate(made)['cc']).toBe(fields.cc);
  const note = newTicketAction({ ...fields, public: 'no' }, words, {});
  expect([note.public, 'cc' in note]).toEqual([false, false]);
});

test('what goes with it adds to what the form sets', () => {
  const fields = { ...form, tags: 'vip, eu', priority: 'high' };
  expect(newTicketAction(fields, words, { tagsAdded: ['phone'], priority: 'urgent' }).changes).toEqual({
    tagsAdded: ['vip', 'eu', 'phone'],
    priority: 'urgent',
  });
});

test('templates see of a form whom it is for as soon as somebody is named, and nobody before', () => {
  expect(ticketToBe({ subject: ' ', priority: 'soon' })).toEqual({
    requester: null,
    subject: '',
    groupId: null,
    priority: null,
    tags: [],
  });
  expect(ticketToBe({ requesterEmail: 'ada@a.example' }).requester).toEqual({
    remoteId: null,
    name: 'ada@a.example',
    email: 'ada@a.example',
  });
});
