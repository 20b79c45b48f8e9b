import type { Health } from '#shared/domain/account.ts';

export type FirstSyncProgress =
  | { readonly running: false }
  /** `total` null while one of them does not know. */
  | { readonly running: true; readonly done: number; readonly total: number | null };

/** How far the first syncs that are running have come, together. */
export function firstSyncOf(health: readonly Health[]): FirstSyncProgress {
  const running = health.flatMap(({ phase, progress }) => (phase === 'first-sync' && progress ? [progress] : []));
  if (running.length === 0) return { running: false };
  return {
    running: true,
    done: running.reduce((sum, { done }) => sum + done, 0),
    total: running.some(({ total }) => total === null)
      ? null
      : running.reduce((sum, { total }) => sum + (total ?? 0), 0),
  };
}
