import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { MacroStep } from '#shared/macros/macro.ts';
import { undoMacro, withoutIdleTags } from '#shared/macros/undo-macro.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';
import { applyChanges } from '#shared/outbox/overlay.ts';
import { plan, ticket } from './macro-context.ts';

const done = (changes: TicketChanges, values: TicketChanges, kind: 'update' | 'reply' = 'update') => {
  const words = { markdown: 'Hi', html: '<p>Hi</p>', files: [] };
  const action: Action = kind === 'update' ? { kind, changes } : { kind, words, cc: [], changes };
  return { action, base: { version: '1', lastMessageRemoteId: null, lastMessageAt: null, values } };
};

const before = ticket({ followerIds: ['a-1'], fields: { reason: 'warranty', order: null } });
const set: TicketChanges = {
  status: 'solved',
  priority: 'high',
  type: 'incident',
  subject: 'Zip',
  assigneeId: 'me',
  groupId: 'g-2',
  tagsAdded: ['green'],
  tagsRemoved: ['red'],
  followersAdded: ['me'],
  followersRemoved: ['a-1'],
  fields: { reason: 'return', order: 'FF-1' },
};
const values: TicketChanges = {
  status: 'open',
  statusName: 'open',
  priority: 'normal',
  type: null,
  subject: 'Zip is stuck',
  assigneeId: 'a-1',
  groupId: 'g-1',
  fields: { reason: 'warranty', order: null },
};

test('gives back all that still stands', () => {
  const after = applyChanges(before, set);
  const { changes, notUndone } = undoMacro(done(set, values), after);
  expect(notUndone).toEqual([]);
  const back = applyChanges(after, changes);
  expect({ ...back, tags: [...back.tags].sort() }).toEqual({ ...before, tags: ['blue', 'red'] });
});

test('leaves what somebody has changed since, and names it', () => {
  const after = {
    ...applyChanges(before, set),
    status: 'pending' as const,
    priority: 'urgent' as const,
    tags: ['blue', 'red'],
    followerIds: ['a-1'],
    fields: { reason: 'other', order: 'FF-1' },
  };
  const { changes, notUndone } = undoMacro(done(set, values), after);
  expect(changes).toEqual({
    type: null,
    subject: 'Zip is stuck',
    assigneeId: 'a-1',
    groupId: 'g-1',
    fields: { order: null },
  });
  expect(notUndone).toEqual([
    { what: 'changed', field: 'status' },
    { what: 'changed', field: 'priority' },
    { what: 'changed', field: 'custom', fieldId: 'reason' },
  ]);
});

test('a message stays sent', () => {
  const { changes, notUndone } = undoMacro(done({}, {}, 'reply'), before);
  expect(changes).toEqual({});
  expect(notUndone).toEqual([{ what: 'message' }]);
});

test('on a closed ticket nothing can be given back', () => {
  const { changes, notUndone } = undoMacro(done(set, values, 'reply'), ticket({ status: 'closed' }));
  expect(changes).toEqual({});
  expect(notUndone).toEqual([{ what: 'message' }, { what: 'ticket-closed' }]);
});

test('a new ticket becomes open, a status of its own name gets it back', () => {
  const solved = ticket({ status: 'solved', statusName: 'solved' });
  expect(undoMacro(done({ status: 'solved' }, { status: 'new', statusName: 'new' }), solved)).toEqual({
    changes: { status: 'open' },
    notUndone: [{ what: 'new' }],
  });
  const named = { status: 'on-hold', statusName: 'Workshop' } as const;
  expect(undoMacro(done({ status: 'solved' }, named), solved)).toEqual({ changes: named, notUndone: [] });
});

test('what changed nothing asks for nothing', () => {
  const { changes } = plan([
    { do: 'status', status: 'open' },
    { do: 'priority', priority: 'normal' },
    { do: 'field', fieldId: 'reason', value: 'warranty' },
  ]);
  const same = { status: 'open', statusName: 'open', priority: 'normal', fields: { reason: 'warranty' } } as const;
  expect(undoMacro(done(changes, same), ticket())).toEqual({ changes: {}, notUndone: [] });
});

const tags = fc.uniqueArray(fc.constantFrom('red', 'blue', 'green', 'white'), { maxLength: 3 });
const followers = fc.subarray(['a-1', 'a-2']);
const step: fc.Arbitrary<MacroStep> = fc.oneof(
  fc.record({ do: fc.constant('status' as const), status: fc.constantFrom('pending' as const, 'solved' as const) }),
  fc.record({
    do: fc.constant('priority' as const),
    priority: fc.constantFrom('high' as const, 'normal' as const, null),
  }),
  fc.record({ do: fc.constant('assign' as const), agentId: fc.constantFrom('a-1', null) }),
  fc.record({ do: fc.constant('group' as const), groupId: fc.constantFrom('g-1', null) }),
  fc.record({ do: fc.constant('tags' as const), added: tags, removed: tags }),
  fc.record({ do: fc.constant('set-tags' as const), tags }),
  fc.record({ do: fc.constant('followers' as const), added: followers, removed: followers }),
  fc.constant({ do: 'follow-me' as const }),
  fc.constant({ do: 'unfollow-me' as const }),
  fc.record({
    do: fc.constant('field' as const),
    fieldId: fc.constant('reasons'),
    value: fc.option(fc.uniqueArray(fc.constantFrom('return', 'warranty'), { minLength: 1 })),
  }),
  fc.record({ do: fc.constant('field' as const), fieldId: fc.constant('vip'), value: fc.boolean() }),
);
/** What the entry would have noted of the ticket. */
const notedOf = (of: Ticket, changes: TicketChanges): TicketChanges => ({
  ...of,
  fields: Object.fromEntries(Object.keys(changes.fields ?? {}).map((id) => [id, of.fields[id] ?? null])),
});

test('whatever a plan changes is as it was once it is given back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), tags, fc.subarray(['a-1', 'me']), (steps, there, followerIds) => {
      const start = ticket({ tags: there, followerIds, fields: { vip: true } });
      const { changes } = plan(steps, { ticket: start });
      const after = applyChanges(start, changes);
      const undone = undoMacro(done(changes, notedOf(start, changes)), after);
      expect(undone.notUndone).toEqual([]);
      const back = applyChanges(after, undone.changes);
      expect({
        ...back,
        tags: [...back.tags].sort(),
        followerIds: [...back.followerIds].sort(),
        fields: { reasons: null, ...back.fields },
      }).toEqual({
        ...start,
        tags: [...there].sort(),
        followerIds: [...followerIds].sort(),
        fields: { reasons: null, vip: true },
      });
    }),
    { numRuns: 200 },
  );
});

test('tags that were so before it was run are nobody’s to take back', () => {
  const changes = { tagsAdded: ['green', 'blue'], tagsRemoved: ['red', 'gone'] };
  expect(withoutIdleTags(changes, ticket({ tags: ['blue', 'red'] }))).toEqual({
    tagsAdded: ['green'],
    tagsRemoved: ['red'],
  });
  expect(withoutIdleTags({ priority: 'high' }, ticket())).toEqual({ priority: 'high' });
});
