import { openSchema } from './calendar.ts';

type Open = { readonly from: number; readonly until: number };

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A day's opening hours as an agent writes them: "09:00–12:00, 13:00–17:00"; nothing for a closed day. */
export const hoursText = (hours: readonly Open[]): string =>
  hours.map(({ from, until }) => `${clock(from)}–${clock(until)}`).join(', ');

/** Reads them, in minutes of the day; "9-17" will do. Null for what names no hours, or hours that overlap. */
export function readHours(text: string): readonly Open[] | null {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const hours: Open[] = [];
  for (const part of parts) {
    const [, from, until] = /^(\d{1,2}(?:[:.]\d{2})?)\s*[-–—]\s*(\d{1,2}(?:[:.]\d{2})?)$/u.exec(part) ?? [];
    const open = openSchema.safeParse({ from: minutesOf(from), until: minutesOf(until) });
    const before = hours.at(-1);
    if (!open.success || (before && open.data.from < before.until)) return null;
    hours.push(open.data);
  }
  return hours;
}

/** Minutes of the day that a clock shows; NaN for what none shows. */
export function minutesOf(text: string | undefined): number {
  const [hour = '', minute = '0'] = (text ?? '').split(/[:.]/);
  const isTime = hour !== '' && Number(minute) < 60 && Number(hour) <= 24;
  return isTime ? Number(hour) * 60 + Number(minute) : Number.NaN;
}

/** As an input for a time has it. */
export const clockText = (minutes: number): string => clock(minutes % (24 * 60));
