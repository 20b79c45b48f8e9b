import type { Text } from '#shared/i18n/text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, as short as the locale can say it ("4m", "2h", "3d"), a date after a week. Instants in UTC ms. */
export function age(t: Text, at: number, now: number): string {
  const past = Math.max(0, now - at);
  const unit = (value: number, name: 'minute' | 'hour' | 'day'): string =>
    t.intl.formatNumber(Math.floor(value), { style: 'unit', unit: name, unitDisplay: 'narrow' });
  if (past < MINUTE) return t('app.now');
  if (past < HOUR) return unit(past / MINUTE, 'minute');
  if (past < DAY) return unit(past / HOUR, 'hour');
  if (past < 7 * DAY) return unit(past / DAY, 'day');
  const thisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return t.intl.formatDate(at, thisYear ? { day: 'numeric', month: 'short' } : { month: 'short', year: 'numeric' });
}

/** The whole date and time, for hovering and for screen readers. */
export const exactTime = (t: Text, at: number): string =>
  t.intl.formatDate(at, { dateStyle: 'full', timeStyle: 'short' });
