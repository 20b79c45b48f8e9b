import type { Message, TicketEvent } from '../domain/conversation.ts';
import type { Rating } from '../domain/desk.ts';
import type { RemoteId } from '../domain/ids.ts';
import { type Status, statusSchema } from '../domain/ticket.ts';

/** What rows of earlier versions call a status: Request Tracker's own name, in the lifecycle that it comes with. */
const STOCK_NAMES: Readonly<Record<string, Status>> = {
  resolved: 'solved',
  rejected: 'closed',
  deleted: 'closed',
  stalled: 'pending',
};

/** Null for a name that only the helpdesk knows, as in some rows of earlier versions. */
export function statusChangeOf({ from, fromId, to, toId }: TicketEvent): { from: Status; to: Status } | null {
  const [before, after] = [statusOf(fromId ?? from), statusOf(toId ?? to)];
  return before && after ? { from: before, to: after } : null;
}

const statusOf = (name: string | null): Status | null =>
  name === null ? null : (statusSchema.safeParse(name).data ?? STOCK_NAMES[name] ?? null);

/** Helpdesks tell a rating with or without a comment by words of its own, as `good_with_comment`. */
export const scoreOf = (told: string | null): Rating['score'] | null => {
  const [, score] = /^(good|bad|offered)(_|$)/.exec(told ?? '') ?? [];
  return score === 'good' || score === 'bad' || score === 'offered' ? score : null;
};

/**
 * Reads whom a change of assignee is about. Rows of earlier versions tell the name alone: it is looked for among those who did
 * something on the ticket, and is nobody when two of them share it.
 */
export function assigneeReader(
  said: readonly Message[],
  happened: readonly TicketEvent[],
): (id: RemoteId | null, name: string | null) => RemoteId | null {
  const ids = new Map<string, RemoteId | null>();
  const note = (name: string, id: RemoteId | null): void => {
    if (id !== null && name !== '') ids.set(name, ids.has(name) && ids.get(name) !== id ? null : id);
  };
  for (const { authorName, authorId } of said) note(authorName, authorId);
  for (const { actorName, actorId } of happened) note(actorName, actorId);
  return (id, name) => id ?? (name === null ? null : (ids.get(name) ?? null));
}
