import { expect, test } from 'vitest';
import { missingInWrapUp, wrapUpIn } from '#renderer/features/calls/wrap-up/wrap-up-fields.ts';
import { aCall } from '../../../../support/a-call.ts';

const NOW = 1_000_000;
const call = aCall(1);
const about = aCall(1, { ticketId: 'a:7' });

test('until the agent chooses, notes go on the ticket that the call is about, else on a new one, and none go nowhere', () => {
  expect(wrapUpIn({}, about, true)).toMatchObject({ where: 'ticket', ticketId: 'a:7', as: 'note', isOnTicket: false });
  expect(wrapUpIn({}, call, false)).toMatchObject({ where: 'new', ticketId: null });
  expect(wrapUpIn({}, call, true).where).toBe('log');
  expect(wrapUpIn({ where: 'log' }, about, false).where).toBe('log');
  expect(wrapUpIn({ where: 'ticket' }, call, false).where).toBe('new');
});

test('notes that are on a ticket already can go nowhere else', () => {
  for (const where of ['new', 'log', 'ticket', ''])
    expect(wrapUpIn({ where, onTicket: 'a:9' }, about, false)).toMatchObject({
      where: 'ticket',
      ticketId: 'a:9',
      isOnTicket: true,
    });
});

test('a call is finished once it has what it must have', () => {
  const missing = (fields: Record<string, string>, dispositionRequired = false) =>
    missingInWrapUp(wrapUpIn(fields, about, false), { dispositionRequired, now: NOW });
  const later = { followUp: 'fri 9', followUpAt: String(NOW + 1) };
  expect(missing({})).toBeNull();
  expect(missing({}, true)).toBe('disposition');
  expect(missing({ disposition: 'Other' }, true)).toBeNull();
  expect(missing({ followUp: 'soonish' })).toBe('followUp');
  expect(missing({ followUp: '9', followUpAt: String(NOW) })).toBe('followUp');
  expect(missing(later)).toBeNull();
  expect(missing({ ...later, where: 'log' })).toBe('followUpTicket');
});
