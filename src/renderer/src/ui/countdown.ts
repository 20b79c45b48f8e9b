import type { Text } from '#shared/i18n/text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Closer than this a target wants the agent's eye. */
const SOON_MS = 30 * MINUTE;
export type Pressure = 'far' | 'soon' | 'late';

export const pressureOf = (leftMs: number): Pressure => {
  if (leftMs < 0) return 'late';
  return leftMs < SOON_MS ? 'soon' : 'far';
};

/** A span as short as the locale can say it: "4m", "1h 20m", "14h", "3d". Minutes stand beside hours only while they matter. */
export function span(t: Text, ms: number): string {
  const length = Math.abs(ms);
  const unit = (value: number, name: 'minute' | 'hour' | 'day'): string =>
    t.intl.formatNumber(Math.floor(value), { style: 'unit', unit: name, unitDisplay: 'narrow' });
  if (length < MINUTE) return t('app.underAMinute');
  if (length < HOUR) return unit(length / MINUTE, 'minute');
  const minutes = Math.floor((length % HOUR) / MINUTE);
  if (length < 10 * HOUR && minutes > 0)
    return t('app.hoursMinutes', { hours: unit(length / HOUR, 'hour'), minutes: unit(minutes, 'minute') });
  return length < 2 * DAY ? unit(length / HOUR, 'hour') : unit(length / DAY, 'day');
}

/** What is left until an instant; with a minus sign once it has passed. */
export const countdown = (t: Text, leftMs: number): string =>
  leftMs < 0 ? t('app.minus', { span: span(t, leftMs) }) : span(t, leftMs);
