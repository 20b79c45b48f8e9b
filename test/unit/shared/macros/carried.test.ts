import { expect, test } from 'vitest';
import { type Carried, carriedBy, carriedTogether, carrying, changesTogether } from '#shared/macros/carried.ts';

const carried = (change: Partial<Carried> = {}): Carried => ({
  title: 'Refund',
  changes: {},
  snoozeUntil: null,
  advance: null,
  ...change,
});

test('what a draft carries is found again beside its other fields, and leaves with nothing behind', () => {
  const one = carried({ changes: { status: 'solved', tagsAdded: ['refunded'] }, advance: 'next' });
  const fields = carrying({ subject: 'Tent' }, one);
  expect(carriedBy(fields)).toEqual(one);
  expect(fields['subject']).toBe('Tent');
  expect(carrying(fields, null)).toEqual({ subject: 'Tent' });
});

test.each([
  '',
  'nonsense',
  '{"title":"x"}',
  '{"title":"x","changes":{"status":"sold"},"snoozeUntil":null,"advance":null}',
])('a draft whose field says %j carries nothing', (text) => {
  expect(carriedBy({ carried: text })).toBeNull();
});

test('of two macros the later one stands where both set the same, and what only one sets stays', () => {
  const first = carried({ changes: { status: 'pending', priority: 'high' }, snoozeUntil: 5, advance: 'stay' });
  const second = carried({ title: 'Escalate', changes: { status: 'solved', groupId: '7' }, advance: 'next' });
  expect(carriedTogether(first, second)).toEqual({
    title: 'Refund · Escalate',
    changes: { status: 'solved', priority: 'high', groupId: '7' },
    snoozeUntil: 5,
    advance: 'next',
  });
  expect(carriedTogether(first, first).title).toBe('Refund');
});

test('the name of a status goes with the status that it is of', () => {
  expect(changesTogether({ status: 'on-hold', statusName: 'Workshop' }, { status: 'solved' })).toEqual({
    status: 'solved',
  });
  expect(changesTogether({ status: 'solved' }, { status: 'on-hold', statusName: 'Workshop' })).toEqual({
    status: 'on-hold',
    statusName: 'Workshop',
  });
});

test('tags are gathered, and one that is put on and taken off goes by the later', () => {
  expect(changesTogether({ tagsAdded: ['a', 'b'] }, { tagsAdded: ['b', 'c'], tagsRemoved: ['a', 'd'] })).toEqual({
    tagsAdded: ['b', 'c'],
    tagsRemoved: ['a', 'd'],
  });
  expect(changesTogether({ tagsRemoved: ['a'] }, { tagsAdded: ['a'] })).toEqual({ tagsAdded: ['a'] });
});

test('followers are gathered as tags are', () => {
  expect(
    changesTogether(
      { followersAdded: ['me'], followersRemoved: ['a'] },
      { followersAdded: ['a'], followersRemoved: ['b'] },
    ),
  ).toEqual({ followersAdded: ['me', 'a'], followersRemoved: ['b'] });
});

test('fields are gathered by their ids', () => {
  expect(changesTogether({ fields: { 1: 'a', 2: 'b' } }, { fields: { 2: 'c' } })).toEqual({
    fields: { 1: 'a', 2: 'c' },
  });
});
