import type { Message, TicketEvent } from '../domain/conversation.ts';
import type { Rating } from '../domain/desk.ts';
import { type AccountId, compareRemoteIds, type RemoteId, type TicketId } from '../domain/ids.ts';
import type { Ticket } from '../domain/ticket.ts';
import { eventSteps, type Placed, ratingSteps } from './event-steps.ts';
import { type PendingSteps, withPending } from './pending-steps.ts';
import { slaStepsOf } from './sla-steps.ts';
import type { Actor, Step, TicketHistory } from './ticket-history.ts';

type HistoryContext = {
  readonly ticketId: TicketId;
  readonly accountId: AccountId;
  /** The whole conversation is here. */
  readonly whole: boolean;
  /** For helpdesks that tell ratings apart from what happened to a ticket. */
  readonly ratings?: readonly Rating[];
  readonly pending?: readonly PendingSteps[];
};

/** Zendesk gives a ticket whose words went into another this tag; it has no other sign. */
const MERGED_TAG = 'closed_by_merge';
/** Helpdesks count in seconds, and a ticket and its first words may lie on both sides of one. */
const MADE_AT_ONCE_MS = 1_000;
const SYSTEM: Actor = { role: 'system', id: null };

/**
 * The history of a ticket out of its rows, in whatever order they came; what came twice counts once, by its remote id. `ticket` is the
 * helpdesk's row: what the agent has pending is laid over it here.
 */
export function historyOf(
  ticket: Ticket,
  messages: readonly Message[],
  events: readonly TicketEvent[],
  context: HistoryContext,
): TicketHistory {
  const said = onceEach(messages).sort((a, b) => a.createdAt - b.createdAt || compareRemoteIds(a.remoteId, b.remoteId));
  const happened = onceEach(events).sort((a, b) => a.at - b.at || compareRemoteIds(a.remoteId, b.remoteId));
  const actorOf = actorReader(ticket, said);
  const opening = openingOf(ticket, said, happened);
  const createdBy = opening ? authorOf(opening) : actorOf(happened.find(isCreation)?.actorId ?? null);

  const fromEvents = eventSteps(said, happened, actorOf);
  const whole = context.whole && fromEvents.readable;
  const placed: Placed[] = [
    ...said.flatMap((message) => messageStep(message, message === opening)),
    ...fromEvents.placed.filter(({ step }) => whole || step.kind !== 'status'),
  ];
  placed.push(...ratingSteps(context.ratings ?? [], placed));
  placed.sort((a, b) => a.step.at - b.step.at || compareRemoteIds(a.id, b.id));

  const { createdAt } = ticket;
  // Of one whose changes are not here it is only known that it began unsolved.
  const beganAs = whole ? (fromEvents.beganAs ?? ticket.status) : 'new';
  const firstAssigneeId = fromEvents.firstAssigneeId === undefined ? ticket.assigneeId : fromEvents.firstAssigneeId;
  const beginning: Step[] = [{ kind: 'status', at: createdAt, by: createdBy, from: null, to: beganAs }];
  if (firstAssigneeId !== null) beginning.push({ kind: 'assign', at: createdAt, by: createdBy, to: firstAssigneeId });
  const steps = inTime([...beginning, ...placed.map(({ step }) => step)]);
  const told = inTime([...steps, ...upToHeader(ticket, steps)]);
  const arrived = new Set(said.flatMap(({ clientId }) => clientId ?? []));
  const all = withPending(told, context.pending ?? [], arrived);
  return {
    ticketId: context.ticketId,
    accountId: context.accountId,
    createdAt,
    createdBy,
    solvedAt: ticket.solvedAt,
    channel: ticket.channel,
    priority: ticket.priority,
    groupId: ticket.groupId,
    tags: ticket.tags,
    whole,
    merged:
      ticket.tags.includes(MERGED_TAG) ||
      happened.some(({ kind, to }) => kind === 'merged' && to !== null && to !== ticket.remoteId),
    steps: inTime([...all, ...slaStepsOf(ticket, all)]),
  };
}

const onceEach = <Row extends { readonly remoteId: RemoteId }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.remoteId, row])).values(),
];

/** Of one instant they keep their order. */
const inTime = (steps: readonly Step[]): readonly Step[] => steps.toSorted((a, b) => a.at - b.at);

const isCreation = ({ kind }: TicketEvent): boolean => kind === 'created';

const authorOf = ({ authorRole, authorId }: Message): Actor =>
  // Somebody outside speaks for no side of the ticket.
  authorRole === 'outside' ? SYSTEM : { role: authorRole, id: authorId };

/** Events name who did them, and not in which role: that is known of who wrote, and of the requester. */
function actorReader({ requesterId }: Ticket, said: readonly Message[]): (id: RemoteId | null) => Actor {
  const authors = new Map(said.map((message) => [message.authorId, authorOf(message)]));
  return (id) => (id === null ? SYSTEM : (authors.get(id) ?? { role: id === requesterId ? 'requester' : 'agent', id }));
}

/** The words that the ticket was made with: its first ones, if they came along with it. */
function openingOf(ticket: Ticket, said: readonly Message[], happened: readonly TicketEvent[]): Message | undefined {
  const madeAt = happened.find(isCreation)?.at ?? ticket.createdAt;
  const own = said.find(({ createdAt }) => createdAt >= Math.min(madeAt, ticket.createdAt));
  return own && own.createdAt <= madeAt + MADE_AT_ONCE_MS ? own : undefined;
}

/** What was forwarded to people outside is no message to the customer and none among colleagues. */
const messageStep = (message: Message, opening: boolean): readonly Placed[] =>
  message.kind === 'forward'
    ? []
    : [
        {
          id: message.remoteId,
          step: { kind: message.kind, at: message.createdAt, by: authorOf(message), opening },
        },
      ];

/**
 * Headers come before the conversations. What the header says and no step does happened at the latest when the ticket changed last;
 * when it was solved is told.
 */
function upToHeader(ticket: Ticket, steps: readonly Step[]): readonly Step[] {
  const status = steps.findLast((step) => step.kind === 'status');
  const assign = steps.findLast((step) => step.kind === 'assign');
  const missing: Step[] = [];
  if (status && status.to !== ticket.status) {
    const at = Math.max(status.at, ticket.solvedAt ?? ticket.updatedAt);
    missing.push({ kind: 'status', at, by: SYSTEM, from: status.to, to: ticket.status });
  }
  if ((assign?.to ?? null) !== ticket.assigneeId) {
    const at = Math.max(assign?.at ?? ticket.createdAt, ticket.updatedAt);
    missing.push({ kind: 'assign', at, by: SYSTEM, to: ticket.assigneeId });
  }
  return missing;
}
