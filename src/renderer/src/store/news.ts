import type { Rows } from '#shared/domain/batch.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { News } from '#shared/link/values.ts';
import { type AccountState, entriesOf, localIdOf } from './account-state.ts';
import type { Plan } from './plan-rows.ts';

/** What is older than this when it arrives is no news: the agent was away, and the list tells. */
const NEWS_MS = 15 * 60 * 1_000;
/** Helpdesks stamp a ticket and its first message within the same second or two. */
const SAME_MOMENT_MS = 2_000;

/**
 * What to tell the agent outside the window: a customer answered a ticket of mine, or somebody else gave me one. At most one for
 * each ticket.
 */
export async function newsOf(state: AccountState, rows: Rows, plan: Plan, now: number): Promise<readonly News[]> {
  const me = state.account.me.remoteId;
  const news = new Map<TicketId, News>();
  for (const [ticketId, row] of plan.rows) {
    const before = plan.before.get(ticketId);
    const { ticket } = row;
    if (row.gone !== null || ticket.assigneeId !== me || now - ticket.updatedAt > NEWS_MS) continue;
    const isMine = before?.ticket.assigneeId === me;
    const byMe = entriesOf(state, ticketId).some((entry) => entry.action.changes.assigneeId === me);
    const event = rows.events.findLast((one) => one.kind === 'assignee' && one.ticketRemoteId === ticket.remoteId);
    if (isMine || byMe || event?.actorId === me) continue;
    news.set(ticketId, { ticketId, kind: 'assigned', who: event?.actorName ?? '', subject: ticket.subject });
  }
  const fresh = rows.messages.filter((message) => {
    const row = plan.rows.get(localIdOf(state, message.ticketRemoteId));
    return (
      row?.gone === null &&
      // Whose ever it is: I asked to have it back when the customer answers.
      (row.ticket.assigneeId === me || state.marks.get(row.id)?.snooze != null) &&
      message.authorRole === 'requester' &&
      // What a ticket begins with is a question: it may come after the ticket, and answers nothing.
      message.createdAt - row.ticket.createdAt > SAME_MOMENT_MS &&
      now - message.createdAt <= NEWS_MS
    );
  });
  const known = await state.storage.getMany(
    'messages',
    fresh.map((message) => message.remoteId),
  );
  for (const [at, message] of fresh.entries()) {
    const ticketId = localIdOf(state, message.ticketRemoteId);
    const readAt = state.marks.get(ticketId)?.readAt ?? 0;
    if (known[at] || news.has(ticketId) || message.createdAt <= readAt) continue;
    const subject = plan.rows.get(ticketId)?.ticket.subject ?? '';
    news.set(ticketId, { ticketId, kind: 'answered', who: message.authorName, subject });
  }
  return [...news.values()];
}
