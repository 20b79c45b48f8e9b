import type { AcceptProblem } from '#renderer/store/desk-actions.ts';
import { ok, type Result } from '#shared/result.ts';

/**
 * Between the beginnings of two writes. Far below the 300 ms that a draft may be unsaved: on a busy machine a write by itself has been
 * measured at up to 200.
 */
export const SAVE_EVERY_MS = 100;

/** Who types is not told with every letter that it is saved, but once they rest for so long. */
export const SAID_AFTER_MS = 400;

/** How long after each failed write in a row the next one is tried; the last stands for all that follow. */
export const TRY_AGAIN_MS = [1_000, 2_000, 5_000, 15_000] as const;

export type SaveState = 'saved' | 'unsaved' | AcceptProblem;

/** Keeps what is being written: at once, or while letter comes after letter `SAVE_EVERY_MS` after the last write began. */
export type DraftSaver<Value> = {
  change(value: Value): void;
  /** Writes what is unsaved now. Resolves when nothing is, or with why writing failed; it is then tried again by itself. */
  flush(): Promise<Result<null, AcceptProblem>>;
  /**
   * Forgets what was written: it was sent or is thrown away. `discard` runs once no write of it is under way any more, and what is
   * written from here on waits for that: it would be thrown away with the rest.
   */
  drop(discard: () => Promise<void>): Promise<void>;
  /** Writes what is unsaved once more and lets go: from here on the store tries again. */
  close(): Promise<void>;
};

export function createDraftSaver<Value>(options: {
  readonly save: (value: Value) => Promise<Result<null, AcceptProblem>>;
  readonly onState: (state: SaveState) => void;
  /** Calls back once after `ms`; returns how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void;
}): DraftSaver<Value> {
  let unsaved: { readonly value: Value } | null = null;
  let timer: { readonly again: boolean; readonly cancel: () => void } | null = null;
  let writing: Promise<unknown> | null = null;
  let failures = 0;
  /** How often all was forgotten: a write that was under way then is none of what is written now. */
  let dropped = 0;
  let closed = false;
  /** What is written has not been said yet; cancels that. */
  let unsaid: (() => void) | null = null;

  const stopTimer = (): void => {
    timer?.cancel();
    timer = null;
  };
  /** Whether there was something to say. */
  const keepQuiet = (): boolean => {
    const was = unsaid !== null;
    unsaid?.();
    unsaid = null;
    return was;
  };
  const saySaved = (): void => {
    unsaid = null;
    options.onState('saved');
  };
  const schedule = (ms: number, again: boolean): void => {
    timer ??= { again, cancel: options.after(ms, () => void flush()) };
  };
  const write = async (value: Value): Promise<Result<null, AcceptProblem>> => {
    const before = dropped;
    const answer = await options.save(value);
    if (dropped > before) return answer;
    if (!answer.ok) {
      // What came in meanwhile is newer.
      unsaved ??= { value };
      options.onState(answer.error);
      const wait = TRY_AGAIN_MS[Math.min(failures, TRY_AGAIN_MS.length - 1)];
      failures += 1;
      stopTimer();
      if (!closed && wait !== undefined) schedule(wait, true);
      return answer;
    }
    if (unsaved !== null) schedule(SAVE_EVERY_MS, false);
    else if (failures > 0) saySaved();
    else unsaid = options.after(SAID_AFTER_MS, saySaved);
    failures = 0;
    return answer;
  };
  async function flush(): Promise<Result<null, AcceptProblem>> {
    stopTimer();
    // Somebody else who waited may have begun the next one.
    while (writing !== null) await writing.catch(() => undefined);
    if (unsaved === null) return ok(null);
    // A write that ended meanwhile may have set the timer for what is written here.
    stopTimer();
    const { value } = unsaved;
    unsaved = null;
    schedule(SAVE_EVERY_MS, false);
    return underWay(write(value));
  }
  /** What comes next waits for it. */
  function underWay<Done>(work: Promise<Done>): Promise<Done> {
    const mine = work.finally(() => {
      if (writing === mine) writing = null;
    });
    writing = mine;
    return mine;
  }
  return {
    change(value) {
      // A composer that comes back uses the saver that it let go of.
      closed = false;
      unsaved = { value };
      keepQuiet();
      options.onState('unsaved');
      if (timer === null && writing === null) return void flush();
      // New words do not wait for as long as old ones that failed.
      if (timer?.again) stopTimer();
      schedule(SAVE_EVERY_MS, false);
    },
    flush,
    drop(discard) {
      dropped += 1;
      failures = 0;
      stopTimer();
      keepQuiet();
      unsaved = null;
      const last = writing;
      return underWay(Promise.resolve(last).then(discard, discard));
    },
    async close() {
      closed = true;
      await flush();
      stopTimer();
      if (keepQuiet()) saySaved();
    },
  };
}
