import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Journal, Op } from './store.ts';

/** A snapshot line or a log line: one commit, numbered so that a log older than the snapshot is skipped. */
type Line = { readonly commit: number; readonly ops: readonly Op[] };

export type Disk = Journal & {
  readonly rows: readonly Op[];
  /** True when nothing was kept here before. */
  readonly fresh: boolean;
  /** Writes a new snapshot beside the old one, renames it over, then empties the log. */
  readonly compact: (rows: Iterable<Op>) => void;
  readonly logBytes: () => number;
  readonly putBlob: (sha256: string, bytes: Uint8Array) => void;
  readonly blob: (sha256: string) => Uint8Array | null;
};

const parseLine = (text: string): Line | null => {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line !== 'object' || line === null || !('commit' in line) || !('ops' in line)) return null;
    return typeof line.commit === 'number' && Array.isArray(line.ops) ? (line as Line) : null;
  } catch {
    return null;
  }
};

type Kept = {
  /** Null where there is no snapshot, or none that can be read. */
  readonly commit: number | null;
  readonly rows: readonly Op[];
  /** How far the log can be read, and how long it is, in bytes. */
  readonly readBytes: number;
  readonly logBytes: number;
};

/** Reads what is kept in `dataDir` and changes nothing. */
const readKept = (dataDir: string): Kept => {
  const [snapshotPath, logPath] = [join(dataDir, 'snapshot.json'), join(dataDir, 'log.jsonl')];
  const snapshot = existsSync(snapshotPath) ? parseLine(readFileSync(snapshotPath, 'utf8')) : null;
  const raw = existsSync(logPath) ? readFileSync(logPath) : Buffer.alloc(0);
  const rows: Op[] = [...(snapshot?.ops ?? [])];
  let commit = snapshot?.commit ?? 0;
  let start = 0;
  while (snapshot) {
    const end = raw.indexOf(10, start);
    const line = end < 0 ? null : parseLine(raw.subarray(start, end).toString('utf8'));
    if (!line) break;
    start = end + 1;
    if (line.commit <= commit) continue;
    rows.push(...line.ops);
    commit = line.commit;
  }
  return { commit: snapshot ? commit : null, rows, readBytes: start, logBytes: raw.length };
};

/** The rows of a desk that may be running at this moment; none where there is no desk. */
export const readRows = (dataDir: string): readonly Op[] => readKept(dataDir).rows;

/**
 * Keeps the desk in `dataDir`: `snapshot.json`, `log.jsonl` and `files/`. A torn last line is cut off, never fatal. A snapshot
 * that cannot be read is set aside with its log as `damaged-<n>-…`, and the desk begins anew; `onSetAside` gets the names.
 */
export const openDisk = (dataDir: string, onSetAside: (names: readonly string[]) => void): Disk => {
  const files = join(dataDir, 'files');
  mkdirSync(files, { recursive: true });
  const snapshotPath = join(dataDir, 'snapshot.json');
  const logPath = join(dataDir, 'log.jsonl');

  const kept = readKept(dataDir);
  if (kept.commit === null) {
    const aside = setAside(dataDir);
    if (aside.length > 0) onSetAside(aside);
  }
  let commit = kept.commit ?? 0;
  let logBytes = kept.commit === null ? 0 : kept.readBytes;
  // What follows the last whole line was being written when the program was ended; no answer reported it.
  if (kept.commit !== null && kept.readBytes < kept.logBytes) truncateSync(logPath, kept.readBytes);

  return {
    rows: kept.rows,
    fresh: kept.commit === null,
    append: (ops) => {
      commit += 1;
      const line = Buffer.from(`${JSON.stringify({ commit, ops } satisfies Line)}\n`);
      appendFileSync(logPath, line);
      logBytes += line.length;
    },
    compact: (all) => {
      const next = `${snapshotPath}.next`;
      writeFileSync(next, JSON.stringify({ commit, ops: [...all] } satisfies Line));
      renameSync(next, snapshotPath);
      writeFileSync(logPath, '');
      logBytes = 0;
    },
    logBytes: () => logBytes,
    putBlob: (sha256, bytes) => {
      const path = join(files, sha256);
      if (existsSync(path)) return;
      writeFileSync(`${path}.next`, bytes);
      renameSync(`${path}.next`, path);
    },
    blob: (sha256) => {
      const path = join(files, sha256);
      return existsSync(path) ? readFileSync(path) : null;
    },
  };
};

/** A log without a readable snapshot cannot be played: both are renamed, so that nothing is written over. */
const setAside = (dataDir: string): readonly string[] => {
  const turn = readdirSync(dataDir).filter((name) => name.startsWith('damaged-')).length + 1;
  return ['snapshot.json', 'log.jsonl']
    .filter((name) => existsSync(join(dataDir, name)))
    .map((name) => {
      const kept = `damaged-${turn}-${name}`;
      renameSync(join(dataDir, name), join(dataDir, kept));
      return kept;
    });
};

/** The same for a desk that is forgotten when it stops. */
export const openMemory = (): Disk => {
  const blobs = new Map<string, Uint8Array>();
  return {
    rows: [],
    fresh: true,
    append: () => undefined,
    compact: () => undefined,
    logBytes: () => 0,
    putBlob: (sha256, bytes) => void blobs.set(sha256, bytes),
    blob: (sha256) => blobs.get(sha256) ?? null,
  };
};
