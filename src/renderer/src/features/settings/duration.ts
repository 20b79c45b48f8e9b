import type { Text } from '#shared/i18n/text.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** A time to wait, rounded up so that it is never promised too early: "40 seconds", "3 minutes", "2 hours". */
export function inWords(t: Text, ms: number): string {
  const say = (value: number, unit: 'second' | 'minute' | 'hour'): string =>
    t.intl.formatNumber(Math.ceil(value), { style: 'unit', unit, unitDisplay: 'long' });
  if (ms <= 90 * SECOND_MS) return say(Math.max(1, ms / SECOND_MS), 'second');
  if (ms <= 90 * MINUTE_MS) return say(ms / MINUTE_MS, 'minute');
  return say(ms / HOUR_MS, 'hour');
}
