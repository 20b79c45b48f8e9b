import type { CommandRuns } from '#shared/commands/command-runs.ts';
import { type AccountId, accountOf, type TicketId } from '#shared/domain/ids.ts';
import type { BusinessHours } from '#shared/metrics/calendar.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Report } from '../report/report-api.ts';
import type { RunningReport } from '../report/start-report.ts';
import type { AccountState } from './account-state.ts';
import type { CallMirror } from './call-mirror.ts';
import type { DeskEvent } from './desk-api.ts';
import type { Coverage, MetricsQuery } from './desk-metrics.ts';
import type { OwnEventsFeed } from './feed-own-events.ts';
import type { Pause } from './plan-rows.ts';
import { type Histories, historiesBetween, historiesOfSome } from './read-histories.ts';

/** Tickets read at a time: with their messages they keep the worker for about as long as anything else may. */
const CHUNK = 100;
/** While nobody waits for figures: a key press that comes in the middle finds the worker free sooner. */
const CHUNK_UNASKED = 50;
/** Between two times that figures are said to be others; at first less, because there were none to look at. */
const TELL_AFTER_MS = 1_000;
const TELL_FIRST_AFTER_MS = 100;
/** Before what changed is read again: a conversation comes in several steps. */
const TOUCHED_AFTER_MS = 300;
/** Between looks whether the first sync is over. */
const COMPLETE_AFTER_MS = 30_000;

/** Keeps the report supplied with what figures are made from, in the background, from the moment when somebody wants them. */
export type ReportFeed = {
  /** Asks the report, which is started and supplied if it was not yet. */
  ask<Answer>(query: Pick<MetricsQuery, 'zone'>, question: (report: Report) => Promise<Answer>): Promise<Answer>;
  /** How far tickets have been read; null once they are, or while nobody has asked. */
  reading(): Coverage['reading'];
  /** Begins without being asked, once all tickets are here. */
  whenComplete(zone: string): void;
  /** Something of these tickets is not as it was, or the agent has done something to them. */
  touched(ids: readonly TicketId[]): void;
  opened(state: AccountState): void;
  closed(accountId: AccountId): void;
  callsChanged(): void;
  /** More commands were counted. */
  runsChanged(): void;
  /** The agent did something of which a helpdesk tells nothing. */
  ownChanged(): void;
  /** Other answers of surveys are kept. */
  surveysChanged(): void;
  /** There is another main, or the same again. */
  linkedAnew(): void;
};

export type FeedParts = {
  readonly env: {
    readonly after: (ms: number, run: () => void) => () => void;
    readonly pause: Pause;
    readonly untilQuiet: () => Promise<void>;
    readonly startReport: (failed: () => void) => RunningReport;
  };
  readonly accounts: ReadonlyMap<AccountId, AccountState>;
  readonly calls: Pick<CallMirror, 'whole' | 'newestFirst'>;
  /** How often commands ran, as main keeps it; null without a link. */
  readonly runs: () => Promise<readonly CommandRuns[]> | null;
  readonly ownEvents: OwnEventsFeed;
  readonly settings: () => Settings;
  readonly tell: (event: DeskEvent) => void;
};

/** What is being read, and of which account. */
type Piece = { readonly state: AccountState; readonly histories: Promise<Histories> };

/** An account whose tickets are read one run after the other, in the order of their ids. */
type Reading = { readonly state: AccountState; readonly ids: readonly TicketId[]; read: number };

export function createReportFeed({ env, accounts, calls, runs, ownEvents, settings, tell }: FeedParts): ReportFeed {
  let running: RunningReport | null = null;
  let hours = '';
  let readings: readonly Reading[] = [];
  const touched = new Set<TicketId>();
  let asked = false;
  let nowAsked = (): void => undefined;
  const whenAsked = new Promise<void>((resolve) => {
    nowAsked = resolve;
  });
  let working = false;
  let readingOwn = false;
  let told = false;
  let tellAfterMs = TELL_FIRST_AFTER_MS;
  /** Nobody waits for it: it is told with the next question. */
  let runsAreNew = true;
  let sent: ReturnType<CallMirror['newestFirst']> = [];

  const soonTell = (): void => {
    if (told) return;
    told = true;
    env.after(tellAfterMs, () => {
      told = false;
      tell({ type: 'metrics' });
    });
    tellAfterMs = Math.min(TELL_AFTER_MS, tellAfterMs * 2);
  };

  const failed = (): void => {
    running?.end();
    running = null;
    readings = [];
    touched.clear();
  };

  const isOpen = (state: AccountState): boolean => accounts.get(state.account.id) === state;

  const readAnew = (state: AccountState): void => {
    readings = [...readings.filter((one) => one.state.account.id !== state.account.id), readingOf(state)];
  };

  /** What has changed, or the next run of the first reading; null when everything is told. */
  const next = (): Piece | null => {
    const id = touched.values().next().value;
    if (id !== undefined) {
      const accountId = accountOf(id);
      const ids = [...touched].filter((one) => accountOf(one) === accountId).slice(0, CHUNK);
      for (const one of ids) touched.delete(one);
      const state = accounts.get(accountId);
      // What was in an account that is not here any more is forgotten already.
      return state ? { state, histories: historiesOfSome(state, ids) } : next();
    }
    const reading = readings.find(({ ids, read }) => read < ids.length);
    if (!reading) {
      readings = [];
      return null;
    }
    const run = reading.ids.slice(reading.read, reading.read + (asked ? CHUNK : CHUNK_UNASKED));
    reading.read += run.length;
    return { state: reading.state, histories: historiesBetween(reading.state, run[0] ?? '', run.at(-1) ?? '') };
  };

  const work = async (own: RunningReport): Promise<void> => {
    for (let piece = next(); piece !== null; piece = next()) {
      // A database that was closed meanwhile throws; its account is read anew when it is opened again.
      const read = await piece.histories.catch(() => null);
      if (running !== own) return;
      if (read && isOpen(piece.state)) await own.report.putTickets(read.put, read.gone);
      if (running !== own) return;
      soonTell();
      await (asked ? env.pause() : Promise.race([env.untilQuiet(), whenAsked]));
    }
  };

  /** Beside the tickets, which do not wait for main. */
  const readOwn = (): void => {
    const own = running;
    if (readingOwn || own === null || !ownEvents.isWanted()) return;
    readingOwn = true;
    void ownEvents
      .read(own.report, [...accounts.keys()])
      .then((came) => came && soonTell())
      .catch(() => undefined)
      .finally(() => {
        readingOwn = false;
        readOwn();
      });
  };

  /** Waits for each answer, so that questions never stand behind more than a run of tickets. */
  const workOn = (): void => {
    readOwn();
    const own = running;
    if (working || own === null) return;
    working = true;
    void work(own)
      // The report has broken down: `failed` has been told, or the next question finds out.
      .catch(() => undefined)
      .finally(() => {
        working = false;
        if (running !== own) workOn();
      });
  };

  const setHours = (own: RunningReport, timeZone: string): void => {
    const { businessHours: week, holidays } = settings().metrics;
    const wanted: BusinessHours = { timeZone, week, holidays };
    if (hours === JSON.stringify(wanted)) return;
    hours = JSON.stringify(wanted);
    void own.report.setHours(wanted).catch(() => undefined);
    for (const state of accounts.values()) readAnew(state);
  };

  const sendCalls = async (): Promise<void> => {
    await calls.whole();
    const all = calls.newestFirst();
    if (running === null || all === sent) return;
    sent = all;
    await running.report.putCalls(all);
    soonTell();
  };

  const sendRuns = async (own: RunningReport): Promise<void> => {
    if (!runsAreNew) return;
    runsAreNew = false;
    const told = await runs()?.catch(() => null);
    if (told) await own.report.putRuns(told);
    else runsAreNew = true;
    if (told) soonTell();
  };

  const begun = (timeZone: string): RunningReport => {
    if (running) return running;
    hours = '';
    sent = [];
    runsAreNew = true;
    tellAfterMs = TELL_FIRST_AFTER_MS;
    ownEvents.forget();
    const own = env.startReport(() => running === own && failed());
    running = own;
    setHours(own, timeZone);
    void sendCalls().catch(() => undefined);
    return own;
  };

  const whenComplete = (timeZone: string): void => {
    if (running) return;
    const states = [...accounts.values()];
    if (states.length > 0 && states.every(({ cursors }) => cursors.get('tickets')?.complete)) {
      begun(timeZone);
      workOn();
    } else env.after(COMPLETE_AFTER_MS, () => whenComplete(timeZone));
  };

  return {
    async ask(query, question) {
      asked = true;
      nowAsked();
      const own = begun(query.zone);
      setHours(own, query.zone);
      void sendRuns(own).catch(() => undefined);
      ownEvents.wanted();
      workOn();
      return question(own.report);
    },
    reading() {
      if (readings.length === 0) return null;
      const sum = (of: (reading: Reading) => number): number => readings.reduce((all, one) => all + of(one), 0);
      return { read: sum(({ read }) => read), of: sum(({ ids }) => ids.length) };
    },
    whenComplete,
    touched(ids) {
      if (running === null || ids.length === 0) return;
      ownEvents.wanted();
      const waits = touched.size > 0;
      for (const id of ids) touched.add(id);
      if (!waits) env.after(TOUCHED_AFTER_MS, workOn);
    },
    opened(state) {
      if (running === null) return;
      readAnew(state);
      workOn();
    },
    closed(accountId) {
      ownEvents.forget(accountId);
      readings = readings.filter((one) => one.state.account.id !== accountId);
      void running?.report.forget(accountId).catch(() => undefined);
    },
    runsChanged: () => {
      runsAreNew = true;
    },
    ownChanged: () => {
      ownEvents.wanted();
      if (running) workOn();
    },
    surveysChanged: () => {
      ownEvents.surveysChanged();
      if (running) workOn();
    },
    linkedAnew: () => ownEvents.forget(),
    callsChanged: () => {
      if (running) void sendCalls().catch(() => undefined);
    },
  };
}

function readingOf(state: AccountState): Reading {
  const { columns } = state;
  const ids = Array.from({ length: columns.size() }, (_, index) => columns.idAt(index));
  return { state, ids: ids.sort(), read: 0 };
}
