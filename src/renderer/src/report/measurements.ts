import type { Call } from '#shared/calls/call.ts';
import type { CommandRuns } from '#shared/commands/command-runs.ts';
import { type AccountId, accountOf, type TicketId } from '#shared/domain/ids.ts';
import { allHours, type BusinessHours, businessElapsed, type Elapsed } from '#shared/metrics/calendar.ts';
import { createMeasures, type MeasureColumns, type MeasuredRows } from '#shared/metrics/columns.ts';
import type { Measured, MetricId } from '#shared/metrics/measured.ts';
import { measureAfterCallWork } from '#shared/metrics/measures/after-call-work.ts';
import { measureCallHandle } from '#shared/metrics/measures/call-handle.ts';
import { METRICS, measureSurvey, measureTicket } from '#shared/metrics/measures/index.ts';
import { measureCommandDays } from '#shared/metrics/measures/keyboard-share.ts';
import { measureOccupancy } from '#shared/metrics/measures/occupancy.ts';
import { measureWork } from '#shared/metrics/measures/work.ts';
import type { OwnEvent } from '#shared/metrics/own-events.ts';
import type { SurveyAnswer } from '#shared/metrics/survey-answer.ts';
import { createFacts, type TicketFacts } from '#shared/metrics/ticket-facts.ts';
import type { TicketHistory } from '#shared/metrics/ticket-history.ts';
import { workOf } from '#shared/metrics/work-stretches.ts';
import { type Zone, zoneOf } from '#shared/metrics/zone.ts';
import type { Coverage } from '../store/desk-metrics.ts';
import { type Arranged, arrange } from './arrange.ts';
import { createOwnByTicket } from './own-by-ticket.ts';

/** What is known of a ticket, by its number: that it is not here, that not all of its history is, that all is. */
const GONE = 0;
const PART = 1;
const WHOLE = 2;

/** Waiting times are other ones in business hours; all else is the same by either clock. */
export const dependsOnHours = (metric: MetricId): boolean =>
  METRICS[metric].unit === 'duration' && METRICS[metric].attribution !== 'own';

/** Everything that was measured, by both kinds of hours. */
export type Measurements = {
  setHours(hours: BusinessHours): void;
  put(histories: readonly TicketHistory[], gone: readonly TicketId[]): void;
  forget(accountId: AccountId): void;
  putCalls(calls: readonly Call[]): void;
  putRuns(runs: readonly CommandRuns[]): void;
  putOwn(accountId: AccountId, events: readonly OwnEvent[]): void;
  putSurveys(accountId: AccountId, answers: readonly SurveyAnswer[]): void;
  /** From when on what the agent does here has been noted, UTC ms; null before that. */
  notedSince(): number | null;
  /** Numbers of agents and tickets. */
  readonly numbers: Pick<MeasureColumns, 'agents' | 'tickets'>;
  /** All metrics by all hours. */
  rows(): Arranged;
  /** Those alone that depend on hours, by business hours. */
  businessRows(): Arranged;
  facts(): TicketFacts;
  /** Whether a ticket is here, by its number: a call may be about one that is not. */
  isHere(ticket: number): boolean;
  coverage(): Omit<Coverage, 'reading'>;
  /** Grows with every change. */
  version(): number;
};

export function createMeasurements(): Measurements {
  const measures = createMeasures();
  const { agents, tickets } = measures.columns();
  const facts = createFacts();
  let business = createMeasures({ agents, tickets });
  let elapsed: Elapsed | null = null;
  let zone: Zone | null = null;
  let runs: readonly CommandRuns[] = [];
  let calls: readonly Call[] = [];
  const own = createOwnByTicket(measures);
  let known = new Uint8Array(1_024);
  let version = 0;
  /** Made when figures are asked for, and anew after a change. */
  let arranged: Arranged | null = null;
  let businessArranged: Arranged | null = null;

  const know = (ticket: number, what: number): void => {
    if (ticket >= known.length) {
      const more = new Uint8Array(Math.max(known.length * 2, ticket + 1));
      more.set(known);
      known = more;
    }
    known[ticket] = what;
  };

  const remove = (ticketId: TicketId): void => {
    const none: MeasuredRows = { source: ticketId, mine: false, accountId: null, rows: [] };
    measures.replace(none);
    business.replace(none);
    const number = tickets.find(ticketId);
    if (number !== undefined) know(number, GONE);
  };

  const put = (history: TicketHistory): void => {
    const { ticketId, accountId } = history;
    const rowsOf = (measured: readonly Measured[]): MeasuredRows => ({
      source: ticketId,
      mine: false,
      accountId,
      rows: measured.map((one) => ({ ticketId, measured: one })),
    });
    measures.replace(rowsOf(measureTicket(history, allHours)));
    if (elapsed)
      business.replace(rowsOf(measureTicket(history, elapsed).filter(({ metric }) => dependsOnHours(metric))));
    const number = tickets.put(ticketId);
    facts.put(number, history);
    know(number, history.merged ? GONE : history.whole ? WHOLE : PART);
  };

  /** They were counted by the agent's days. */
  const measureRuns = (): void => {
    const measured = zone ? measureCommandDays(runs, zone) : [];
    const rows = measured.map((one) => ({ ticketId: null, measured: one }));
    measures.replace({ source: 'commands', mine: true, accountId: null, rows });
  };

  /** The agent imported them as theirs: a survey names nobody. */
  const putSurveys = (accountId: AccountId, answers: readonly SurveyAnswer[]): void =>
    measures.replace({
      source: `surveys ${accountId}`,
      mine: true,
      accountId: null,
      rows: answers.flatMap((answer) =>
        measureSurvey(answer).map((measured) => ({ ticketId: answer.ticketId, measured })),
      ),
    });

  /** When they were at work shows in what they did, and in their calls. */
  const measureTime = (): void => {
    const work = workOf(own.presence(), calls);
    // A machine that has noted nothing but calls does not know of the time between them.
    const measured = own.presence().length === 0 ? [] : [...measureWork(work), ...measureOccupancy(calls, work)];
    const rows = measured.map((one) => ({ ticketId: null, measured: one }));
    measures.replace({ source: 'time', mine: true, accountId: null, rows });
  };

  const changed = (): void => {
    version++;
    arranged = businessArranged = null;
    measures.compact();
    business.compact();
  };

  return {
    setHours: (hours) => {
      elapsed = businessElapsed(hours);
      zone = zoneOf(hours.timeZone);
      measureRuns();
      business = createMeasures({ agents, tickets });
      changed();
    },
    put: (histories, gone) => {
      for (const history of histories) put(history);
      for (const ticketId of gone) remove(ticketId);
      changed();
    },
    forget: (accountId) => {
      for (let number = 0; number < tickets.size; number++) {
        const ticketId = tickets.textOf(number);
        if (known[number] !== GONE && accountOf(ticketId) === accountId) remove(ticketId);
      }
      own.forget(accountId);
      measureTime();
      putSurveys(accountId, []);
      changed();
    },
    putCalls: (all) => {
      calls = all;
      measureTime();
      for (const call of calls)
        measures.replace({
          source: `call ${call.id}`,
          mine: true,
          accountId: null,
          rows: [...measureCallHandle(call), ...measureAfterCallWork(call)].map((measured) => ({
            ticketId: call.ticketId,
            measured,
          })),
        });
      changed();
    },
    putRuns: (all) => {
      runs = all;
      measureRuns();
      changed();
    },
    putOwn: (accountId, events) => {
      own.put(accountId, events);
      measureTime();
      changed();
    },
    putSurveys: (accountId, answers) => {
      putSurveys(accountId, answers);
      changed();
    },
    notedSince: () => own.presence()[0]?.from ?? null,
    numbers: { agents, tickets },
    rows: () => {
      arranged ??= arrange(measures.columns());
      return arranged;
    },
    businessRows: () => {
      businessArranged ??= arrange(business.columns());
      return businessArranged;
    },
    facts: () => facts.facts(),
    isHere: (ticket) => known[ticket] === PART || known[ticket] === WHOLE,
    coverage: () => {
      const { createdAt } = facts.facts();
      let [count, whole, since] = [0, 0, Number.POSITIVE_INFINITY];
      for (let number = 0; number < tickets.size; number++) {
        if (known[number] !== PART && known[number] !== WHOLE) continue;
        count++;
        if (known[number] === WHOLE) whole++;
        since = Math.min(since, createdAt[number] ?? since);
      }
      return { tickets: count, whole, since: count === 0 ? null : since };
    },
    version: () => version,
  };
}
