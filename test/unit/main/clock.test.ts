import { expect, test } from 'vitest';
import { systemClock } from '#main/clock.ts';

test('a clock that nobody can set goes on in whole milliseconds', async () => {
  const clock = systemClock();
  const before = clock.elapsed();
  await expect.poll(() => clock.elapsed(), { interval: 1 }).toBeGreaterThan(before + 5);
  const readings = Array.from({ length: 100 }, () => clock.elapsed());
  expect(readings.filter((ms) => !Number.isInteger(ms))).toEqual([]);
});
