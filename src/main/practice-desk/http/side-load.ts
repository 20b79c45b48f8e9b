import type { Desk } from '../desk.ts';
import { ticketMetric } from '../metrics/ticket-metric.ts';
import type { Ticket } from '../model.ts';
import { policyMetrics } from '../sla/policy-metrics.ts';
import { presentGroup, presentOrganization, presentTicket, presentUser } from './present.ts';

const unique = (ids: readonly (number | null)[]): readonly number[] => [
  ...new Set(ids.filter((id): id is number => id !== null)),
];

/** One ticket's record with those of the asked facts that Zendesk puts into it: comment_count, dates, slas. */
export const ticketRecord = (desk: Desk, ticket: Ticket, include: ReadonlySet<string>) => ({
  ...presentTicket(ticket),
  ...(include.has('comment_count')
    ? {
        comment_count: desk.store
          .auditsOf(ticket.id)
          .filter((audit) => audit.events.some((event) => event.type === 'Comment')).length,
      }
    : {}),
  ...(include.has('dates')
    ? { dates: { solved_at: ticket.solved_at, initially_assigned_at: null, status_updated_at: ticket.updated_at } }
    : {}),
  ...(include.has('slas') ? { slas: { policy_metrics: policyMetrics(desk, ticket) } } : {}),
});

/** Tickets with what `include` asks for in and beside them: users, groups, organizations and metric_sets stand beside. */
export const ticketsWithSideLoads = (desk: Desk, tickets: readonly Ticket[], include: ReadonlySet<string>) => {
  const rows = tickets.map((ticket) => ticketRecord(desk, ticket, include));
  const side: Record<string, unknown> = {};
  if (include.has('users'))
    side['users'] = unique(
      tickets.flatMap((ticket) => [
        ticket.requester_id,
        ticket.assignee_id,
        ticket.submitter_id,
        ...ticket.collaborator_ids,
      ]),
    ).flatMap((id) => {
      const user = desk.store.get('users', id);
      return user ? [presentUser(user)] : [];
    });
  if (include.has('groups'))
    side['groups'] = unique(tickets.map((ticket) => ticket.group_id)).flatMap((id) => {
      const group = desk.store.get('groups', id);
      return group ? [presentGroup(group)] : [];
    });
  if (include.has('organizations'))
    side['organizations'] = unique(tickets.map((ticket) => ticket.organization_id)).flatMap((id) => {
      const organization = desk.store.get('organizations', id);
      return organization ? [presentOrganization(organization)] : [];
    });
  if (include.has('metric_sets')) side['metric_sets'] = tickets.map((ticket) => ticketMetric(desk, ticket));
  return { rows, side };
};
