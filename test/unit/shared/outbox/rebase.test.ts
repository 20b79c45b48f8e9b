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
  expect(withoutChanges(later, undone, []).values).toEqual({ status: 'open', priority: 'low' });
  const ownEyes = { ...later, values: { status: 'pending' } } as const;
  expect(withoutChanges(ownEyes, undone, []).values).toEqual({ status: 'pending' });
});

test('what was built over a held change is built on the row that lay under it, not on what that one had seen', () => {
  const held = anEntry(1, {
    action: replyAction('Done', { priority: 'high' }),
    base: { ...anEntry(1).base, values: { priority: 'low' } },
  });
  // A colleague has set it to normal meanwhile: that is why it is held, and what the agent was told.
  const later = { ...anEntry(2).base, values: { priority: 'high' }, under: { priority: 'normal' } } as const;
  expect(withoutChanges(later, held, []).values).toEqual({ priority: 'normal' });
  const between = anEntry(0, { action: replyAction('Before', { priority: 'urgent' }) });
  expect(withoutChanges(later, held, [between]).values).toEqual({ priority: 'low' });
});

test('the row under a later entry moves with what takes effect, as what it saw does', () => {
  const mine = anEntry(1, { action: replyAction('Hi', { priority: 'low' }) });
  const later = anEntry(3, {
    base: { ...anEntry(3).base, values: { priority: 'high' }, under: { priority: 'normal' } },
  });
  const [before, after] = [aTicket({ priority: 'normal' }), aTicket({ priority: 'low', version: 'v2' })];
  const base = rebased(later, mine, { before, after, alone: false });
  expect(base).toMatchObject({ values: { priority: 'high' }, under: { priority: 'low' } });
});
