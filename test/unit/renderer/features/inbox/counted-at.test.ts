import { expect, test } from 'vitest';
import { countedAt } from '../../../../../src/renderer/src/features/inbox/counted-at.ts';

const NOW = Date.UTC(2026, 10, 23, 14, 2);
const MINUTE = 60_000;
const read = (minutesAgo: number | null, online = true) => ({
  phase: 'idle' as const,
  online,
  problem: null,
  lastSyncAt: minutesAgo === null ? null : NOW - minutesAgo * MINUTE,
});

test('a count needs no time while its helpdesks are reached and have just been read', () => {
  expect(countedAt([read(0), read(9)], NOW)).toBeNull();
  expect(countedAt([], NOW)).toBeNull();
});

test('it has the time of the oldest that cannot be reached or has not been read for ten minutes', () => {
  expect(countedAt([read(1, false)], NOW)).toBe(NOW - MINUTE);
  expect(countedAt([read(0), read(11)], NOW)).toBe(NOW - 11 * MINUTE);
  expect(countedAt([read(3, false), read(30)], NOW)).toBe(NOW - 30 * MINUTE);
});

test('what was never read has no time', () => {
  expect(countedAt([read(null, false)], NOW)).toBeNull();
});
