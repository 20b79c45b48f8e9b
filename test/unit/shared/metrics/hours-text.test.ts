import { expect, test } from 'vitest';
import { clockText, hoursText, minutesOf, readHours } from '#shared/metrics/hours-text.ts';

test.each([
  ['09:00–17:00', [{ from: 540, until: 1_020 }]],
  [
    '9-12, 13.30 - 17',
    [
      { from: 540, until: 720 },
      { from: 810, until: 1_020 },
    ],
  ],
  ['0:00—24:00', [{ from: 0, until: 1_440 }]],
  ['', []],
  [' , ', []],
])('%j are hours of a day', (text, hours) => {
  expect(readHours(text)).toEqual(hours);
  expect(readHours(hoursText(hours))).toEqual(hours);
});

test.each(['nine', '9', '17-9', '9-25', '9:70-10', '9-12, 11-13', '9-9', '9–12–13', '-'])('%j are none', (text) => {
  expect(readHours(text)).toBeNull();
});

test('clocks are read and shown in minutes of the day', () => {
  expect([minutesOf('00:15'), minutesOf(''), minutesOf(undefined)]).toEqual([15, Number.NaN, Number.NaN]);
  // A night shift ends on the next day.
  expect(clockText(22 * 60 + 8 * 60)).toBe('06:00');
});
