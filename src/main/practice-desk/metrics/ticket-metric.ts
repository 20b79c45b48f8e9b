import { DESK_ADDRESS, type Desk } from '../desk.ts';
import type { DeskStatus, Ticket } from '../model.ts';
import { type Happening, happeningsOf } from './happenings-of.ts';
import { type Minutes, minutesOf, NOT_YET, type Span } from './minutes.ts';

/** Metrics have numbers of their own: this far from their tickets'. */
const FIRST_ID = 360003000000;
export const metricIdOf = (ticketId: number): number => FIRST_ID + ticketId;
export const ticketIdOfMetric = (id: number): number => (id > FIRST_ID ? id - FIRST_ID : id);

const isOver = (status: DeskStatus): boolean => status === 'solved' || status === 'closed';

/** The times that a ticket has behind it, by the status that it was in. The one that still goes on is not among them. */
const spansByStatus = (happened: readonly Happening[]): ReadonlyMap<DeskStatus, readonly Span[]> => {
  const spans = new Map<DeskStatus, Span[]>();
  let current: { readonly status: DeskStatus; readonly since: number } | null = null;
  for (const one of happened) {
    if (one.is !== 'status') continue;
    if (current) spans.set(current.status, [...(spans.get(current.status) ?? []), [current.since, one.at]]);
    current = { status: one.status, since: one.at };
  }
  return spans;
};

/**
 * When the first reply was written: the first public comment by an agent, and the second where an agent made the ticket with a public
 * one (https://support.zendesk.com/hc/en-us/articles/4408834848154). Null as long as there is none.
 */
const firstReplyAt = (happened: readonly Happening[]): number | null => {
  const replies = happened.filter((one) => one.is === 'comment' && one.byAgent && one.public);
  const [first, second] = replies;
  const answer = first?.is === 'comment' && first.opening ? second : first;
  return answer?.at ?? null;
};

const solveTimes = (happened: readonly Happening[]): readonly number[] => {
  const at = (wanted: DeskStatus) =>
    happened.flatMap((one) => (one.is === 'status' && one.status === wanted ? [one.at] : []));
  // Closing is the resolution of a ticket that never was solved.
  return at('solved').length > 0 ? at('solved') : at('closed');
};

const reopensOf = (happened: readonly Happening[]): number => {
  let reopens = 0;
  let wasOver = false;
  for (const one of happened) {
    if (one.is !== 'status') continue;
    if (wasOver && !isOver(one.status)) reopens += 1;
    wasOver = isOver(one.status);
  }
  return reopens;
};

/**
 * A ticket's metrics as `/api/v2/ticket_metrics` tells them, counted from its audits whenever they are asked for. By Zendesk's
 * rules for native durations: null until what ends them has happened once. A full resolution then stays what it was while the ticket is
 * open again; times by status grow when a status ends.
 */
export const ticketMetric = (desk: Pick<Desk, 'store'>, ticket: Ticket) => {
  const audits = desk.store.auditsOf(ticket.id);
  const happened = happeningsOf(desk, ticket);
  const madeAt = Date.parse(ticket.created_at);
  const spans = spansByStatus(happened);
  const solves = solveTimes(happened);
  const repliedAt = firstReplyAt(happened);
  const until = (at: number | null | undefined): Minutes => (at == null ? NOT_YET : minutesOf([[madeAt, at]]));
  const hasMoved = spans.size > 0 || solves.length > 0;
  const timeIn = (...statuses: readonly DeskStatus[]): Minutes =>
    hasMoved ? minutesOf(statuses.flatMap((status) => spans.get(status) ?? [])) : NOT_YET;
  const iso = (at: number | undefined): string | null =>
    at === undefined ? null : new Date(at).toISOString().replace('.000Z', 'Z');
  const assigned = happened.filter((one) => one.is === 'assignee' && one.id !== null);
  const last = (is: Happening['is']): string | null => iso(happened.findLast((one) => one.is === is)?.at);
  const lastBy = (userId: number | null): string | null =>
    audits.findLast((audit) => audit.author_id === userId)?.created_at ?? null;
  return {
    url: `${DESK_ADDRESS}/api/v2/ticket_metrics/${metricIdOf(ticket.id)}.json`,
    id: metricIdOf(ticket.id),
    ticket_id: ticket.id,
    created_at: ticket.created_at,
    updated_at: ticket.updated_at,
    group_stations: happened.filter((one) => one.is === 'group' && one.id !== null).length,
    assignee_stations: assigned.length,
    reopens: reopensOf(happened),
    replies: happened.filter((one) => one.is === 'comment' && one.byAgent && one.public && !one.opening).length,
    assignee_updated_at: ticket.assignee_id === null ? null : lastBy(ticket.assignee_id),
    requester_updated_at: lastBy(ticket.requester_id),
    status_updated_at: last('status'),
    custom_status_updated_at: last('status'),
    initially_assigned_at: iso(assigned[0]?.at),
    assigned_at: iso(assigned.at(-1)?.at),
    solved_at: ticket.solved_at,
    latest_comment_added_at: last('comment'),
    reply_time_in_minutes: until(repliedAt),
    reply_time_in_seconds: { calendar: repliedAt === null ? null : Math.floor((repliedAt - madeAt) / 1000) },
    first_resolution_time_in_minutes: until(solves[0]),
    full_resolution_time_in_minutes: until(solves.at(-1)),
    agent_wait_time_in_minutes: timeIn('pending'),
    requester_wait_time_in_minutes: timeIn('new', 'open', 'hold'),
    on_hold_time_in_minutes: timeIn('hold'),
  };
};
