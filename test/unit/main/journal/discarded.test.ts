import { expect, test } from 'vitest';
import { discardedIn } from '#main/journal/discarded.ts';
import { emptyFold, type Folded, foldRecord, KEEP_SETTLED_MS, unfold } from '#main/journal/fold.ts';
import type { JournalRecord } from '#main/journal/record.ts';
import { anEntry, NOON, noteAction } from '../../../support/outbox-entry.ts';

const folded = (...records: readonly JournalRecord[]): Folded => {
  const fold = emptyFold();
  for (const record of records) foldRecord(fold, record);
  return fold;
};
const draft = (text: string): JournalRecord => ({
  type: 'draft',
  draft: {
    accountId: 'test',
    ticketId: 'test:1',
    kind: 'reply',
    text,
    cursorAt: 0,
    fields: {},
    files: [],
    updatedAt: NOON,
  },
});
const dropDraft = (at: number, wordsKept?: boolean): JournalRecord => ({
  type: 'draft-discard',
  ticketId: 'test:1',
  kind: 'reply',
  at,
  wordsKept,
});
const put = (number: number): JournalRecord => ({ type: 'put', entry: anEntry(number) });
const idsIn = (fold: Folded, now = NOON): readonly string[] => discardedIn(fold, now).map(({ id }) => id);

/** What compaction leaves must read the same. */
const compacted = (fold: Folded, at = NOON): Folded => folded(...unfold(fold, at));

test('every draft and entry that was thrown away is there for 30 days, also after compaction', () => {
  const fold = folded(
    draft('first'),
    dropDraft(NOON),
    draft('second'),
    dropDraft(NOON + 1),
    put(1),
    { type: 'discard', id: anEntry(1).id, at: NOON + 2 },
    draft('third'),
  );
  const all = [anEntry(1).id, `reply test:1 ${NOON}`, `reply test:1 ${NOON + 1}`];
  expect(idsIn(fold)).toEqual(all);
  expect(discardedIn(compacted(fold), NOON)).toEqual(discardedIn(fold, NOON));
  expect([...compacted(fold).drafts.values()]).toEqual([...fold.drafts.values()]);
  expect(idsIn(fold, NOON + KEEP_SETTLED_MS + 1)).toEqual([anEntry(1).id]);
  expect(idsIn(compacted(fold, NOON + KEEP_SETTLED_MS + 1))).toEqual([anEntry(1).id]);
});

test('words that live on elsewhere are not offered again, and stay settled', () => {
  const fold = folded(draft('sent'), dropDraft(NOON, true), put(1), {
    type: 'discard',
    id: anEntry(1).id,
    at: NOON,
    wordsKept: true,
  });
  for (const one of [fold, compacted(fold)]) {
    expect(idsIn(one)).toEqual([]);
    expect([...one.settled.keys()]).toEqual([anEntry(1).id]);
  }
});

test('what was recovered is not offered again', () => {
  const fold = folded(draft('back'), dropDraft(NOON), put(1), { type: 'discard', id: anEntry(1).id, at: NOON });
  foldRecord(fold, { type: 'recover', id: anEntry(1).id });
  foldRecord(fold, { type: 'recover', id: `reply test:1 ${NOON}` });
  for (const one of [fold, compacted(fold)]) expect(idsIn(one)).toEqual([]);
  expect(compacted(fold).settled.has(anEntry(1).id)).toBe(true);
});

const note = anEntry(2, { action: noteAction('Hello') });
const replace = (lostAnswer = false): JournalRecord => ({
  type: 'replace',
  id: anEntry(1).id,
  at: NOON,
  lostAnswer,
  entry: note,
});

test('one entry takes the place of another', () => {
  const fold = folded(put(1), replace());
  for (const one of [fold, compacted(fold)]) {
    expect([...one.entries.values()]).toEqual([note]);
    expect(idsIn(one)).toEqual([]);
    expect(one.settled.has(anEntry(1).id)).toBe(true);
  }
});

test('too late, neither counts: the one is on its way, and the other never was', () => {
  const attempt: JournalRecord = { type: 'attempt', id: anEntry(1).id, at: NOON };
  expect([...folded(put(1), attempt, replace()).entries.keys()]).toEqual([anEntry(1).id]);
  const lost: JournalRecord = {
    type: 'outcome',
    id: anEntry(1).id,
    state: { name: 'unknown', since: NOON, undecidable: true },
    bind: null,
    at: NOON,
  };
  expect([...folded(put(1), attempt, lost, replace()).entries.keys()]).toEqual([anEntry(1).id]);
  expect([...folded(put(1), attempt, lost, replace(true)).entries.keys()]).toEqual([note.id]);
  const gone: JournalRecord = { type: 'discard', id: anEntry(1).id, at: NOON };
  expect([...folded(put(1), gone, replace()).entries.keys()]).toEqual([]);
});
