import { DAY_MS, HOUR_MS } from '../metrics/day-of.ts';
import type { Zone } from '../metrics/zone.ts';

const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?(Z|UTC|[+-]\d{2}:?\d{2}))?)?$/i;

/**
 * The instant of a date as ISO 8601 writes it, UTC ms; null for what is none. Without a zone it is by the clocks of `zone`, and a day
 * alone is its noon, so that it stays that day for everybody near. 11/12/2026 is one day here and another there, and is not read.
 */
export function readSurveyDate(text: string, zone: Zone): number | null {
  const [, year, month, day, hours, minutes, seconds = '0', ahead] = DATE.exec(text) ?? [];
  if (year === undefined) return null;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // The 31st of a shorter month is a day of the next.
  if (new Date(date).toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return null;
  if (hours === undefined) return zone.instantOf(date + 12 * HOUR_MS);
  const time = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  if (time >= DAY_MS || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return ahead === undefined ? zone.instantOf(date + time) : date + time - offsetOf(ahead);
}

/** In ms, of `+02:00`. */
function offsetOf(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
