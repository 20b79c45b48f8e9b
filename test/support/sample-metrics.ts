import { accountOf, ticketIdOf } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { agentKey } from '#shared/metrics/columns.ts';
import type { Step, TicketHistory } from '#shared/metrics/ticket-history.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { createReport } from '../../src/renderer/src/report/create-report.ts';
import type { DeskMetrics } from '../../src/renderer/src/store/desk-metrics.ts';
import type { TicketHeader } from '../../src/renderer/src/store/desk-views.ts';
import { ME_ID, SAMPLE_ACCOUNT_ID } from './sample-desk-data.ts';
import { sampleTicket } from './sample-tickets.ts';

const MINUTE = 60_000;

/** Figures of the sample desk's tickets, measured as the product does, on histories that are made up for them. */
export function sampleMetrics(options: {
  readonly now: number;
  readonly tickets: number;
  readonly headers: (ids: readonly string[]) => Promise<readonly TicketHeader[]>;
}): DeskMetrics {
  const { now, tickets, headers } = options;
  const report = createReport(
    () => now,
    () => () => undefined,
  );
  const { businessHours: week, holidays } = defaultSettings().metrics;
  report.setHours({ timeZone: 'UTC', week, holidays });
  report.putTickets(
    Array.from({ length: tickets }, (_, index) => historyOfSample(index, sampleTicket(index, now), now)),
    [],
  );
  const withKeys = <Query>(query: Query) => ({ ...query, keys: [agentKey(SAMPLE_ACCOUNT_ID, ME_ID)] });
  return {
    metrics: async (query) => {
      const { coverage, ...answer } = report.figures(withKeys(query));
      return { ...answer, coverage: { ...coverage, reading: null } };
    },
    metricDetail: async (query, id) => {
      const { ticketIds, ...detail } = report.detail(withKeys(query), id);
      return { ...detail, tickets: await headers(ticketIds) };
    },
  };
}

/** Answered after some minutes, solved by most, opened again by a few and rated by some: always the same for an index. */
function historyOfSample(index: number, ticket: Ticket, now: number): TicketHistory {
  const { createdAt, channel, priority, groupId, tags, remoteId } = ticket;
  const ticketId = ticketIdOf(SAMPLE_ACCOUNT_ID, remoteId);
  const customer = { role: 'requester', id: 'customer' } as const;
  const agent = { role: 'agent', id: index % 3 === 1 ? 'agent-2' : ME_ID } as const;
  const wait = 4 + ((index * 37) % 90);
  const later = (minutes: number): number => createdAt + minutes * MINUTE;
  const solvedAt = later(wait + 30 + ((index * 53) % 400));
  const steps: readonly Step[] = [
    { kind: 'reply', at: createdAt, by: customer, opening: true },
    { kind: 'status', at: createdAt, by: customer, from: null, to: 'new' },
    { kind: 'assign', at: later(1), by: agent, to: agent.id },
    { kind: 'reply', at: later(wait), by: agent, opening: false },
    { kind: 'sla', at: later(wait), metric: 'first-reply', what: wait <= 60 ? 'met' : 'breached' },
    { kind: 'status', at: later(wait), by: agent, from: 'new', to: 'pending' },
    ...(index % 3 === 0
      ? ([
          { kind: 'reply', at: later(wait + 9), by: customer, opening: false },
          { kind: 'status', at: later(wait + 9), by: customer, from: 'pending', to: 'open' },
          { kind: 'reply', at: later(wait + 25), by: agent, opening: false },
        ] as const)
      : []),
    ...(index % 5 === 4 ? [] : ([{ kind: 'status', at: solvedAt, by: agent, from: 'open', to: 'solved' }] as const)),
    ...(index % 11 === 2
      ? ([
          { kind: 'status', at: solvedAt + 50 * MINUTE, by: customer, from: 'solved', to: 'open' },
          { kind: 'status', at: solvedAt + 90 * MINUTE, by: agent, from: 'open', to: 'solved' },
        ] as const)
      : []),
    ...(index % 4 === 1
      ? ([{ kind: 'rating', at: solvedAt + 99 * MINUTE, score: index % 12 === 1 ? 'bad' : 'good' }] as const)
      : []),
  ];
  return {
    ticketId,
    accountId: accountOf(ticketId),
    createdAt,
    createdBy: customer,
    solvedAt: index % 5 === 4 ? null : solvedAt,
    channel,
    priority,
    groupId,
    tags,
    whole: index % 25 !== 7,
    merged: false,
    steps: steps.filter(({ at }) => at <= now),
  };
}
