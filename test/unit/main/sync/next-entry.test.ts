import { expect, test } from 'vitest';
import { behindOf, readiness } from '#main/sync/next-entry.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { anEntry, forwardAction, NOON, noteAction, replyAction } from '../../../support/outbox-entry.ts';

const held: OutboxEntry['state'] = { name: 'held', reason: 'newer-message', since: NOON, fields: [] };
const at = (entry: OutboxEntry, live: readonly OutboxEntry[], now = NOON) => readiness(entry, live, now, 2_000);

test('the undo window holds an entry back until its first attempt only', () => {
  const entry = anEntry(1, { notBefore: NOON + 5_000 });
  expect(at(entry, [entry])).toEqual({ ready: false, at: NOON + 5_000, waitsFor: null });
  expect(at(entry, [entry], NOON + 5_000)).toEqual({ ready: true });
  const tried = { ...entry, attempts: 1 };
  expect(at(tried, [tried])).toEqual({ ready: true });
});

test('entries of one ticket go in order, of different tickets side by side', () => {
  const [first, second] = [anEntry(1), anEntry(2)];
  const elsewhere = anEntry(3, { ticketId: 'test:2', ticketRemoteId: '2' });
  const live = [first, second, elsewhere];
  expect(at(first, live).ready).toBe(true);
  expect(at(second, live)).toMatchObject({ ready: false, waitsFor: first.id });
  expect(at(elsewhere, live).ready).toBe(true);
});

test('a ticket made here is one with the same that came by sync before that was known', () => {
  const synced = anEntry(1, { ticketId: 'test:7', ticketRemoteId: '7' });
  const made = anEntry(2, { ticketId: 'test:new-1', ticketRemoteId: null });
  expect(at(made, [synced, made]).ready).toBe(true);
  const bound = { ...made, ticketRemoteId: '7' };
  expect(at(bound, [synced, bound])).toMatchObject({ ready: false, waitsFor: synced.id });
  expect(behindOf(synced, [synced, bound], NOON)).toEqual([]);
  expect(behindOf(bound, [synced, bound], NOON)).toEqual([]);
});

test.each([
  ['held', held],
  ['rejected', { name: 'rejected', reason: 'refused', details: [], since: NOON, mergedIntoRemoteId: null }],
  ['unknown', { name: 'unknown', since: NOON, undecidable: false }],
] as const)('a %s reply blocks a later reply but not a note', (_name, state) => {
  const stuck = anEntry(1, { state });
  const [reply, note] = [anEntry(2), anEntry(3, { action: noteAction('for us') })];
  expect(at(reply, [stuck, reply])).toMatchObject({ ready: false, waitsFor: stuck.id });
  expect(at(note, [stuck, note])).toEqual({ ready: true });
});

test('a note passes what waits behind a held reply, but no other note', () => {
  const stuck = anEntry(1, { state: held });
  const [behind, note, later] = [
    anEntry(2),
    anEntry(3, { action: noteAction('one') }),
    anEntry(4, { action: noteAction('two') }),
  ];
  const live = [stuck, behind, note, later];
  expect(at(note, live)).toEqual({ ready: true });
  expect(at(later, live)).toMatchObject({ ready: false, waitsFor: note.id });
});

test('a forward passes what is stuck, and nothing waits for one that is stuck', () => {
  const [stuck, forward] = [anEntry(1, { state: held }), anEntry(2, { action: forwardAction('Look') })];
  expect(at(forward, [stuck, forward])).toEqual({ ready: true });
  const refused: OutboxEntry['state'] = {
    name: 'rejected',
    reason: 'refused',
    details: [{ code: 'no-forwarding' }],
    since: NOON,
    mergedIntoRemoteId: null,
  };
  const [stuckForward, reply] = [{ ...forward, state: refused }, anEntry(3)];
  expect(at(reply, [stuckForward, reply])).toEqual({ ready: true });
  // One that may still be on its way goes first, as everything does.
  expect(at(reply, [forward, reply])).toMatchObject({ ready: false, waitsFor: forward.id });
});

test('nothing passes the creation of its ticket', () => {
  const create = anEntry(1, {
    action: {
      kind: 'create',
      subject: 'New',
      requester: { remoteId: null, name: 'Maja', email: 'maja@example.org' },
      public: true,
      words: { markdown: 'x', html: '<p>x</p>', files: [] },
      changes: {},
    },
    state: { name: 'unknown', since: NOON, undecidable: false },
  });
  const note = anEntry(2, { action: noteAction('for us') });
  expect(at(note, [create, note])).toMatchObject({ ready: false, waitsFor: create.id });
});

test('an unknown entry is read back after a moment, one that cannot be decided waits for the agent', () => {
  const unknown = anEntry(1, { state: { name: 'unknown', since: NOON, undecidable: false } });
  expect(at(unknown, [unknown])).toEqual({ ready: false, at: NOON + 2_000, waitsFor: null });
  expect(at(unknown, [unknown], NOON + 2_000)).toEqual({ ready: true });
  const undecidable = anEntry(1, { state: { name: 'unknown', since: NOON, undecidable: true } });
  expect(at(undecidable, [undecidable], NOON + 999_999)).toEqual({ ready: false, at: null, waitsFor: null });
});

test('a note that changes what the held reply changes waits for it', () => {
  const solved = { status: 'solved', statusName: 'solved' } as const;
  const reply = anEntry(1, { state: held, action: replyAction('Done', solved) });
  const note = anEntry(2, { action: { ...noteAction('Done'), changes: solved } });
  expect(at(note, [reply, note])).toMatchObject({ ready: false, waitsFor: reply.id });
});

test('behind the first on a ticket comes what waits for its turn alone', () => {
  const [first, second, third] = [anEntry(1), anEntry(2), anEntry(3)];
  const elsewhere = anEntry(4, { ticketId: 'test:2' });
  const behind = (live: readonly OutboxEntry[], now = NOON) => behindOf(first, live, now);
  expect(behind([third, elsewhere, first, second])).toEqual([second, third]);
  expect(behind([first, { ...second, notBefore: NOON + 5_000 }, third])).toEqual([]);
  expect(behind([first, second, { ...third, attempts: 1 }])).toEqual([second]);
  expect(behind([first, { ...second, state: held }, third])).toEqual([]);
  expect(behindOf(second, [first, second, third], NOON)).toEqual([]);
});
