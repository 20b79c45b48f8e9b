import { expect, test } from 'vitest';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { goingTogether, merged } from '#shared/outbox/merge.ts';
import { anEntry, forwardAction, noteAction, replyAction } from '../../../support/outbox-entry.ts';

const update = (number: number, changes: TicketChanges) => anEntry(number, { action: { kind: 'update', changes } });
const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);

test('changes that do not touch each other go in one call, with the message among them', () => {
  const entries = [
    update(1, { priority: 'high', tagsAdded: ['refund'] }),
    anEntry(2, { action: replyAction('Done', { status: 'solved', statusName: 'solved' }) }),
    update(3, { assigneeId: 'me', tagsAdded: ['vip'], tagsRemoved: ['new'], fields: { 7: 'blue' } }),
  ] as const;
  const together = goingTogether(entries[0], entries.slice(1));
  expect(idsOf(together)).toEqual(idsOf(entries));
  expect(merged(together)).toEqual({
    ...entries[1],
    action: replyAction('Done', {
      priority: 'high',
      status: 'solved',
      statusName: 'solved',
      assigneeId: 'me',
      tagsAdded: ['refund', 'vip'],
      tagsRemoved: ['new'],
      fields: { 7: 'blue' },
    }),
  });
});

test.each<{ readonly what: string; readonly first: TicketChanges; readonly second: TicketChanges }>([
  { what: 'one field', first: { status: 'pending' }, second: { status: 'solved' } },
  { what: 'one tag', first: { tagsAdded: ['vip'] }, second: { tagsRemoved: ['vip'] } },
  { what: 'one follower', first: { followersAdded: ['a-1'] }, second: { followersRemoved: ['a-1'] } },
  { what: 'one custom field', first: { fields: { 7: 'blue' } }, second: { fields: { 7: 'red' } } },
  { what: 'the group, on which other fields depend', first: { priority: 'low' }, second: { groupId: 'g2' } },
  { what: 'what depends on the group', first: { groupId: 'g2' }, second: { assigneeId: 'me' } },
])('what changes $what goes by itself', ({ first, second }) => {
  const [one, other] = [update(1, first), update(2, second)];
  expect(goingTogether(one, [other])).toEqual([one]);
});

test('followers gather as tags do', () => {
  const entries = [
    update(1, { followersAdded: ['a-1'] }),
    update(2, { followersAdded: ['me'], followersRemoved: ['a-2'] }),
  ] as const;
  expect(merged(goingTogether(entries[0], entries.slice(1))).action.changes).toEqual({
    followersAdded: ['a-1', 'me'],
    followersRemoved: ['a-2'],
  });
});

test('messages go one by one, and nothing goes before what stands ahead of it', () => {
  const reply = anEntry(1);
  const note = anEntry(2, { action: noteAction('Checked') });
  expect(goingTogether(reply, [note, update(3, { priority: 'low' })])).toEqual([reply]);
});

test('no more go together than a helpdesk keeps the marks of', () => {
  const many = Array.from({ length: 30 }, (_, index) => update(index + 2, { tagsAdded: [`tag${index}`] }));
  expect(goingTogether(update(1, { priority: 'low' }), many)).toHaveLength(10);
});

test('links gather as tags do, but a ticket has one problem: two of them go one after the other', () => {
  const link = (kind: 'refers' | 'problem', remoteId: string) => ({ linksAdded: [{ kind, remoteId }] });
  const apart = [update(1, link('refers', '5')), update(2, link('refers', '6'))] as const;
  const together = goingTogether(apart[0], apart.slice(1));
  expect(merged(together).action.changes.linksAdded).toEqual([
    { kind: 'refers', remoteId: '5' },
    { kind: 'refers', remoteId: '6' },
  ]);
  const problems = [update(1, link('problem', '5')), update(2, link('problem', '6'))] as const;
  expect(idsOf(goingTogether(problems[0], problems.slice(1)))).toEqual(idsOf([problems[0]]));
});

test('a forward goes by itself: it leaves its ticket as it is', () => {
  const forward = anEntry(2, { action: forwardAction('Please look') });
  const [before, after] = [update(1, { priority: 'low' }), update(3, { tagsAdded: ['vip'] })];
  expect(goingTogether(before, [forward, after])).toEqual([before]);
  expect(goingTogether(forward, [after])).toEqual([forward]);
});
