import type { AcceptProblem } from '#renderer/store/desk-api.ts';
import type { Result } from '#shared/result.ts';

/** Below the 300 ms that a draft may be unsaved, with room for the write itself. */
export const SAVE_AFTER_MS = 250;

export type SaveState = 'saved' | 'unsaved' | AcceptProblem;

/** Keeps what is being written, at most `SAVE_AFTER_MS` after the first key stroke that is not kept yet. */
export type DraftSaver<Value> = {
  change(value: Value): void;
  /** Writes what is unsaved now. Resolves when nothing is, or writing failed. */
  flush(): Promise<void>;
  /** Forgets what is unsaved: it was sent or discarded. Resolves once no write is under way any more. */
  drop(): Promise<void>;
};

export function createDraftSaver<Value>(options: {
  readonly save: (value: Value) => Promise<Result<null, AcceptProblem>>;
  readonly onState: (state: SaveState) => void;
  /** Calls back once after `ms`; returns how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void;
}): DraftSaver<Value> {
  let unsaved: { readonly value: Value } | null = null;
  let cancel: (() => void) | null = null;
  let writing: Promise<void> | null = null;

  const schedule = (): void => {
    cancel ??= options.after(SAVE_AFTER_MS, () => void flush());
  };
  const stopTimer = (): void => {
    cancel?.();
    cancel = null;
  };
  const write = async (value: Value): Promise<void> => {
    const answer = await options.save(value).catch(() => ({ ok: false, error: 'no-link' }) as const);
    if (!answer.ok) {
      // Kept for the next key stroke or flush; what came in meanwhile is newer.
      unsaved ??= { value };
      options.onState(answer.error);
    } else if (unsaved === null) options.onState('saved');
    else schedule();
  };
  async function flush(): Promise<void> {
    stopTimer();
    await writing;
    if (unsaved === null) return;
    const { value } = unsaved;
    unsaved = null;
    writing = write(value).finally(() => {
      writing = null;
    });
    await writing;
  }
  return {
    change(value) {
      unsaved = { value };
      options.onState('unsaved');
      schedule();
    },
    flush,
    async drop() {
      stopTimer();
      unsaved = null;
      await writing;
      stopTimer();
      unsaved = null;
    },
  };
}
