/** Which calls the log shows by their time. */
export const LOG_RANGES = ['today', 'week', 'all'] as const;
export type LogRange = (typeof LOG_RANGES)[number];

/** In every engine that runs us one of the two is there. */
type LocaleWithWeeks = Intl.Locale & {
  readonly weekInfo?: { readonly firstDay: number };
  getWeekInfo?(): { readonly firstDay: number };
};

/** When a range begins (UTC ms), in the agent's zone; null for the one without a beginning. A week begins as it does in the locale. */
export function beginOf(range: LogRange, now: number, locale: string): number | null {
  if (range === 'all') return null;
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  if (range === 'today') return day.getTime();
  const weeks: LocaleWithWeeks = new Intl.Locale(locale);
  const firstDay = (weeks.getWeekInfo?.() ?? weeks.weekInfo)?.firstDay ?? 1;
  day.setDate(day.getDate() - ((day.getDay() - firstDay + 7) % 7));
  return day.getTime();
}
