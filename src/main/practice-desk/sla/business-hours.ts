/** The shop's opening hours: Monday to Friday, nine to six by the clocks of Bergen. */
const ZONE = 'Europe/Oslo';
const OPENS_AT = 9;
const CLOSES_AT = 18;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const hourThere = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' });

/** Opening hours of a day, UTC ms; null on a weekend. `noon` is that day's noon in UTC, when no clock is ever changed. */
const openOn = (noon: number): { readonly from: number; readonly to: number } | null => {
  const day = new Date(noon).getUTCDay();
  if (day === 0 || day === 6) return null;
  const aheadMs = (Number(hourThere.format(noon)) - 12) * HOUR_MS;
  const midnight = noon - 12 * HOUR_MS - aheadMs;
  return { from: midnight + OPENS_AT * HOUR_MS, to: midnight + CLOSES_AT * HOUR_MS };
};
const noonOf = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS + 12 * HOUR_MS;

/** How much of the time from `from` to `to` the shop was open. */
export const openMs = (from: number, to: number): number => {
  let sum = 0;
  for (let noon = noonOf(from); noon - 12 * HOUR_MS < to; noon += DAY_MS) {
    const open = openOn(noon);
    if (open) sum += Math.max(0, Math.min(to, open.to) - Math.max(from, open.from));
  }
  return sum;
};

/** When the shop will have been open for `ms` since `from`. */
export const afterOpenMs = (from: number, ms: number): number => {
  let left = ms;
  for (let noon = noonOf(from); ; noon += DAY_MS) {
    const open = openOn(noon);
    if (!open || open.to <= from) continue;
    const start = Math.max(from, open.from);
    if (left <= open.to - start) return start + left;
    left -= open.to - start;
  }
};
