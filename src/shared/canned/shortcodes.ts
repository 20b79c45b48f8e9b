import type { CannedResponse } from './canned-response.ts';

type Coded = Pick<CannedResponse, 'id' | 'shortcode'>;

/** Two shortcodes are one when these are the same. */
export const shortcodeKey = (shortcode: string): string => shortcode.normalize('NFC').toLowerCase();

/** A shortcode among `put` that another response of the whole list has as well; null when each has its own. */
export function takenShortcode(list: readonly Coded[], put: readonly Coded[]): string | null {
  const owners = new Map<string, number>();
  for (const { shortcode } of list) {
    const key = shortcodeKey(shortcode);
    owners.set(key, (owners.get(key) ?? 0) + 1);
  }
  return put.find(({ shortcode }) => (owners.get(shortcodeKey(shortcode)) ?? 0) > 1)?.shortcode ?? null;
}

/** In letters; short enough for any letters and a number behind them. */
const LONGEST = 28;
const MOST_WORDS = 4;

/** A shortcode for a title, in its own letters, that none of `taken` (keys) is: `late-parcel`, else `late-parcel-2`. */
export function suggestShortcode(title: string, taken: ReadonlySet<string>): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const joined = words.slice(0, MOST_WORDS).join('-');
  const base = Array.from(joined).slice(0, LONGEST).join('').replace(/-$/, '') || 'response';
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}
