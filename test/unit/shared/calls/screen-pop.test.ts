import { describe, expect, test } from 'vitest';
import type { CallerReason, CallersTicket, CallerWith } from '#shared/calls/caller.ts';
import { popFor } from '#shared/calls/screen-pop.ts';
import { personNamed } from './directory.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 24 * 60 * 60_000;
const number = { e164: '+4722000012', shown: '22 00 00 12', country: 'NO', extension: null };

const caller = (why: CallerReason, changedDaysAgo: number | null): CallerWith<CallersTicket> => ({
  accountId: 'desk-1',
  person: personNamed('Kari', '22000012'),
  why,
  ticket:
    changedDaysAgo === null
      ? null
      : { id: 'desk-1:7', accountId: 'desk-1', updatedAt: NOW - Math.round(changedDaysAgo * DAY_MS) },
  openTickets: 1,
});
const popOf = (...callers: readonly CallerWith<CallersTicket>[]) => popFor({ number, callers }, NOW);

describe('a call opens', () => {
  test('the ticket of a known caller that changed in the last 30 days', () => {
    for (const days of [0, 1, 29.9, 30]) {
      const known = caller('number', days);
      expect(popOf(known)).toEqual({ to: 'ticket', accountId: 'desk-1', ticketId: 'desk-1:7', caller: known });
    }
  });
  test('and one that the helpdesk’s clock says will change in a moment', () => {
    expect(popOf(caller('number', -0.01)).to).toBe('ticket');
  });
  test('else the customer', () => {
    for (const known of [caller('number', 30.01), caller('number', null)])
      expect(popOf(known)).toEqual({ to: 'person', caller: known });
  });
  test('a new ticket with the number for one whom nobody knows', () => {
    expect(popOf()).toEqual({ to: 'new-ticket', number });
    expect(popFor({ number: null, callers: [] }, NOW)).toEqual({ to: 'new-ticket', number: null });
  });
  test('what the agent chooses, where several may be it', () => {
    const callers = [caller('earlier-call', 1), caller('number', 1)];
    expect(popOf(...callers)).toEqual({ to: 'choose', callers });
  });
  test.each<[CallerReason, string]>([
    ['earlier-call', 'ticket'],
    ['number', 'ticket'],
    ['suffix', 'ticket'],
    // Somebody of the house or of the family: another’s ticket must not be read out to them.
    ['shared', 'choose'],
    ['extension', 'choose'],
  ])('where there is one, and why is %s: %s', (why, to) => {
    expect(popOf(caller(why, 1)).to).toBe(to);
  });
});
