import { decodeTime } from 'ulid';
import { type Call, callSchema } from '#shared/calls/call.ts';
import type { Disk } from '../profile/disk.ts';
import { readText } from '../profile/read-file.ts';

/** The agent's calls in the profile: append-only, the newest line of a call counts. */
export type CallsFile = {
  get(callId: string): Call | undefined;
  /** By id, those that are not done or are of the last day, and all of this run. */
  recent(): ReadonlyMap<string, Call>;
  /** As many as `most`, the newest first: from the newest on, or those before one. */
  page(before: string | null, most: number): readonly Call[];
  lastId(): string | null;
  /** The last instant at which an earlier run wrote in it, UTC ms; 0 where there was none. */
  readonly lastAt: number;
  /**
   * Counts at once; true when it is on disk. On a disk that does not take it, it holds for this run and is written with the next
   * one.
   */
  put(call: Call): Promise<boolean>;
  /** Notes that the program runs at `at`: should it be killed, calls that were on the line then lasted at least as long. */
  alive(at: number): Promise<void>;
  close(): Promise<void>;
};

const DAY_MS = 24 * 3_600_000;

/** A log of years is opened in a moment: of calls that are done and old, lines are read when they are asked for. */
export async function openCallsFile(disk: Disk, path: string, now: number): Promise<CallsFile> {
  const lines = ((await readText(disk, path)) ?? '').split('\n').filter((line) => line !== '');
  const { newest, others, aliveAt } = readLines(lines);
  const isLong = lines.length > 2 * newest.size + 1_000;
  // On a full disk the longer file goes on serving.
  if (isLong)
    await disk
      .replace(path, [...others, ...newest.values()].map((line) => `${line}\n`).join(''))
      .catch(() => undefined);

  const ids = [...newest.keys()].sort();
  const recent = new Map<string, Call>();
  for (const id of ids) {
    const text = newest.get(id) ?? '';
    const call = text.includes('"wrappedAt":null') || isOfToday(id, now) ? parseCall(text) : null;
    if (call) recent.set(id, call);
  }
  const lastAt = Math.max(aliveAt, ...[...recent.values()].map(lastInstantOf));
  const get = (id: string): Call | undefined => recent.get(id) ?? parseCall(newest.get(id) ?? '') ?? undefined;

  /** Opened with the first call: most profiles never have one. */
  let file: ReturnType<Disk['append']> | null = null;
  const unwritten = new Map<string, Call>();
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };
  /** A write that failed may have left half a line: each begins on a new one. */
  const write = async (text: string): Promise<void> => {
    file ??= disk.append(path);
    const opened = await file.catch((error: unknown) => {
      file = null;
      throw error;
    });
    await opened.write(`\n${text}`);
    await opened.sync();
  };
  const writeAll = async (): Promise<boolean> => {
    const wanted = [...unwritten.values()];
    if (wanted.length === 0) return true;
    try {
      await write(wanted.map((call) => `${JSON.stringify(call)}\n`).join(''));
    } catch {
      return false;
    }
    for (const call of wanted) if (unwritten.get(call.id) === call) unwritten.delete(call.id);
    return true;
  };
  return {
    get,
    recent: () => recent,
    page(before, most) {
      const calls: Call[] = [];
      for (const id of ids.toReversed()) {
        if (calls.length === most) break;
        const call = before === null || id < before ? get(id) : undefined;
        if (call) calls.push(call);
      }
      return calls;
    },
    lastId: () => ids.at(-1) ?? null,
    lastAt,
    put(call) {
      if (!recent.has(call.id) && !newest.has(call.id)) ids.push(call.id);
      recent.set(call.id, call);
      unwritten.set(call.id, call);
      return inTurn(writeAll);
    },
    alive: (at) => inTurn(() => write(`${JSON.stringify({ alive: at })}\n`).catch(() => undefined)),
    async close() {
      await inTurn(writeAll);
      await (await file?.catch(() => null))?.close();
    },
  };
}

/** The newest whole line of each call; `others` are of newer versions. A line torn by a kill leaves the call as it was before. */
function readLines(lines: readonly string[]) {
  const newest = new Map<string, string>();
  const others: string[] = [];
  let aliveAt = 0;
  for (const line of lines) {
    const id = /^\{"id":"([0-7][0-9A-HJKMNP-TV-Z]{25})"/.exec(line)?.[1];
    const alive = /^\{"alive":(\d+)\}$/.exec(line)?.[1];
    if (alive !== undefined) aliveAt = Math.max(aliveAt, Number(alive));
    else if (!isWhole(line)) continue;
    else if (id === undefined) others.push(line);
    else newest.set(id, line);
  }
  return { newest, others, aliveAt };
}

/** By how this version's lines end; others are read as a whole. */
const isWhole = (line: string): boolean => /"followUpAt":(?:null|\d+)\}$/.test(line) || parsed(line) !== null;

function parseCall(line: string): Call | null {
  const call = callSchema.safeParse(parsed(line));
  return call.success ? call.data : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isOfToday = (id: string, now: number): boolean => now - decodeTime(id) < DAY_MS;

const lastInstantOf = ({ startedAt, answeredAt, endedAt, wrappedAt, holds }: Call): number =>
  Math.max(startedAt, answeredAt ?? 0, endedAt ?? 0, wrappedAt ?? 0, ...holds.map(({ from, until }) => until ?? from));
