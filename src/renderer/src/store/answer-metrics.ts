import { agentKey } from '#shared/metrics/columns.ts';
import type { ReportQuery } from '../report/report-api.ts';
import { answerHeaders } from './answer-selection.ts';
import type { DeskMetrics, MetricsQuery } from './desk-metrics.ts';
import { type StoreContext, soonOpened } from './store-context.ts';

/** What the window asks about figures: the report answers, and the store adds what it alone knows. */
export function createMetricAnswers(context: StoreContext): DeskMetrics {
  const { feed, accounts } = context;
  const withKeys = (query: MetricsQuery): ReportQuery => ({
    ...query,
    keys: [...accounts.values()].map(({ account }) => agentKey(account.id, account.me.remoteId)),
  });
  return {
    async metrics(query) {
      await soonOpened(context);
      const { coverage, ...answer } = await feed.ask(query, (report) => report.figures(withKeys(query)));
      return { ...answer, coverage: { ...coverage, reading: feed.reading() } };
    },
    async metricDetail(query, id) {
      await soonOpened(context);
      const { ticketIds, ...detail } = await feed.ask(query, (report) => report.detail(withKeys(query), id));
      return { ...detail, tickets: answerHeaders(context, ticketIds) };
    },
  };
}
