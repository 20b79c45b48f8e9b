import type { PracticeDesk } from '#main/practice-desk/index.ts';
import type { Told, ToldEvent, ToldTicket } from './read-told.ts';

export const COMPARED = ['first-reply', 'full-resolution', 'requester-wait', 'reopens', 'csat'] as const;
export type Compared = (typeof COMPARED)[number];

/** A value that the desk tells: ms, a reopen as 1, or a rating as 1 or 0. */
export type Expected = {
  readonly metric: Compared;
  readonly at: number;
  readonly value: number;
  readonly agentId: string | null;
};

/**
 * What Holdfast's figures have to be for a ticket, made from what the desk tells of it. Its definitions are Zendesk's own but for:
 * - *Merged tickets* count in nothing here: their words went on in another one. The endpoints tell theirs all the same.
 * - *Open again*: a resolution and a wait count here when they are over, so that of a ticket that is not solved now there is none, as
 *   in Fivetran's models. Zendesk's numbers stay from the last time, and its wait goes on growing.
 * - *Reopens* count here when the ticket is solved again, at Zendesk as soon as it is opened.
 */
export function expectedOf(told: Told, desk: PracticeDesk, ticket: ToldTicket): readonly Expected[] {
  if (ticket.tags.includes('closed_by_merge')) return [];
  const events = told.events.get(ticket.id) ?? [];
  const owners = ownersOf(desk, ticket.id);
  const of = (metric: string, type: string): readonly ToldEvent[] =>
    events.filter((event) => event.metric === metric && event.type === type);
  const solves = of('resolution_time', 'fulfill');
  const solve = isOver(ticket) ? solves.at(-1) : undefined;
  const reply = of('reply_time', 'fulfill').find(({ instance_id }) => instance_id === 1);
  const rating = told.ratings.get(ticket.id)?.findLast(({ score }) => score !== 'offered');
  return [
    ...(reply
      ? [
          {
            metric: 'first-reply' as const,
            at: reply.time,
            value: reply.time - ticket.created_at,
            agentId: owners.repliedBy(reply.time),
          },
        ]
      : []),
    ...(solve
      ? (['full-resolution', 'requester-wait'] as const).map((metric) => ({
          metric,
          at: solve.time,
          value: metric === 'full-resolution' ? solve.time - ticket.created_at : waitedFor(events),
          agentId: owners.solvedBy(solve.time),
        }))
      : []),
    ...solves.slice(1).map((again, index) => ({
      metric: 'reopens' as const,
      at: again.time,
      value: 1,
      agentId: owners.solvedBy(solves[index]?.time ?? 0),
    })),
    ...(rating
      ? [
          {
            metric: 'csat' as const,
            at: rating.updated_at,
            value: rating.score === 'good' ? 1 : 0,
            agentId: owners.solvedBy(solves.findLast(({ time }) => time <= rating.updated_at)?.time ?? 0),
          },
        ]
      : []),
  ];
}

export const isOver = ({ status }: ToldTicket): boolean => status === 'solved' || status === 'closed';

/** How long the clock of the requester's wait has run. */
function waitedFor(events: readonly ToldEvent[]): number {
  let [sum, since] = [0, null as number | null];
  for (const { metric, type, time } of events) {
    if (metric !== 'requester_wait_time' || type === 'update_status') continue;
    if (type === 'activate') since = time;
    else if (since !== null) {
      sum += time - since;
      since = null;
    }
  }
  return sum;
}

/** Whose a value is, out of the desk's own audits: its metric endpoints name nobody. */
function ownersOf(desk: PracticeDesk, ticketId: number) {
  const audits = desk.act.history(ticketId).map((audit) => ({ ...audit, at: Date.parse(audit.created_at) }));
  return {
    repliedBy: (at: number): string | null => {
      const audit = audits.find(
        (one) => one.at === at && one.events.some((event) => event.type === 'Comment' && event.public),
      );
      return audit ? String(audit.author_id) : null;
    },
    solvedBy: (at: number): string | null => {
      let owner: string | null = null;
      for (const audit of audits.filter((one) => one.at <= at))
        for (const event of audit.events)
          if ((event.type === 'Create' || event.type === 'Change') && event.field_name === 'assignee_id')
            owner = event.value === null ? null : String(event.value);
      return owner;
    },
  };
}
