import type { Call } from '#shared/calls/call.ts';
import type { CommandRuns } from '#shared/commands/command-runs.ts';
import type { AccountId, TicketId } from '#shared/domain/ids.ts';
import type { BusinessHours } from '#shared/metrics/calendar.ts';
import type { OwnEvent } from '#shared/metrics/own-events.ts';
import type { SurveyAnswer } from '#shared/metrics/survey-answer.ts';
import type { TicketHistory } from '#shared/metrics/ticket-history.ts';
import type { Coverage, FigureId, MetricDetail, MetricsAnswer, MetricsQuery } from '../store/desk-metrics.ts';

/** A query with what the agent is called at the helpdesks (`agentKey`). */
export type ReportQuery = MetricsQuery & { readonly keys: readonly string[] };

export type ReportAnswer = Pick<MetricsAnswer, 'figures' | 'before'> & { readonly coverage: Omit<Coverage, 'reading'> };
export type ReportDetail = Omit<MetricDetail, 'tickets'> & { readonly ticketIds: readonly TicketId[] };

/** What the report does for the store: it measures what it is given, and answers from what it has measured. */
export type ReportApi = {
  /** What 'business' means from now on. What was measured by other hours is forgotten: tickets have to be put again. */
  setHours(hours: BusinessHours): void;
  /** Tickets as they now are, in the place of what was known of them; `gone` are in no figure any more. */
  putTickets(histories: readonly TicketHistory[], gone: readonly TicketId[]): void;
  /** An account is not here any more. */
  forget(accountId: AccountId): void;
  putCalls(calls: readonly Call[]): void;
  /** How often commands ran, all there is of it. */
  putRuns(runs: readonly CommandRuns[]): void;
  /** More of what the agent did at this machine to tickets of an account, in any order; what is known already changes nothing. */
  putOwn(accountId: AccountId, events: readonly OwnEvent[]): void;
  /** Imported answers of an account's customers, all that there are. */
  putSurveys(accountId: AccountId, answers: readonly SurveyAnswer[]): void;
  figures(query: ReportQuery): ReportAnswer;
  detail(query: ReportQuery, id: FigureId): ReportDetail;
};

/** The report as the store holds it, wherever it runs. */
export type Report = {
  readonly [Name in keyof ReportApi]: (
    ...args: Parameters<ReportApi[Name]>
  ) => Promise<Awaited<ReturnType<ReportApi[Name]>>>;
};
