import { expect, test } from 'vitest';
import { conflictingFields, holdOf, TOO_OLD_MS } from '#shared/outbox/hold.ts';
import {
  aMessage,
  anEntry,
  aTicket,
  forwardAction,
  NOON,
  noteAction,
  replyAction,
} from '../../../support/outbox-entry.ts';

const known = aMessage('m1');
const now = { ticket: aTicket(), messages: [known], me: 'me', at: NOON };

test('nothing new holds nothing', () => {
  expect(holdOf(anEntry(1), now)).toBeNull();
});

test.each([
  ['a customer', { authorId: 'customer', authorRole: 'requester' as const }],
  ['a colleague', { authorId: 'colleague', authorRole: 'agent' as const }],
  ['a colleague, as a note', { authorId: 'colleague', authorRole: 'agent' as const, kind: 'note' as const }],
])('a newer message by %s holds a reply', (_name, author) => {
  const news = aMessage('m2', { ...author, createdAt: NOON - 1 });
  expect(holdOf(anEntry(1), { ...now, messages: [known, news] })).toEqual({ reason: 'newer-message', fields: [] });
});

test('a message in the same second as the last one seen still counts as news', () => {
  const news = aMessage('m2', { createdAt: known.createdAt });
  expect(holdOf(anEntry(1), { ...now, messages: [known, news] })?.reason).toBe('newer-message');
});

test.each([
  ['me', { authorId: 'me', authorRole: 'agent' as const }],
  ['a trigger', { authorId: null, authorRole: 'system' as const }],
])('a newer message by %s holds nothing', (_name, author) => {
  const news = aMessage('m2', { ...author, createdAt: NOON - 1 });
  expect(holdOf(anEntry(1), { ...now, messages: [known, news] })).toBeNull();
});

test.each([
  ['a colleague forwarded', { authorId: 'colleague', authorRole: 'agent' as const }],
  ['people outside answered', { authorId: null, authorRole: 'outside' as const }],
])('what %s holds no reply: the customer has not seen it', (_what, author) => {
  const beside = aMessage('m2', { ...author, kind: 'forward', createdAt: NOON - 1 });
  expect(holdOf(anEntry(1), { ...now, messages: [known, beside] })).toBeNull();
});

test('a forward is not held for a message: it says what was said', () => {
  const messages = [known, aMessage('m2', { createdAt: NOON - 1 })];
  expect(holdOf(anEntry(1, { action: forwardAction('Look') }), { ...now, messages })).toBeNull();
});

test('a note is never held for a message, and "send anyway" waives the check', () => {
  const messages = [known, aMessage('m2', { createdAt: NOON - 1 })];
  expect(holdOf(anEntry(1, { action: noteAction('for us') }), { ...now, messages })).toBeNull();
  expect(holdOf(anEntry(1, { sendAnyway: true }), { ...now, messages })).toBeNull();
});

test('words of another day are shown before they go', () => {
  expect(holdOf(anEntry(1), { ...now, at: NOON + TOO_OLD_MS })).toBeNull();
  expect(holdOf(anEntry(1), { ...now, at: NOON + TOO_OLD_MS + 1 })).toEqual({ reason: 'too-old', fields: [] });
});

test('a field conflicts only when both sides changed it, to different values', () => {
  const base = anEntry(1).base;
  const solving = anEntry(1, {
    action: replyAction('Done', { status: 'solved' }),
    base: { ...base, values: { status: 'open' } },
  });
  expect(conflictingFields(solving, aTicket({ status: 'open' }))).toEqual([]);
  expect(conflictingFields(solving, aTicket({ status: 'solved' }))).toEqual([]);
  expect(conflictingFields(solving, aTicket({ status: 'pending' }))).toEqual(['status']);
  expect(conflictingFields(solving, aTicket({ priority: 'urgent' }))).toEqual([]);
});

test('custom fields conflict one by one, and tags never', () => {
  const base = anEntry(1).base;
  const entry = anEntry(1, {
    action: { kind: 'update', changes: { fields: { order: '77' }, tagsAdded: ['refund'] } },
    base: { ...base, values: { fields: { order: null } } },
  });
  expect(conflictingFields(entry, aTicket({ tags: ['other'] }))).toEqual([]);
  expect(conflictingFields(entry, aTicket({ fields: { order: '66' } }))).toEqual(['order']);
});
