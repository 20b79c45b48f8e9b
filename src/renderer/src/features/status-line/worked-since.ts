/** So long without a key, a click or a call is a pause, ms. */
export const PAUSE_MS = 5 * 60_000;

/** Since when the agent works without a pause. */
export type Work = { readonly since: number; readonly lastAt: number };

/** What an instant of work makes of it. */
export const worked = (before: Work | null, at: number): Work =>
  before && at - before.lastAt < PAUSE_MS ? { since: before.since, lastAt: at } : { since: at, lastAt: at };

/** For how long there was no pause, ms; 0 while there is one. */
export const workedFor = (work: Work | null, now: number): number =>
  work && now - work.lastAt < PAUSE_MS ? now - work.since : 0;
