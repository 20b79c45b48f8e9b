import { expect, test } from 'vitest';
import { countdown, pressureOf, span } from '#renderer/ui/countdown.ts';
import { createText } from '#shared/i18n/text.ts';

const t = createText('en');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  [20_000, '<1m'],
  [5 * MINUTE + 59_000, '5m'],
  [80 * MINUTE, '1h 20m'],
  [2 * HOUR, '2h'],
  [13 * HOUR + 59 * MINUTE, '13h'],
  [47 * HOUR, '47h'],
  [73 * HOUR, '3d'],
])('%i ms is told as %s', (ms, words) => {
  expect(span(t, ms)).toBe(words);
  expect(countdown(t, ms)).toBe(words);
  expect(countdown(t, -ms)).toBe(`−${words}`);
});

test('half an hour before, the eye is called for; past it, it is late', () => {
  expect([31 * MINUTE, 29 * MINUTE, 0, -1].map(pressureOf)).toEqual(['far', 'soon', 'soon', 'late']);
});
