import { type CommandRuns, type RunSource, sumRuns } from '#shared/commands/command-runs.ts';
import type { RunnableId } from '#shared/commands/macro-commands.ts';

/** How long counts gather before they are handed on together, in ms. */
export const GATHER_MS = 5_000;

export type RunCounter = {
  /** Only notes: a key press waits for nothing. */
  count(command: RunnableId, source: RunSource): void;
  /** Hands on now what has gathered. */
  flush(): void;
};

export type RunCounterParts = {
  /** False when they could not be kept; they are tried again with the next ones. */
  readonly keep: (runs: readonly CommandRuns[]) => Promise<boolean>;
  /** UTC ms. */
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => void;
};

/** Counts by what commands are run, per day. */
export function createRunCounter({ keep, now, after }: RunCounterParts): RunCounter {
  let gathered: readonly CommandRuns[] = [];
  let isWaiting = false;
  const flush = (): void => {
    isWaiting = false;
    const runs = gathered;
    if (runs.length === 0) return;
    gathered = [];
    void keep(runs).then((kept) => {
      if (!kept) gathered = sumRuns([...runs, ...gathered]);
    });
  };
  return {
    count(command, source) {
      gathered = sumRuns([...gathered, { day: dayOf(now()), command, source, count: 1 }]);
      if (isWaiting) return;
      isWaiting = true;
      after(GATHER_MS, flush);
    },
    flush,
  };
}

/** The day of an instant in the agent's zone: 2026-11-26. */
function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
