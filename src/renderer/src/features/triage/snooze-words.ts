import type { SnoozeWords } from '#shared/mine/snooze-time.ts';

/** What the agent's language calls tomorrow and the days, from Sunday on. */
export function snoozeWords(locale: string): SnoozeWords {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long' });
  return {
    tomorrow: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(1, 'day'),
    // The first of February 2026 is a Sunday.
    weekdays: Array.from({ length: 7 }, (_, index) => day.format(new Date(2026, 1, 1 + index, 12))),
  };
}
