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
  '+': '%a %b %e %H:%M:%S UTC %Y',
};
const SHORT = /%%|%[-_0^#:]*\d*([DFTRrcxXv+ZGgV])/gu;
const DAY_MS = 86_400_000;

/** A format in the engine's own letters. `day` tells the day that is shown, `2026-11-26`; null where it is no time. */
export function longFormat(format: string, inUtc: boolean, day: () => string): string {
  return format.replace(SHORT, (whole, letter: string | undefined) => {
    if (letter === undefined) return whole;
    if (letter === 'Z') return inUtc ? 'UTC' : whole;
    if (letter === 'V' || letter === 'G' || letter === 'g') return isoWeek(day())[letter];
    return LONG_FORMS[letter] ?? whole;
  });
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
