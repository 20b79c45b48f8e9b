/** Times at which an agent would want a ticket back. All of it is in the zone of the machine, where the agent's days begin. */
export const SNOOZE_PRESETS = ['inTwoHours', 'laterToday', 'tomorrow', 'nextWeek'] as const;
export type SnoozePreset = (typeof SNOOZE_PRESETS)[number];

const HOUR_MS = 60 * 60 * 1_000;
const MORNING = 9;

/** Null when it would make no sense: late in the evening there is no later today. */
export function presetTime(preset: SnoozePreset, now: number): number | null {
  const today = new Date(now);
  switch (preset) {
    case 'inTwoHours':
      return now + 2 * HOUR_MS;
    case 'laterToday': {
      const hour = [13, 17, 20].find((one) => one >= today.getHours() + 3);
      return hour === undefined ? null : dayAt(today, 0, hour);
    }
    case 'tomorrow':
      return dayAt(today, 1, MORNING);
    case 'nextWeek':
      return dayAt(today, (8 - today.getDay()) % 7 || 7, MORNING);
  }
}

/** By the calendar, not by 24 hours: a day on which the clocks change has the same nine o'clock. */
const dayAt = (from: Date, days: number, hours: number, minutes = 0): number =>
  new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, hours, minutes).getTime();

const UNITS: Readonly<Record<string, number>> = {
  m: 60_000,
  min: 60_000,
  h: HOUR_MS,
  d: 24 * HOUR_MS,
  w: 7 * 24 * HOUR_MS,
};
const FURTHEST_MS = 5 * 366 * 24 * HOUR_MS;

/**
 * A typed time: `2h`, `1h 30m`, `3d`, `17:30`, `9`, `tomorrow 8`, `fri 9`, `31.12 14:00`, `2026-12-31`. Always the next one that is
 * still to come; null for what is no time. `words` are what the agent's language calls tomorrow and the days from Sunday on.
 */
export function parseSnoozeTime(text: string, now: number, words: SnoozeWords = ENGLISH): number | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/^in\s+/, '');
  if (typed === '') return null;
  const found = spanFrom(typed, now) ?? dateFrom(typed, now) ?? dayFrom(typed, now, words) ?? timeAlone(typed, now);
  return found !== null && found > now && found - now < FURTHEST_MS ? found : null;
}

export type SnoozeWords = { readonly tomorrow: string; readonly weekdays: readonly string[] };
const ENGLISH: SnoozeWords = {
  tomorrow: 'tomorrow',
  weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
};

function spanFrom(typed: string, now: number): number | null {
  if (!/^(\d+(\.\d+)?\s*(min|[mhdw])\s*)+$/.test(typed)) return null;
  let span = 0;
  for (const [, count = '', unit = ''] of typed.matchAll(/(\d+(?:\.\d+)?)\s*(min|[mhdw])/g))
    span += Number(count) * (UNITS[unit] ?? 0);
  return now + Math.round(span);
}

function dateFrom(typed: string, now: number): number | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:\s+(.+))?$/.exec(typed);
  const local = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4})?)?(?:\s+(.+))?$/.exec(typed);
  const [year, month, day, rest] = iso
    ? [Number(iso[1]), iso[2], iso[3], iso[4]]
    : local
      ? [local[3] === undefined ? null : Number(local[3]), local[2], local[1], local[4]]
      : [null, undefined, undefined, undefined];
  const time = timeFrom(rest);
  if (month === undefined || day === undefined || time === null) return null;
  const inYear = (one: number): number | null => {
    const date = new Date(one, Number(month) - 1, Number(day), ...time);
    // The 31st of a month that has thirty days would be the first of the next.
    return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? date.getTime() : null;
  };
  const thisYear = new Date(now).getFullYear();
  if (year !== null) return inYear(year);
  const soon = inYear(thisYear);
  return soon !== null && soon > now ? soon : inYear(thisYear + 1);
}

function dayFrom(typed: string, now: number, words: SnoozeWords): number | null {
  const [, name = '', rest] = /^(\p{L}+)\.?(?:\s+(.+))?$/u.exec(typed) ?? [];
  const time = timeFrom(rest);
  if (name.length < 2 || time === null) return null;
  const today = new Date(now);
  const isCalled = (word: string): boolean => word.toLowerCase().startsWith(name);
  if (name === 'today') return dayAt(today, 0, ...time);
  if (isCalled(words.tomorrow) || isCalled(ENGLISH.tomorrow)) return dayAt(today, 1, ...time);
  const weekdays = [words.weekdays, ENGLISH.weekdays].map((days) => days.findIndex(isCalled));
  const weekday = weekdays.find((index) => index >= 0);
  if (weekday === undefined) return null;
  const ahead = (weekday - today.getDay() + 7) % 7;
  const soon = dayAt(today, ahead, ...time);
  return soon > now ? soon : dayAt(today, ahead + 7, ...time);
}

function timeAlone(typed: string, now: number): number | null {
  const time = timeFrom(typed);
  if (time === null) return null;
  const soon = dayAt(new Date(now), 0, ...time);
  return soon > now ? soon : dayAt(new Date(now), 1, ...time);
}

/** Hours and minutes; the morning where nothing is said, null for what is no time. */
function timeFrom(text: string | undefined): readonly [hours: number, minutes: number] | null {
  if (text === undefined) return [MORNING, 0];
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  return hour < 24 && Number(minutes) < 60 ? [hour, Number(minutes)] : null;
}
