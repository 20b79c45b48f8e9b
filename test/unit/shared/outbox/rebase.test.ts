import { expect, test } from 'vitest';
import { rebased, withoutChanges } from '#shared/outbox/rebase.ts';
import { anEntry, aTicket, replyAction } from '../../../support/outbox-entry.ts';

const solve = anEntry(2, {
  action: replyAction('Done', { status: 'solved' }),
  base: { ...anEntry(2).base, values: { status: 'solved' } },
});

test('what my own earlier action moved is no conflict for the later one', () => {
  const base = rebased(solve, anEntry(1), {
    before: aTicket({ status: 'solved' }),
    after: aTicket({ status: 'open', version: 'v2' }),
    alone: true,
  });
  expect(base).toMatchObject({ version: 'v2', values: { status: 'open' } });
});

test('what a colleague had changed before stays a conflict', () => {
  const base = rebased(solve, anEntry(1), {
    before: aTicket({ status: 'pending' }),
    after: aTicket({ status: 'open', version: 'v2' }),
    alone: true,
  });
  expect(base?.values.status).toBe('solved');
});

test('nothing moves when nothing did', () => {
  expect(rebased(solve, anEntry(1), { before: aTicket(), after: aTicket(), alone: true })).toBeNull();
});

test('custom fields move one by one', () => {
  const entry = anEntry(2, { base: { ...anEntry(2).base, values: { fields: { a: '1', b: '1' } } } });
  const base = rebased(entry, anEntry(1), {
    before: aTicket({ fields: { a: '1', b: '9' } }),
    after: aTicket({ fields: { a: '2', b: '3' } }),
    alone: true,
  });
  expect(base?.values.fields).toEqual({ a: '2', b: '1' });
});

test('what a colleague may have changed meanwhile is not taken for my own effect', () => {
  const mine = anEntry(1, { action: replyAction('Hi', { priority: 'low' }) });
  const later = anEntry(2, {
    action: replyAction('Done', { status: 'solved', priority: 'high' }),
    base: { ...anEntry(2).base, values: { status: 'open', priority: 'normal' } },
  });
  const [before, after] = [aTicket(), aTicket({ status: 'pending', priority: 'low', version: 'v2' })];
  expect(rebased(later, mine, { before, after, alone: false })?.values).toEqual({ status: 'open', priority: 'low' });
  expect(rebased(later, mine, { before, after, alone: true })?.values).toEqual({ status: 'pending', priority: 'low' });
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
