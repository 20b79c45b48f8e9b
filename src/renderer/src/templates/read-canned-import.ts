import type { FileFault } from '#shared/canned/canned-file.ts';
import type { CannedResponse } from '#shared/canned/canned-response.ts';
import type { CannedImport } from '#shared/canned/import-dry-run.ts';
import { err, type Result } from '#shared/result.ts';

/** A file's text, the responses that there are, and the time in UTC ms. */
export type ReadJob = { readonly text: string; readonly mine: readonly CannedResponse[]; readonly now: number };
export type ReadAnswer = Result<CannedImport, FileFault>;

/**
 * Works out what taking a file would do, on a thread of its own: thousands of responses take seconds, and HTML in them longer.
 * `stopped`: called off, or the thread ended by itself.
 */
export function readCannedImport(
  job: ReadJob,
  signal: AbortSignal,
): Promise<Result<CannedImport, FileFault | 'stopped'>> {
  const worker = new Worker(new URL('./canned-file-worker.ts', import.meta.url), { type: 'module', name: 'canned' });
  const answer = new Promise<Result<CannedImport, FileFault | 'stopped'>>((resolve) => {
    const stop = (): void => resolve(err('stopped'));
    worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => resolve(data));
    worker.addEventListener('error', stop);
    signal.addEventListener('abort', stop);
    worker.postMessage(job);
  });
  return answer.finally(() => worker.terminate());
}
