import type { Outcome } from './schedule.ts';
import { WRONGS, type Wrong } from './wrong.ts';

/** What many schedules came to. */
export type Summary = Readonly<
  Record<'schedules' | 'actions' | 'faults' | 'held' | 'rejected' | 'unknown' | 'seconds' | Wrong, number>
>;

export const nothing: Summary = {
  schedules: 0,
  actions: 0,
  faults: 0,
  lost: 0,
  duplicated: 0,
  diverged: 0,
  resurrected: 0,
  held: 0,
  rejected: 0,
  unknown: 0,
  seconds: 0,
};

export const isClean = (summary: Summary): boolean => WRONGS.every((wrong) => summary[wrong] === 0);

export const add = (a: Summary, b: Summary): Summary =>
  Object.fromEntries(
    Object.keys(nothing).map((key) => [key, a[key as keyof Summary] + b[key as keyof Summary]]),
  ) as Summary;

export const summaryOf = (outcome: Outcome): Summary => ({
  ...nothing,
  schedules: 1,
  actions: outcome.actions,
  faults: outcome.faults,
  held: outcome.held,
  rejected: outcome.rejected,
  unknown: outcome.unknown,
  ...Object.fromEntries(WRONGS.map((wrong) => [wrong, outcome.violations.filter((one) => one.wrong === wrong).length])),
});
