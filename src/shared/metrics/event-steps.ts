import type { Message, TicketEvent } from '../domain/conversation.ts';
import type { Rating } from '../domain/desk.ts';
import type { RemoteId } from '../domain/ids.ts';
import type { Status } from '../domain/ticket.ts';
import { assigneeReader, scoreOf, statusChangeOf } from './read-event.ts';
import type { Actor, Step } from './ticket-history.ts';

/** A step with the helpdesk's id of what it came from, which orders those of one instant. */
export type Placed = { readonly id: RemoteId; readonly step: Step };

type EventSteps = {
  readonly placed: readonly Placed[];
  /** What the ticket began with: what the first change took away. Undefined where nothing of the kind ever changed. */
  readonly beganAs: Status | undefined;
  readonly firstAssigneeId: RemoteId | null | undefined;
  /** False when a status could not be read: then none of them are among `placed`. */
  readonly readable: boolean;
};

export function eventSteps(
  said: readonly Message[],
  happened: readonly TicketEvent[],
  actorOf: (id: RemoteId | null) => Actor,
): EventSteps {
  const placed: Placed[] = [];
  const statuses: Placed[] = [];
  const assigneeOf = assigneeReader(said, happened);
  let beganAs: Status | undefined;
  let firstAssigneeId: RemoteId | null | undefined;
  let readable = true;
  for (const event of happened) {
    const { remoteId: id, at } = event;
    const by = actorOf(event.actorId);
    if (event.kind === 'status') {
      const change = statusChangeOf(event);
      if (change === null) readable = false;
      else {
        beganAs ??= change.from;
        // A site may have several names for one status of ours.
        if (change.from !== change.to) statuses.push({ id, step: { kind: 'status', at, by, ...change } });
      }
    } else if (event.kind === 'assignee') {
      if (firstAssigneeId === undefined) firstAssigneeId = assigneeOf(event.fromId, event.from);
      placed.push({ id, step: { kind: 'assign', at, by, to: assigneeOf(event.toId, event.to) } });
    } else if (event.kind === 'rating') {
      const score = scoreOf(event.to);
      if (score) placed.push({ id, step: { kind: 'rating', at, score } });
    }
  }
  return readable
    ? { placed: [...placed, ...statuses], beganAs, firstAssigneeId, readable }
    : { placed, beganAs: undefined, firstAssigneeId, readable };
}

/** Ratings that are rows of their own, unless the ticket's events tell the same: those know the time. */
export function ratingSteps(ratings: readonly Rating[], placed: readonly Placed[]): readonly Placed[] {
  const told = new Set(placed.map(({ step }) => (step.kind === 'rating' ? step.score : null)));
  return ratings
    .filter(({ score }) => !told.has(score))
    .map(({ remoteId: id, score, updatedAt: at }) => ({ id, step: { kind: 'rating', at, score } }));
}
