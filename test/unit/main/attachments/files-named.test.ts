import { expect, test } from 'vitest';
import { filesNamedIn } from '#main/attachments/files-named.ts';
import { emptyFold, foldRecord, KEEP_SETTLED_MS } from '#main/journal/fold.ts';
import type { JournalRecord } from '#main/journal/record.ts';
import type { OutgoingFile } from '#shared/outbox/action.ts';
import { anEntry, NOON } from '../../../support/outbox-entry.ts';

const sha = (letter: string): string => letter.repeat(64);
const file = (letter: string): OutgoingFile => ({
  name: `${letter}.txt`,
  mimeType: 'text/plain',
  size: 1,
  sha256: sha(letter),
});

const draft = (ticketId: string, letter: string): JournalRecord => ({
  type: 'draft',
  draft: {
    accountId: 'test',
    ticketId,
    kind: 'reply',
    text: '',
    cursorAt: 0,
    fields: {},
    files: [file(letter)],
    updatedAt: NOON,
  },
});
const put = (number: number, letter: string): JournalRecord => ({
  type: 'put',
  entry: anEntry(number, {
    action: { kind: 'note', words: { markdown: '', html: '', files: [file(letter)] }, changes: {} },
  }),
});
const dropped = (ticketId: string, wordsKept?: boolean): JournalRecord => ({
  type: 'draft-discard',
  ticketId,
  kind: 'reply',
  at: NOON,
  wordsKept,
});

test('named are files of drafts, of what waits, and of what can be had back; not of what was sent or moved', () => {
  const fold = emptyFold();
  for (const record of [
    draft('test:1', 'a'),
    draft('test:2', 'b'),
    dropped('test:2'),
    draft('test:3', 'c'),
    dropped('test:3', true),
    put(1, 'd'),
    put(2, 'e'),
    { type: 'discard', id: anEntry(2).id, at: NOON },
    put(3, 'f'),
    {
      type: 'outcome',
      id: anEntry(3).id,
      state: { name: 'confirmed', at: NOON, messageRemoteId: null },
      bind: null,
      at: NOON,
    },
  ] satisfies readonly JournalRecord[])
    foldRecord(fold, record);
  expect(filesNamedIn(fold, NOON).toSorted()).toEqual([sha('a'), sha('b'), sha('d'), sha('e')]);
  expect(filesNamedIn(fold, NOON + KEEP_SETTLED_MS + 1).toSorted()).toEqual([sha('a'), sha('d')]);
});
