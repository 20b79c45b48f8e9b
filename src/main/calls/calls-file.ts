import { type Call, callSchema } from '#shared/calls/call.ts';
import { z } from '#shared/schema.ts';
import type { Disk } from '../profile/disk.ts';
import { readText } from '../profile/read-file.ts';

/** The agent's calls in the profile: append-only, the newest line of a call counts. */
export type CallsFile = {
  /** By id, the oldest first. */
  all(): ReadonlyMap<string, Call>;
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

export async function openCallsFile(disk: Disk, path: string): Promise<CallsFile> {
  const lines = ((await readText(disk, path)) ?? '').split('\n').filter((line) => line !== '');
  const { calls, lastAt, foreign } = readLines(lines);

  // Of a newer version's lines none is lost. On a full disk the longer file goes on serving.
  const isLong = foreign === 0 && lines.length > 2 * calls.size + 1_000;
  if (isLong) await disk.replace(path, [...calls.values()].map(lineOf).join('')).catch(() => undefined);

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
      await write(wanted.map(lineOf).join(''));
    } catch {
      return false;
    }
    for (const call of wanted) if (unwritten.get(call.id) === call) unwritten.delete(call.id);
    return true;
  };
  return {
    all: () => calls,
    lastAt,
    put(call) {
      calls.set(call.id, call);
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

const lineOf = (call: Call): string => `${JSON.stringify(call)}\n`;

/** `foreign`: whole lines that this version does not understand. */
function readLines(lines: readonly string[]) {
  const newest = new Map<string, Call>();
  let lastAt = 0;
  let foreign = 0;
  // From the end: of what each call was before, nothing has to be looked at.
  for (const text of lines.toReversed()) {
    const line = readLine(text);
    if (line === null || newest.has(line.id ?? '')) continue;
    const call = callSchema.safeParse(line);
    if (call.success) newest.set(call.data.id, call.data);
    else if (line.alive === undefined) foreign++;
    lastAt = Math.max(lastAt, call.success ? lastInstantOf(call.data) : (line.alive ?? 0));
  }
  const calls = new Map([...newest].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { calls, lastAt, foreign };
}

const lineSchema = z.looseObject({ id: z.string().optional(), alive: z.number().optional() });

/** Null for a line torn by a kill: the call is as it was before that change. */
function readLine(text: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const lastInstantOf = ({ startedAt, answeredAt, endedAt, wrappedAt, holds }: Call): number =>
  Math.max(startedAt, answeredAt ?? 0, endedAt ?? 0, wrappedAt ?? 0, ...holds.map(({ from, until }) => until ?? from));
