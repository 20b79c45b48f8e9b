import { expect, it } from 'vitest';
import { zoneOf } from '#shared/metrics/zone.ts';
import { readSurveyDate } from '#shared/surveys/survey-date.ts';

const OSLO = zoneOf('Europe/Oslo');
const read = (text: string): string | null => {
  const at = readSurveyDate(text, OSLO);
  return at === null ? null : new Date(at).toISOString();
};

it('reads dates with a zone by it, and others by the agent’s clocks', () => {
  expect(read('2026-07-01 14:30')).toBe('2026-07-01T12:30:00.000Z');
  expect(read('2026-07-01T14:30:15Z')).toBe('2026-07-01T14:30:15.000Z');
  expect(read('2026-07-01 14:30:15.250 UTC')).toBe('2026-07-01T14:30:15.000Z');
  expect(read('2026-07-01T14:30+0530')).toBe('2026-07-01T09:00:00.000Z');
  expect(read('2026-07-01T14:30-03:00')).toBe('2026-07-01T17:30:00.000Z');
});

it('takes a day for its noon, also on which clocks change', () => {
  expect(read('2026-03-29')).toBe('2026-03-29T10:00:00.000Z');
  expect(read('2026-10-25')).toBe('2026-10-25T11:00:00.000Z');
});

it('reads nothing that could be two days, or none', () => {
  for (const text of [
    '11/12/2026',
    '12.11.2026',
    '2026-13-01',
    '2026-02-29',
    '2026-01-01 24:00',
    '2026-01-01 10:61',
    'now',
    '',
  ])
    expect(read(text)).toBeNull();
});
