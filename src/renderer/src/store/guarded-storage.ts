import type { StoreProblem } from '#shared/link/values.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Changes, RawStorage, Storage } from './storage.ts';

export type Guard = {
  /** A write that has not settled by then never will: after a full disk the next transaction hangs for good. */
  readonly watchdogMs: number;
  /** Pauses before each attempt to reopen. */
  readonly healAfterMs: readonly number[];
  /** Between the last failed attempt and the next, which only a new write causes. */
  readonly againAfterMs: number;
  /** Milliseconds by a clock that nobody can set. */
  readonly now: () => number;
  /** Runs later; returns how to prevent it. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onProblem: (problem: StoreProblem | null) => void;
};

export const guardDefaults = {
  watchdogMs: 15_000,
  healAfterMs: [200, 2_000, 10_000],
  againAfterMs: 20_000,
} as const;

/**
 * A storage that always answers. After a failed write it takes no more until a reopened connection has taken a probe. Reads
 * go to the connection there is. It never deletes anything to heal.
 */
export async function guardStorage(
  open: () => Promise<Result<RawStorage, StoreProblem>>,
  guard: Guard,
): Promise<Result<Storage, StoreProblem>> {
  const first = await open();
  if (!first.ok) return first;
  let raw = first.value;
  let problem: StoreProblem | null = null;
  let healing = false;
  let closed = false;
  let lastTried = 0;

  const write = (target: RawStorage, changes: Changes): Promise<StoreProblem | null> =>
    new Promise((resolve) => {
      const stop = guard.after(guard.watchdogMs, () => resolve('timeout'));
      target.commit(changes).then(
        () => {
          stop();
          resolve(null);
        },
        (error: unknown) => {
          stop();
          resolve(problemOf(error));
        },
      );
    });

  const fail = (found: StoreProblem): void => {
    if (closed) return;
    const isNew = problem !== found;
    problem = found;
    if (isNew) guard.onProblem(found);
    if (!healing) heal(0);
  };

  const heal = (attempt: number): void => {
    const pause = guard.healAfterMs[attempt];
    healing = pause !== undefined;
    lastTried = guard.now();
    if (pause === undefined) return;
    guard.after(pause, () => void reopen(attempt));
  };

  const reopen = async (attempt: number): Promise<void> => {
    if (closed) return;
    raw.close();
    const again = await open();
    if (!again.ok) {
      if (again.error !== 'newer-database') return heal(attempt + 1);
      healing = false;
      problem = again.error;
      return guard.onProblem(problem);
    }
    watch(again.value);
    if (closed) return raw.close();
    const found = await write(raw, { put: { meta: [{ key: 'probe', value: attempt }] } });
    if (found !== null) return heal(attempt + 1);
    healing = false;
    problem = null;
    guard.onProblem(null);
  };

  const watch = (opened: RawStorage): void => {
    raw = opened;
    opened.onLost(() => {
      if (opened === raw && !closed && !healing) fail('closed');
    });
  };
  watch(raw);

  return ok({
    get: (table, key) => raw.get(table, key),
    getMany: (table, keys) => raw.getMany(table, keys),
    all: (table) => raw.all(table),
    ofTickets: (table, ids) => raw.ofTickets(table, ids),
    between: (table, first, last) => raw.between(table, first, last),
    ticketsAfter: (change, visit) => raw.ticketsAfter(change, visit),
    count: (table) => raw.count(table),
    async commit(changes) {
      if (closed) return err('closed');
      if (problem !== null) {
        if (!healing && problem !== 'newer-database' && guard.now() - lastTried >= guard.againAfterMs) heal(0);
        return err(problem);
      }
      const found = await write(raw, changes);
      if (found === null) return ok(null);
      fail(found);
      return err(found);
    },
    problem: () => problem,
    close() {
      closed = true;
      raw.close();
    },
  });
}

function problemOf(error: unknown): StoreProblem {
  const names = new Set<string>();
  for (let at: unknown = error; at instanceof Error || at instanceof DOMException; )
    [at] = [names.add(at.name) && ('inner' in at ? at.inner : at.cause)];
  if (names.has('QuotaExceededError')) return 'full';
  if (names.has('VersionError')) return 'newer-database';
  return 'closed';
}
