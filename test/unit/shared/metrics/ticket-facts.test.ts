import { expect, it } from 'vitest';
import { createFacts, groupKey, type TicketFilter, ticketMask } from '#shared/metrics/ticket-facts.ts';
import { ACCOUNT, timeline } from '../../../support/timeline.ts';

const LINES = '2026-03-02 09:00 customer creates';
const tickets = [
  { channel: 'email', priority: 'high', groupId: 'g1', tags: ['refund', 'vip'] },
  { channel: 'phone', priority: null, groupId: null, tags: [] },
  { channel: 'email', priority: 'low', groupId: 'g2', tags: ['refund'] },
] as const;

function chosen(filter: TicketFilter): readonly number[] | null {
  const facts = createFacts();
  for (const [number, ticket] of tickets.entries()) facts.put(number, timeline(LINES, { ticket }));
  const mask = ticketMask(facts.facts(), tickets.length, filter);
  return mask && [...mask];
}

it('fits all tickets where nothing is asked', () => {
  expect(chosen({})).toBe(null);
});

it('fits those with any of what is named, and with all kinds of what is named', () => {
  expect(chosen({ channels: ['email'] })).toEqual([1, 0, 1]);
  expect(chosen({ priorities: ['high', null] })).toEqual([1, 1, 0]);
  expect(chosen({ groups: [groupKey(ACCOUNT, 'g2'), null] })).toEqual([0, 1, 1]);
  expect(chosen({ tags: ['vip', 'refund'] })).toEqual([1, 0, 1]);
  expect(chosen({ channels: ['email'], priorities: ['low'], tags: ['refund'] })).toEqual([0, 0, 1]);
});

it('fits none of what no ticket has, or where nothing would do', () => {
  expect(chosen({ tags: ['unheard'] })).toEqual([0, 0, 0]);
  expect(chosen({ groups: ['desk-2:g1'] })).toEqual([0, 0, 0]);
  expect(chosen({ channels: [] })).toEqual([0, 0, 0]);
});

it('knows what a ticket is now, and takes more tickets than it has room for', () => {
  const facts = createFacts();
  facts.put(0, timeline(LINES, { ticket: tickets[0] }));
  facts.put(5_000, timeline(LINES, { ticket: tickets[1] }));
  facts.put(0, timeline(LINES, { ticket: tickets[2] }));
  expect(ticketMask(facts.facts(), 5_001, { priorities: ['low'] })?.indexOf(1)).toBe(0);
  expect(ticketMask(facts.facts(), 5_001, { channels: ['phone'] })?.indexOf(1)).toBe(5_000);
});
