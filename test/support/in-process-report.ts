import { createReport } from '#renderer/report/create-report.ts';
import type { Report, ReportApi } from '#renderer/report/report-api.ts';
import type { RunningReport } from '#renderer/report/start-report.ts';

/** The report without its worker: what goes in and comes out is copied as messages are. */
export function inProcessReport(now: () => number): RunningReport {
  // Rows are put in order when they are asked for.
  const report = createReport(now, () => () => undefined);
  const copied =
    <Args extends unknown[], Answer>(method: (...args: Args) => Answer) =>
    async (...args: Args): Promise<Answer> =>
      structuredClone(method(...structuredClone(args)));
  return {
    report: {
      setHours: copied(report.setHours),
      putTickets: copied(report.putTickets),
      forget: copied(report.forget),
      putCalls: copied(report.putCalls),
      putRuns: copied(report.putRuns),
      putSurveys: copied(report.putSurveys),
      putOwn: copied(report.putOwn),
      figures: copied(report.figures),
      detail: copied(report.detail),
    } satisfies Record<keyof ReportApi, unknown> as Report,
    end: () => undefined,
  };
}
