import { expect, test } from 'vitest';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { changesAnything } from '#shared/outbox/changes-anything.ts';
import { aTicket } from '../../../support/outbox-entry.ts';

const ticket = aTicket({ tags: ['a', 'b'], fields: { size: 'M' }, assigneeId: null, followerIds: ['a-1'] });

test.each<[TicketChanges, boolean]>([
  [{}, false],
  [{ status: 'open' }, false],
  [{ status: 'solved' }, true],
  [{ status: 'open', statusName: 'Waiting for stock' }, true],
  [{ priority: 'normal', assigneeId: null }, false],
  [{ assigneeId: 'me' }, true],
  [{ tagsAdded: ['b'] }, false],
  [{ tagsAdded: ['c'] }, true],
  [{ tagsRemoved: ['c'] }, false],
  [{ tagsRemoved: ['a'] }, true],
  [{ followersAdded: ['a-1'] }, false],
  [{ followersAdded: ['me'] }, true],
  [{ followersRemoved: ['me'] }, false],
  [{ followersRemoved: ['a-1'] }, true],
  [{ fields: { size: 'M' } }, false],
  [{ fields: { color: 'red' } }, true],
])('%j on an open ticket', (changes, expected) => {
  expect(changesAnything(ticket, changes)).toBe(expected);
});

test('a closed ticket is as done as a solved one', () => {
  expect(changesAnything(aTicket({ status: 'closed', statusName: 'closed' }), { status: 'solved' })).toBe(false);
});
