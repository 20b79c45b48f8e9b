import { type Failure, isGone } from '#shared/domain/failure.ts';
import type { Action, OriginalFile, OutgoingFile } from '#shared/outbox/action.ts';
import { err, ok, type Result } from '#shared/result.ts';

/**
 * What is to be said, with the files of the ticket that go along beside the agent's own. They are fetched before anything leaves, so
 * that a message arrives with all of them or waits.
 */
export async function withOriginals(
  action: Action,
  ports: {
    readonly fetchOriginal: (file: OriginalFile, signal: AbortSignal) => Promise<Result<OutgoingFile, Failure>>;
  },
  signal: AbortSignal,
): Promise<Result<Action, Failure>> {
  if (action.kind !== 'forward' || action.originals.length === 0) return ok(action);
  const files = [...action.words.files];
  for (const original of action.originals) {
    const file = await ports.fetchOriginal(original, signal);
    if (file.ok) files.push(file.value);
    else if (!isGone(file.error)) return file;
    else
      return err({
        code: 'rejected',
        reasons: [{ code: 'original-gone', file: original.name }],
        detail: file.error.detail,
      });
  }
  return ok({ ...action, words: { ...action.words, files }, originals: [] });
}
