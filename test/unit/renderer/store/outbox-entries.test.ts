import { expect, test } from 'vitest';
import { OutboxEntries } from '#renderer/store/outbox-entries.ts';
import { anEntry } from '../../../support/outbox-entry.ts';

test('entries are at hand by ticket, oldest first, however they came and went', () => {
  const entries = new OutboxEntries();
  const [one, two, other] = [anEntry(1), anEntry(2), anEntry(3, { ticketId: 'test:2' })];
  for (const entry of [two, other, one]) entries.set(entry.id, entry);
  expect(entries.ofTicket('test:1')).toEqual([one, two]);
  const sent = { ...two, attempts: 1 };
  entries.set(two.id, sent);
  expect(entries.ofTicket('test:1')).toEqual([one, sent]);
  entries.delete(one.id);
  entries.set(two.id, { ...sent, ticketId: 'test:2' });
  expect(entries.ofTicket('test:1')).toEqual([]);
  expect(entries.ofTicket('test:2').map(({ id }) => id)).toEqual([two.id, other.id]);
  entries.clear();
  expect(entries.ofTicket('test:2')).toEqual([]);
});
