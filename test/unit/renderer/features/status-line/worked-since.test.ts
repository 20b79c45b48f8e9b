import { expect, test } from 'vitest';
import {
  PAUSE_MS,
  type Work,
  worked,
  workedFor,
} from '../../../../../src/renderer/src/features/status-line/worked-since.ts';

const MINUTE = 60_000;
const after = (...minutes: readonly number[]): Work | null =>
  minutes.reduce<Work | null>((work, minute) => worked(work, minute * MINUTE), null);

test('work goes on as long as no pause is five minutes long', () => {
  expect(workedFor(after(0, 4, 8, 12), 13 * MINUTE)).toBe(13 * MINUTE);
  expect(workedFor(after(0, 4, 9, 12), 13 * MINUTE)).toBe(4 * MINUTE);
  expect(workedFor(after(0, 4), 4 * MINUTE + PAUSE_MS)).toBe(0);
  expect(workedFor(null, MINUTE)).toBe(0);
});
