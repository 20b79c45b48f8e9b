import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Journal, openJournal } from '#main/journal/journal.ts';
import { recordingJournal } from '#main/mine/record-journal.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { type OwnEvent, uniqueOwnEvents } from '#shared/metrics/own-events.ts';
import type { EntryState } from '#shared/outbox/entry.ts';
import { anEntry, NOON } from '../../../support/outbox-entry.ts';

let folder: string;
let journal: Journal;
let told: OwnEvent[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-record-'));
  told = [];
  journal = recordingJournal(await openJournal(nodeDisk, join(folder, 'journal.log'), () => NOON), (events) =>
    told.push(...events),
  );
});
afterEach(async () => {
  await journal.close();
  await rm(folder, { recursive: true, force: true });
});

const [first, second] = [anEntry(1), anEntry(2)];
const names = () => told.map((event) => `${event.event} ${'entryId' in event ? Number(event.entryId.slice(2)) : ''}`);
const discard = (id: string, wordsKept = false) => ({ type: 'discard', id, at: NOON + 5, wordsKept }) as const;
const outcome = (id: string, state: EntryState) => ({ type: 'outcome', id, state, bind: null, at: NOON + 5 }) as const;
const held = (reason: 'newer-message' | 'too-old') => ({ name: 'held', reason, since: NOON, fields: [] }) as const;

test('what was accepted was done when the agent did it, with words or without', async () => {
  const update = { ...second, action: { kind: 'update', changes: { status: 'solved' } } } as const;
  await journal.append([
    { type: 'put', entry: first },
    { type: 'put', entry: update },
  ]);
  expect(told).toEqual([
    { event: 'entry-made', at: NOON, ticketId: 'test:1', entryId: first.id, words: true },
    { event: 'entry-made', at: NOON, ticketId: 'test:1', entryId: second.id, words: false },
  ]);
});

test('what is journalled again after a link that broke is the same event', async () => {
  await journal.append([{ type: 'put', entry: first }]);
  await journal.append([{ type: 'put', entry: first }]);
  expect(uniqueOwnEvents(told)).toHaveLength(1);
});

test('what was taken back before it left is undone, with its words thrown away or back in the composer', async () => {
  await journal.append([
    { type: 'put', entry: first },
    { type: 'put', entry: second },
  ]);
  await journal.append([discard(first.id), discard(second.id, true)]);
  expect(names()).toEqual(['entry-made 1', 'entry-made 2', 'entry-undone 1', 'entry-undone 2']);
});

test('what had left is not undone: neither what is on its way, nor what was refused and given up', async () => {
  await journal.append([
    { type: 'put', entry: first },
    { type: 'put', entry: second },
  ]);
  await journal.append([
    { type: 'attempt', id: first.id, at: NOON + 1 },
    { type: 'attempt', id: second.id, at: NOON + 1 },
  ]);
  const refused = { name: 'rejected', reason: 'refused', details: [], since: NOON, mergedIntoRemoteId: null } as const;
  await journal.append([outcome(second.id, refused)]);
  await journal.append([discard(first.id), discard(second.id)]);
  expect(names()).toEqual(['entry-made 1', 'entry-made 2']);
});

test('what waits because the ticket moved on was held, what waits because it is old was not', async () => {
  await journal.append([
    { type: 'put', entry: first },
    { type: 'put', entry: second },
  ]);
  await journal.append([outcome(first.id, held('newer-message')), outcome(second.id, held('too-old'))]);
  expect(names().slice(2)).toEqual(['entry-held 1']);
});

test('a draft that was thrown away takes with it what was put into it; one that was sent does not', async () => {
  const gone = { type: 'draft-discard', ticketId: 'test:1', kind: 'reply', at: NOON } as const;
  await journal.append([
    { ...gone, wordsKept: true },
    { ...gone, ticketId: 'test:2' },
  ]);
  expect(told).toEqual([{ event: 'draft-dropped', at: NOON, ticketId: 'test:2' }]);
});

test('what the disk did not take was not done', async () => {
  const full = recordingJournal({ ...journal, append: () => Promise.reject(new Error('ENOSPC')) }, (events) =>
    told.push(...events),
  );
  await expect(full.append([{ type: 'put', entry: first }])).rejects.toThrow('ENOSPC');
  expect(told).toEqual([]);
});
