import type { Desk } from '../desk.ts';
import type { Plan } from '../model.ts';
import { happen } from './happenings.ts';
import { plan } from './plan-ahead.ts';

export type Life = {
  readonly start: () => void;
  readonly stop: () => void;
  /** Sets the timer for the next plan anew. */
  readonly rearm: () => void;
  /** Plays every plan due until then, the desk's clock standing at each one's time. */
  readonly playUntil: (until: number) => void;
};

const MINUTE_MS = 60_000;
/** After a night or a holiday the desk has had a few busy hours, not thousands of tickets. */
const CATCH_UP_MS = 4 * 60 * MINUTE_MS;

/** Plays what is planned, by the timer or by `playUntil`. The plans themselves are kept with the desk's state. */
export const createLife = (
  desk: Desk,
  schedule: (delayMs: number, run: () => void) => () => void,
  freezeAt: (at: number | null) => void,
): Life => {
  let cancel: (() => void) | null = null;
  let running = false;
  let playing = false;

  const next = (): Plan | null => {
    let first: Plan | null = null;
    for (const one of desk.store.all('plans'))
      if (!first || one.at < first.at || (one.at === first.at && one.id < first.id)) first = one;
    return first;
  };
  const playUntil = (until: number): void => {
    playing = true;
    for (let due = next(); due && due.at <= until; due = next()) {
      desk.store.remove('plans', due.id);
      freezeAt(due.at);
      happen(desk, due);
      desk.store.commit();
    }
    freezeAt(null);
    playing = false;
  };
  const rearm = (): void => {
    if (!running || playing) return;
    cancel?.();
    cancel = null;
    const first = next();
    if (!first) return;
    cancel = schedule(Math.max(0, first.at - desk.now()), () => {
      playUntil(desk.now());
      rearm();
    });
  };
  return {
    start: () => {
      running = true;
      const now = desk.now();
      const soonest = now - CATCH_UP_MS;
      for (const one of desk.store.all('plans'))
        if (one.at < soonest && one.ticketId === null) desk.store.put('plans', { ...one, at: soonest });
      const has = (kind: Plan['kind']): boolean => desk.store.all('plans').some((one) => one.kind === kind);
      if (!has('newTicket')) plan(desk, 'newTicket', now + 3 * MINUTE_MS);
      if (!has('colleagueWorks')) plan(desk, 'colleagueWorks', now + 7 * MINUTE_MS);
      if (!has('closeSolved')) plan(desk, 'closeSolved', now + 60 * MINUTE_MS);
      playUntil(now);
      desk.store.commit();
      rearm();
    },
    stop: () => {
      running = false;
      cancel?.();
      cancel = null;
    },
    rearm,
    playUntil,
  };
};
