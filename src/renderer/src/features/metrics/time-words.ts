import type { Text } from '#shared/i18n/text.ts';
import { HOUR_MS } from '#shared/metrics/day-of.ts';
import type { Zone } from '#shared/metrics/zone.ts';
import type { SeriesPoint } from '../../store/desk-metrics.ts';

/** How the parts of a series are told apart: by the hour, by the day, or by the month. */
export function createTimeWords(t: Text, series: readonly SeriesPoint[], zone: Zone): (at: number) => string {
  const step = (series.at(-1)?.at ?? 0) - (series.at(-2)?.at ?? 0);
  const format = new Intl.DateTimeFormat(t.intl.locale, {
    timeZone: zone.name,
    ...(step <= HOUR_MS
      ? { hour: 'numeric', minute: '2-digit' }
      : step > 27 * 24 * HOUR_MS
        ? { month: 'short', year: 'numeric' }
        : { day: 'numeric', month: 'short' }),
  });
  return (at) => format.format(at);
}
