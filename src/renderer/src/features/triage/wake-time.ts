import type { Text } from '#shared/i18n/text.ts';

const WEEK_MS = 6 * 24 * 60 * 60 * 1_000;

/** When a ticket wakes: "17:00", "Fri 09:00" or "31 Dec, 14:00". In the zone of the machine. */
export function wakeTime(t: Text, until: number, now: number): string {
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  if (new Date(until).toDateString() === new Date(now).toDateString()) return t.intl.formatTime(until, time);
  if (until - now < WEEK_MS) return t.intl.formatDate(until, { weekday: 'short', ...time });
  const isThisYear = new Date(until).getFullYear() === new Date(now).getFullYear();
  return t.intl.formatDate(until, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    ...time,
  });
}
