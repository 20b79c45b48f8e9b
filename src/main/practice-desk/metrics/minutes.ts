import { openMs } from '../sla/business-hours.ts';

const MINUTE_MS = 60_000;

export type Span = readonly [from: number, to: number];
/** Whole minutes, rounded down, by all hours and by the shop's opening hours. */
export type Minutes = { readonly calendar: number | null; readonly business: number | null };

/** What is told of a time that has not come to its end yet. */
export const NOT_YET: Minutes = { calendar: null, business: null };

/** The minutes of some spans (UTC ms) together: rounded once, so that many short ones are not lost. */
export const minutesOf = (spans: readonly Span[]): Minutes => {
  let [calendar, business] = [0, 0];
  for (const [from, to] of spans) {
    calendar += to - from;
    business += openMs(from, to);
  }
  return { calendar: Math.floor(calendar / MINUTE_MS), business: Math.floor(business / MINUTE_MS) };
};
