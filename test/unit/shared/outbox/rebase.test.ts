import { expect, test } from 'vitest';
import { rebased, withoutChanges } from '#shared/outbox/rebase.ts';
import { anEntry, aTicket, replyAction } from '../../../support/outbox-entry.ts';

const solve = anEntry(2, {
  action: replyAction('Done', { status: 'solved' }),
  base: { ...anEntry(2).base, values: { status: 'solved' } },
});

test('what my own earlier action moved is no conflict for the later one', () => {
  const base = rebased(solve, aTicket({ status: 'solved' }), aTicket({ status: 'open', version: 'v2' }));
  expect(base).toMatchObject({ version: 'v2', values: { status: 'open' } });
});

test('what a colleague had changed before stays a conflict', () => {
  const base = rebased(solve, aTicket({ status: 'pending' }), aTicket({ status: 'open', version: 'v2' }));
  expect(base?.values.status).toBe('solved');
});

test('nothing moves when nothing did', () => {
  expect(rebased(solve, aTicket(), aTicket())).toBeNull();
});

test('custom fields move one by one', () => {
  const entry = anEntry(2, { base: { ...anEntry(2).base, values: { fields: { a: '1', b: '1' } } } });
  const base = rebased(entry, aTicket({ fields: { a: '1', b: '9' } }), aTicket({ fields: { a: '2', b: '3' } }));
  expect(base?.values.fields).toEqual({ a: '2', b: '1' });
});

test('what was built on changes that were taken back is built on what was before them', () => {
  const undone = anEntry(1, {
    action: replyAction('Done', { status: 'solved' }),
    base: { ...anEntry(1).base, values: { status: 'open' } },
  });
  const later = { ...anEntry(2).base, values: { status: 'solved', priority: 'low' } } as const;
  expect(withoutChanges(later, undone).values).toEqual({ status: 'open', priority: 'low' });
  const ownEyes = { ...later, values: { status: 'pending' } } as const;
  expect(withoutChanges(ownEyes, undone).values).toEqual({ status: 'pending' });
});
