import { type Desk, FIRST, iso } from '../desk.ts';
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
  if (include.has('metric_sets'))
    side['metric_sets'] = tickets.map((ticket) => {
      const audits = desk.store.auditsOf(ticket.id);
      const count = (name: string) =>
        audits.flatMap((audit) => audit.events).filter((event) => event.type === 'Change' && event.field_name === name)
          .length;
      return {
        id: ticket.id + FIRST.ratings,
        ticket_id: ticket.id,
        created_at: ticket.created_at,
        updated_at: ticket.updated_at,
        solved_at: ticket.solved_at,
        latest_comment_added_at:
          audits.findLast((audit) => audit.events.some((event) => event.type === 'Comment'))?.created_at ?? null,
        status_updated_at: iso(ticket.changedAt),
        assignee_stations: count('assignee_id'),
        group_stations: count('group_id'),
        replies: Math.max(
          0,
          audits.filter((audit) =>
            audit.events.some(
              (event) => event.type === 'Comment' && event.public && event.author_id !== ticket.requester_id,
            ),
          ).length,
        ),
        reopens: audits
          .flatMap((audit) => audit.events)
          .filter(
            (event) =>
              event.type === 'Change' &&
              event.field_name === 'status' &&
              event.previous_value === 'solved' &&
              event.value === 'open',
          ).length,
      };
    });
  return { rows, side };
};
