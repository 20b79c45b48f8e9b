import type { Zone } from './zone.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Days by the clocks of a zone, counted from 1 January 1970. */
export const dayOf = (zone: Zone, at: number): number => Math.floor((at + zone.offsetAt(at)) / DAY_MS);

/** The instant at which a day begins, also where clocks leave midnight out. */
export const startOfDay = (zone: Zone, day: number): number => zone.instantOf(day * DAY_MS);

/** 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** A day as in 2026-11-26. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The day that a text such as 2026-11-26 names; NaN for what is none. */
export const dayNamed = (text: string): number => Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY_MS);

/** The first day of the month in which a day lies, `months` later. */
export function firstOfMonth(day: number, months = 0): number {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY_MS;
}

/** The first day of the week in which a day lies; `weekStart` is the weekday that weeks begin with. */
export const firstOfWeek = (day: number, weekStart: number): number => day - ((weekdayOf(day) - weekStart + 7) % 7);
