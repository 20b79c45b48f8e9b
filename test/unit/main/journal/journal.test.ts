import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal } from '#main/journal/journal.ts';
import { sealLine } from '#main/journal/line.ts';
import { nodeDisk } from '#main/profile/disk.ts';
import { anEntry, aTicket, NOON } from '../../../support/outbox-entry.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-journal-'));
  path = join(folder, 'journal.log');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const now = () => NOON;
const draft = {
  accountId: 'test',
  ticketId: 'test:1',
  kind: 'reply',
  text: 'Dear Maja, п’ять хвилин',
  cursorAt: 4,
  fields: {},
  files: [],
  updatedAt: NOON,
} as const;

test('what was accepted is there after a restart', async () => {
  const journal = await openJournal(nodeDisk, path, now);
  await journal.append([{ type: 'put', entry: anEntry(1) }]);
  await journal.append([{ type: 'draft', draft }]);
  await journal.close();
  const again = await openJournal(nodeDisk, path, now);
  expect([...again.folded.entries.values()]).toEqual([anEntry(1)]);
  expect([...again.folded.drafts.values()]).toEqual([draft]);
  expect(again.damage).toBeNull();
  await again.close();
});

test('an attempt without an outcome is unknown after main was restarted', async () => {
  const journal = await openJournal(nodeDisk, path, now);
  await journal.append([{ type: 'put', entry: anEntry(1) }]);
  await journal.append([{ type: 'attempt', id: anEntry(1).id, at: NOON + 5 }]);
  expect(journal.folded.entries.get(anEntry(1).id)?.state).toEqual({ name: 'sending', since: NOON + 5 });
  await journal.close();
  const again = await openJournal(nodeDisk, path, () => NOON + 100);
  expect(again.folded.entries.get(anEntry(1).id)).toMatchObject({
    attempts: 1,
    // Its connection was closed when main ended, at the latest.
    state: { name: 'unknown', since: NOON + 100, undecidable: false },
  });
  await again.close();
});

test('undo and retry that come after an attempt are too late', async () => {
  const journal = await openJournal(nodeDisk, path, now);
  const { id } = anEntry(1);
  await journal.append([{ type: 'put', entry: anEntry(1) }]);
  await journal.append([
    { type: 'attempt', id, at: NOON },
    { type: 'discard', id, at: NOON },
    { type: 'retry', id, anyway: true, at: NOON },
  ]);
  expect(journal.folded.entries.get(id)).toMatchObject({ state: { name: 'sending' }, sendAnyway: false });
  await journal.close();
});

test('the ticket as it was before an attempt is known until the attempt is settled', async () => {
  const journal = await openJournal(nodeDisk, path, now);
  const { id } = anEntry(1);
  await journal.append([
    { type: 'put', entry: anEntry(1) },
    { type: 'attempt', id, at: NOON, before: aTicket() },
  ]);
  expect(journal.folded.before.get(id)).toEqual(aTicket());
  await journal.append([
    { type: 'outcome', id, state: { name: 'confirmed', at: NOON, messageRemoteId: null }, bind: null, at: NOON },
  ]);
  expect(journal.folded.before.size).toBe(0);
  await journal.close();
});

test('what was undone or confirmed does not come back', async () => {
  const journal = await openJournal(nodeDisk, path, now);
  await journal.append([
    { type: 'put', entry: anEntry(1) },
    { type: 'put', entry: anEntry(2) },
  ]);
  await journal.append([
    { type: 'discard', id: anEntry(1).id, at: NOON },
    {
      type: 'outcome',
      id: anEntry(2).id,
      state: { name: 'confirmed', at: NOON, messageRemoteId: 'm9' },
      bind: '1',
      at: NOON,
    },
  ]);
  await journal.append([{ type: 'put', entry: anEntry(1) }]);
  await journal.close();
  const again = await openJournal(nodeDisk, path, now);
  expect(again.folded.entries.size).toBe(0);
  expect([...again.folded.settled.values()].map(({ how }) => how)).toEqual(['discarded', 'confirmed']);
  await again.close();
});

test('the number of a ticket made offline reaches the entries that wait on it', async () => {
  const journal = await openJournal(nodeDisk, path, now);
  const waiting = anEntry(2, { ticketId: 'test:new-1', ticketRemoteId: null });
  await journal.append([
    { type: 'put', entry: anEntry(1, { ticketId: 'test:new-1', ticketRemoteId: null }) },
    { type: 'put', entry: waiting },
    {
      type: 'outcome',
      id: anEntry(1).id,
      state: { name: 'confirmed', at: NOON, messageRemoteId: null },
      bind: '77',
      at: NOON,
    },
  ]);
  expect(journal.folded.entries.get(waiting.id)?.ticketRemoteId).toBe('77');
  await journal.close();
});

test.each([
  ['torn in the middle of a line', (text: string) => text.slice(0, -20)],
  ['with a flipped bit', (text: string) => text.replace(/Hello(?!.*Hello)/s, 'Hellp')],
  ['with rubbish behind', (text: string) => `${text}\0\0\0\0`],
])('a file %s keeps what came before and sets the rest aside', async (_name, damage) => {
  const journal = await openJournal(nodeDisk, path, now);
  await journal.append([{ type: 'put', entry: anEntry(1) }]);
  await journal.append([{ type: 'put', entry: anEntry(2) }]);
  await journal.close();
  await writeFile(path, damage(await readFile(path, 'utf8')));
  const again = await openJournal(nodeDisk, path, now);
  expect(again.folded.entries.has(anEntry(1).id)).toBe(true);
  expect(again.damage?.lostBytes).toBeGreaterThan(0);
  expect(await readdir(folder)).toContain(`journal.log.damaged-${NOON}`);
  await again.append([{ type: 'put', entry: anEntry(3) }]);
  await again.close();
  const third = await openJournal(nodeDisk, path, now);
  expect(third.folded.entries.has(anEntry(3).id)).toBe(true);
  expect(third.damage).toBeNull();
  await third.close();
});

test('a whole record of a kind this program does not know is counted and kept', async () => {
  const journal = await openJournal(nodeDisk, path, now);
  await journal.append([{ type: 'put', entry: anEntry(1) }]);
  await journal.close();
  await appendFile(path, sealLine(JSON.stringify({ type: 'from-a-newer-program', words: 'keep me' })));
  const again = await openJournal(nodeDisk, path, now);
  expect(again.damage).toEqual({ lostBytes: 0, foreignRecords: 1 });
  await again.append([{ type: 'put', entry: anEntry(2) }]);
  await again.close();
  expect(await readFile(path, 'utf8')).toContain('keep me');
  const third = await openJournal(nodeDisk, path, now);
  expect(third.folded.entries.size).toBe(2);
  await third.close();
});

test('a long history is compacted to what it amounts to', async () => {
  const journal = await openJournal(nodeDisk, path, now);
  const long = 'x'.repeat(20_000);
  for (let version = 0; version < 120; version += 1)
    await journal.append([{ type: 'draft', draft: { ...draft, text: `${version} ${long}` } }]);
  await journal.append([{ type: 'put', entry: anEntry(1) }]);
  await journal.close();
  expect((await stat(path)).size).toBeLessThan(500_000);
  const again = await openJournal(nodeDisk, path, now);
  expect([...again.folded.drafts.values()][0]?.text.slice(0, 3)).toBe('119');
  expect(again.folded.entries.size).toBe(1);
  await again.close();
});

test('a journal that is large with what still counts is not worked out again at every append', async () => {
  let asked = 0;
  const journal = await openJournal(nodeDisk, path, () => {
    asked += 1;
    return NOON;
  });
  const long = 'x'.repeat(100_000);
  for (let ticket = 0; ticket < 25; ticket += 1)
    await journal.append([{ type: 'draft', draft: { ...draft, ticketId: `test:${ticket}`, text: long } }]);
  // What the records amount to depends on the time, for which nothing else asks here.
  const before = asked;
  for (let entry = 1; entry <= 10; entry += 1) await journal.append([{ type: 'put', entry: anEntry(entry) }]);
  expect(asked).toBe(before);
  for (let version = 0; version < 40; version += 1)
    await journal.append([{ type: 'draft', draft: { ...draft, ticketId: 'test:0', text: `${version} ${long}` } }]);
  await journal.close();
  expect((await stat(path)).size).toBeLessThan(5_000_000);
});

test('what could not be read again is not written', async () => {
  const journal = await openJournal(nodeDisk, path, now);
  const before = (await stat(path)).size;
  const torn = { ...anEntry(1), notBefore: NOON + 0.5 };
  await expect(
    journal.append([
      { type: 'put', entry: anEntry(2) },
      { type: 'put', entry: torn },
    ]),
  ).rejects.toThrow();
  expect((await stat(path)).size).toBe(before);
  expect(journal.folded.entries.size).toBe(0);
  await journal.close();
});

test('an entry takes its words out of the draft by the record that makes it, and they stay out', async () => {
  const notes = { ...draft, ticketId: 'test:call-1', kind: 'call', fields: { disposition: 'Resolved' } } as const;
  const taken = (number: number, keepsText: boolean) => ({
    ...anEntry(number),
    draft: { text: notes.text, fields: {}, from: { ticketId: notes.ticketId, kind: notes.kind, keepsText } },
  });
  const journal = await openJournal(nodeDisk, path, now);
  await journal.append([{ type: 'draft', draft: notes }]);
  await journal.append([{ type: 'put', entry: taken(1, true) }]);
  const fields = { disposition: 'Resolved', onTicket: anEntry(1).ticketId };
  expect([...journal.folded.drafts.values()]).toEqual([{ ...notes, fields }]);
  await journal.append([{ type: 'put', entry: taken(2, false) }]);
  const left = { ...notes, text: '', cursorAt: 0, fields: { ...fields, onTicket: anEntry(2).ticketId } };
  expect([...journal.folded.drafts.values()]).toEqual([left]);
  const more = { ...left, text: 'one more thing' };
  await journal.append([{ type: 'draft', draft: more }]);
  // Told once more after a link that broke: what was written since is not in it.
  await journal.append([{ type: 'put', entry: taken(2, false) }]);
  await journal.close();
  const again = await openJournal(nodeDisk, path, now);
  expect([...again.folded.drafts.values()]).toEqual([more]);
  await again.close();
});
