import { type Desk, FIRST, iso } from './desk.ts';
import type { Activity, CommentEvent, Ticket, User } from './model.ts';

const RANK: Readonly<Record<string, number>> = { low: 1, normal: 2, high: 3, urgent: 4 };

/** Writes what Zendesk's activity stream tells an assignee: assigned to you, commented, priority raised. Never one's own doing. */
export const noticeActivities = (
  desk: Desk,
  actor: User,
  before: Ticket | null,
  after: Ticket,
  comment: CommentEvent | null,
): void => {
  const to = after.assignee_id;
  if (to === null || to === actor.id) return;
  const note = (verb: Activity['verb'], title: string): void =>
    desk.store.put('activities', {
      id: desk.store.nextId('activities', FIRST.activities),
      verb,
      user_id: to,
      actor_id: actor.id,
      ticket_id: after.id,
      title,
      comment_id: verb === 'tickets.comment' ? (comment?.id ?? null) : null,
      created_at: iso(desk.now()),
    });
  if (before?.assignee_id !== to) note('tickets.assignment', `${actor.name} assigned ticket #${after.id} to you.`);
  if (comment && before) note('tickets.comment', `${actor.name} commented on ticket #${after.id}.`);
  if (before && (RANK[after.priority ?? ''] ?? 0) > (RANK[before.priority ?? ''] ?? 0))
    note('tickets.priority_increase', `${actor.name} increased the priority of ticket #${after.id}.`);
};
