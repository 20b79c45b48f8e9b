import type { Disk } from '../profile/disk.ts';
import { emptyFold, type Folded, foldRecord, forgetFlights, unfold } from './fold.ts';
import { readLines, sealLine, toLine } from './line.ts';
import { type JournalRecord, recordSchema } from './record.ts';

/** Compact once the file is this large and mostly history. */
const COMPACT_BYTES = 2_000_000;

export type Journal = {
  /** What all records so far amount to. */
  readonly folded: Readonly<Folded>;
  /** What was wrong with the file when it was opened; null when nothing was. */
  readonly damage: { readonly lostBytes: number; readonly foreignRecords: number } | null;
  /**
   * Appends records and makes them durable (fsync) before it resolves; only then do they count in `folded`. Records that
   * wait while one sync runs share the next. Rejects when the disk does not take them, or when one of them could not be read
   * again; nothing of them counts then.
   */
  append(records: readonly JournalRecord[]): Promise<void>;
  close(): Promise<void>;
};

type Waiting = {
  readonly records: readonly JournalRecord[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/** Opens the journal of one account, cutting a damaged tail off into a file beside it. */
export async function openJournal(disk: Disk, path: string, now: () => number): Promise<Journal> {
  const bytes = (await disk.read(path)) ?? new Uint8Array();
  const { records, foreign, soundBytes } = readLines(bytes);
  if (soundBytes < bytes.length) {
    await disk.replace(`${path}.damaged-${now()}`, bytes.subarray(soundBytes));
    await disk.truncate(path, soundBytes);
  }
  const folded = emptyFold();
  for (const record of records) foldRecord(folded, record);

  let file = await disk.append(path);
  let size = soundBytes;
  // What the records amount to costs reading and sealing them all, so that it is not worked out again before it can pay.
  let compactAt = COMPACT_BYTES;
  let waiting: Waiting[] = [];
  let writing: Promise<void> = Promise.resolve();
  let busy = false;

  const writeGroup = async (group: readonly Waiting[]): Promise<void> => {
    const text = group.flatMap((one) => one.records.map(toLine)).join('');
    try {
      await file.write(text);
      await file.sync();
      size += Buffer.byteLength(text);
    } catch (error) {
      // A part of the text may have reached the file: cut it off, so that it can neither count later nor hide what follows.
      await file.truncate(size).catch(() => undefined);
      for (const one of group) one.reject(error);
      return;
    }
    for (const one of group) {
      for (const record of one.records) foldRecord(folded, record);
      one.resolve();
    }
  };

  const compact = async (): Promise<void> => {
    const text = [...unfold(folded, now()).map(toLine), ...foreign.map(sealLine)].join('');
    const compacted = Buffer.byteLength(text);
    compactAt = Math.max(COMPACT_BYTES, 2 * compacted);
    if (compacted > size / 2) return;
    // Some systems put nothing in the place of a file that is open.
    await file.close();
    try {
      await disk.replace(path, text);
      size = compacted;
    } finally {
      file = await disk.append(path);
    }
  };

  const run = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await writeGroup(group);
      // Without room for the shorter file the longer one goes on serving, and is not tried again for a while.
      if (size > compactAt)
        await compact().catch(() => {
          compactAt = size + COMPACT_BYTES;
        });
    }
    busy = false;
  };

  const append = (added: readonly JournalRecord[]): Promise<void> =>
    new Promise((resolve, reject) => {
      for (const record of added) recordSchema.parse(record);
      waiting.push({ records: added, resolve, reject });
      if (!busy) writing = run();
    });

  const lost = forgetFlights(folded, now());
  // A disk that is full today must not keep the words of yesterday from being shown; the engine says it again when it starts.
  if (lost.length > 0) await append(lost).catch(() => undefined);

  return {
    folded,
    damage:
      soundBytes < bytes.length || foreign.length > 0
        ? { lostBytes: bytes.length - soundBytes, foreignRecords: foreign.length }
        : null,
    append,
    async close() {
      await writing;
      await file.close();
    },
  };
}
