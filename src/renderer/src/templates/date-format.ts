/** What Ruby's `strftime` writes short (https://docs.ruby-lang.org/en/3.3/strftime_formatting_rdoc.html) and the engine does not know. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  T: '%H:%M:%S',
  R: '%H:%M',
  r: '%I:%M:%S %p',
  c: '%a %b %e %H:%M:%S %Y',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
  v: '%e-%^b-%Y',
  '+': '%a %b %e %H:%M:%S %Z %Y',
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const PART = /%%|%([-_0^#:]*)\d*([aAbBhDFTRrcxXv+ZGgV])/gu;
const DAY_MS = 86_400_000;

/**
 * A format in letters that the engine writes as Ruby does. Names are put in here: Liquid's are English, and the engine would make a
 * formatter for each. `day` tells the day that is shown, `2026-11-26`.
 */
export function longFormat(format: string, inUtc: boolean, day: () => string): string {
  const replaced = (part: string, flags = '', letter?: string): string => {
    if (letter === undefined) return part;
    if (letter === 'Z') return inUtc ? 'UTC' : part;
    if (letter === 'V' || letter === 'G' || letter === 'g') return isoWeek(day())[letter];
    const long = LONG_FORMS[letter];
    if (long !== undefined) return long.replace(PART, replaced);
    const name = nameOf(letter, day());
    return /[#^]/u.test(flags) ? name.toUpperCase() : name;
  };
  return format.replace(PART, replaced);
}

function nameOf(letter: string, day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const name = (letter.toLowerCase() === 'a' ? DAYS[at.getUTCDay()] : MONTHS[at.getUTCMonth()]) ?? '';
  return letter === 'A' || letter === 'B' ? name : name.slice(0, 3);
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeek(day: string): { readonly V: string; readonly G: string; readonly g: string } {
  const at = Date.parse(`${day}T00:00:00Z`);
  const weekday = new Date(at).getUTCDay() || 7;
  const thursday = at + (4 - weekday) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY_MS / 7);
  const two = (value: number): string => String(value).padStart(2, '0');
  return { V: two(week), G: String(year), g: two(year % 100) };
}
