import { expect, test } from 'vitest';
import { createText } from '#shared/i18n/text.ts';
import {
  changeOf,
  goalText,
  isGoalMet,
  lengthText,
} from '../../../../../src/renderer/src/features/metrics/figure-words.ts';
import type { FigureId, FigureValue } from '../../../../../src/renderer/src/store/desk-metrics.ts';

const t = createText('en');
const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];

test.each([
  [0, '0s'],
  [45.4 * SECOND, '45s'],
  [59.7 * SECOND, '1m'],
  [59.7 * MINUTE, '1h'],
  [23.8 * HOUR, '1d'],
  [MINUTE, '1m'],
  [9 * MINUTE + 30 * SECOND, '9m 30s'],
  [9 * MINUTE + 59.6 * SECOND, '10m'],
  [28.4 * MINUTE, '28m'],
  [HOUR, '1h'],
  [HOUR + 20.4 * MINUTE, '1h 20m'],
  [2 * HOUR - 10 * SECOND, '2h'],
  [21 * HOUR + 40 * MINUTE, '22h'],
  [DAY, '1d'],
  [3 * DAY + 4.4 * HOUR, '3d 4h'],
  [12.6 * DAY, '13d'],
])('%d ms is said as %s', (ms, words) => {
  expect(lengthText(t, ms)).toBe(words);
});

const of = (value: number | null, tooFew = false): FigureValue => ({
  value,
  count: 9,
  tickets: 9,
  median: null,
  p90: null,
  tooFew,
});

test.each<readonly [FigureId, FigureValue, FigureValue, string | undefined]>([
  ['first-reply', of(HOUR), of(2 * HOUR), '-50% better'],
  ['first-reply', of(2 * HOUR), of(HOUR), '+100% worse'],
  ['first-reply', of(HOUR), of(HOUR + 1), 'as before'],
  ['first-reply', of(HOUR), of(0), undefined],
  ['on-hold', of(0), of(0), 'as before'],
  ['agent-wait', of(HOUR), of(2 * HOUR), '-50%'],
  ['csat', of(0.91), of(0.9), '+1 point better'],
  ['reopens', of(3), of(1), '+2 worse'],
  ['solved', of(3), of(1), '+2 better'],
  ['csat', of(0.9), of(0.8, true), undefined],
  ['csat', of(null), of(0.8), undefined],
])('%s differs from before as one reads it', (id, now, before, words) => {
  expect(changeOf(t, { id, now, before })?.text).toBe(words);
});

test('a goal is met from its own side; of a few values it is not said, nor of a count over more than its day', () => {
  expect(isGoalMet({ id: 'first-reply', now: of(HOUR) }, HOUR, 'day')).toBe(true);
  expect(isGoalMet({ id: 'first-reply', now: of(HOUR + 1) }, HOUR, 'day')).toBe(false);
  expect(isGoalMet({ id: 'solved', now: of(8) }, 8, 'day')).toBe(true);
  expect(isGoalMet({ id: 'solved', now: of(7) }, 8, 'day')).toBe(false);
  expect(isGoalMet({ id: 'solved', now: of(8, true) }, 8, 'day')).toBeNull();
  expect(isGoalMet({ id: 'solved', now: of(8) }, undefined, 'day')).toBeNull();
  expect(isGoalMet({ id: 'solved', now: of(80) }, 8, 'week')).toBeNull();
  expect(isGoalMet({ id: 'first-reply', now: of(HOUR) }, HOUR, 'week')).toBe(true);
  expect([goalText(t, 'solved', 8), goalText(t, 'first-reply', HOUR)]).toEqual(['8 a day', '1h']);
});
