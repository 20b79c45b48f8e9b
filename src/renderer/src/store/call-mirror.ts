import { type Call, phaseOf } from '#shared/calls/call.ts';
import type { Client } from '#shared/link/define.ts';
import type { MainContract } from '#shared/link/main-contract.ts';
import type { DeskEvent } from './desk-api.ts';

/** The agent's calls as main keeps them: those that go on, and of the log as much as has been read. */
export type CallMirror = {
  /** Those that are not done, the newest first; without a link as main last told. */
  live(): readonly Call[];
  /** Every call that is known here, the newest first: of the log at least the last thousand, a moment after the start. */
  newestFirst(): readonly Call[];
  find(callId: string): Call | undefined;
  /** Resolves once the whole log is here, or cannot come. */
  whole(): Promise<void>;
  /** Main tells of every call that is not done, and of those that have just become so. */
  told(calls: readonly Call[]): void;
  /** The log may have grown while there was no link. */
  linkedAnew(): void;
};

export type MirrorPorts = {
  readonly main: () => Client<MainContract> | null;
  readonly tell: (event: DeskEvent) => void;
  readonly after: (ms: number, run: () => void) => () => void;
};

/** As many as main sends at once. */
const PAGE = 250;
/** Once the first lists are on the screen: whoever calls may have called before. The rest is read when the log is asked for. */
const READ_AFTER_MS = 5_000;
const READ_AHEAD = 4;

export function createCallMirror({ main, tell, after }: MirrorPorts): CallMirror {
  const known = new Map<string, Call>();
  /** What main has told by itself over this link is newer than what a page holds. */
  const fresh = new Set<string>();
  let live: readonly Call[] = [];
  let sorted: readonly Call[] | null = null;
  /** How far the log has been read over this link; null at its end. */
  let next: { readonly before: string | null } | null = { before: null };
  let reading: Promise<void> = Promise.resolve();

  const put = (call: Call): void => {
    known.set(call.id, call);
    sorted = null;
  };
  const readOn = async (pages: number): Promise<void> => {
    const source = main();
    for (let left = pages; source && next && left > 0; left--) {
      const page = await source.callPage(next);
      if (main() !== source) return;
      for (const call of page) if (!fresh.has(call.id)) put(call);
      const last = page.at(-1);
      next = last && page.length === PAGE ? { before: last.id } : null;
    }
  };
  /** One after the other, for each goes on where the one before stopped. */
  const read = (pages: number): Promise<void> => {
    reading = reading.then(() => readOn(pages)).catch(() => undefined);
    return reading;
  };

  return {
    live: () => live,
    newestFirst: () => {
      sorted ??= [...known.values()].sort(newest);
      return sorted;
    },
    find: (callId) => known.get(callId),
    whole: () => read(Number.POSITIVE_INFINITY),
    told(calls) {
      if (fresh.size === 0) after(READ_AFTER_MS, () => void read(READ_AHEAD));
      for (const call of calls) {
        fresh.add(call.id);
        put(call);
      }
      live = calls.filter((call) => phaseOf(call) !== 'done').sort(newest);
      tell({ type: 'calls', calls: live });
    },
    linkedAnew() {
      fresh.clear();
      next = { before: null };
    },
  };
}

/** Ids tell the time. */
const newest = (a: Call, b: Call): number => (a.id < b.id ? 1 : -1);
