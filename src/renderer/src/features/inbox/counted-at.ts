import { type Health, isOffline } from '#shared/domain/account.ts';

/** A count that is as old as this is told with its time, in ms. */
const OLD_MS = 10 * 60_000;

/**
 * As of when a count over these accounts is, UTC ms, where that is worth a word: one of them cannot be reached, or has not been read
 * for a while. The oldest of them counts. Null otherwise, and while nothing has been read at all.
 */
export function countedAt(
  health: readonly Pick<Health, 'phase' | 'online' | 'problem' | 'lastSyncAt'>[],
  now: number,
): number | null {
  const old = health.filter((one) => one.lastSyncAt !== null && (isOffline(one) || now - one.lastSyncAt > OLD_MS));
  return old.length === 0 ? null : Math.min(...old.map(({ lastSyncAt }) => lastSyncAt ?? now));
}
