import type { Channel, Copy, FieldValue, Priority, Status, Ticket, TicketLink } from '#shared/domain/ticket.ts';
import { isTagField, strings } from './field-values.ts';
import { isPerson, isUserId, nameOf } from './map-person.ts';
import type { WireTicket, WireUser } from './wire.ts';

/** Request Tracker's date for "never". */
const NEVER = 0;
export type FieldShape = { readonly name: string; readonly multiple: boolean };
export type TicketContext = {
  readonly status: Status;
  readonly version: string;
  readonly preview: string;
  readonly channel: Channel;
  readonly links: readonly TicketLink[];
  /** Who is in copy on all of the queue. */
  readonly queueCopies: readonly string[];
  /** The address of RT's own pages. */
  readonly base: string;
  readonly shapes: ReadonlyMap<string, FieldShape>;
};

export function ticketRow(wire: WireTicket, context: TicketContext): Ticket {
  const fields = wire.CustomFields ?? [];
  const tags = fields.filter((field) => isTagField(field.name)).flatMap((field) => strings(field.values));
  const done = context.status === 'solved' || context.status === 'closed';
  return {
    remoteId: wire.id,
    number: wire.id,
    subject: wire.Subject,
    preview: context.preview,
    status: context.status,
    statusName: wire.Status,
    priority: priorityOf(wire.Priority),
    type: null,
    channel: context.channel,
    requesterId: wire.Requestor.find(isUserId)?.id ?? null,
    assigneeId: isPerson(wire.Owner) ? wire.Owner.id : null,
    groupId: wire.Queue.id,
    organizationId: null,
    tags,
    fields: Object.fromEntries(
      fields
        .filter((field) => !isTagField(field.name))
        .map((field) => [field.id, fieldValue(strings(field.values), context.shapes.get(field.id)?.multiple ?? null)]),
    ),
    createdAt: wire.Created,
    updatedAt: wire.LastUpdated,
    solvedAt: done && wire.Resolved > NEVER ? wire.Resolved : null,
    // An SLA in RT is a level that its own calendar turns into a due time.
    sla:
      wire.Due > NEVER
        ? [{ metric: 'due', stage: done ? 'met' : 'active', breachAt: wire.Due, policy: wire.SLA || null }]
        : [],
    links: context.links,
    followerIds: followersOf(wire).map(({ id }) => id),
    copies: copiesOf(wire, context.queueCopies),
    version: context.version,
    url: context.base.startsWith('https:') ? `${context.base}/Ticket/Display.html?id=${wire.id}` : null,
  };
}

/**
 * Those who get administrative copies, which tell all that agents are told. RT takes groups among them too; they are nobody to show,
 * and stay when the people change.
 */
export const followersOf = ({ AdminCc: copied }: WireTicket): readonly WireUser[] =>
  copied.filter((user) => user.type !== 'group' && isPerson(user));

/**
 * RT sends correspondence to every requestor, to the ticket's Ccs and to the queue's (scrips "Notify Requestors and Ccs" and "Notify
 * Other Recipients" of its initial data); the first requestor is told apart from them.
 */
function copiesOf(wire: WireTicket, ofQueue: readonly string[]): readonly Copy[] {
  const first = wire.Requestor.find(isUserId);
  const others = [...wire.Requestor, ...(wire.Cc ?? [])].filter(({ id }) => id !== first?.id);
  const told = others.map((user) => ({ name: nameOf(user), email: user.EmailAddress || null }));
  const names = new Set(others.map(({ Name }) => Name));
  // Of those the queue tells the name alone, which of somebody outside is the address.
  const more = ofQueue.filter((name) => !names.has(name) && name !== first?.Name);
  return [...told, ...more.map((name) => ({ name, email: name.includes('@') ? name : null }))];
}

const fieldValue = (values: readonly string[], multiple: boolean | null): FieldValue =>
  multiple === true || (multiple === null && values.length > 1) ? [...values] : (values[0] ?? null);

/** RT names priorities from 0 Low, from 50 Medium, from 100 High. Beyond is ours to call urgent. */
export function priorityOf(number: string): Priority | null {
  const value = Number(number);
  if (number === '' || Number.isNaN(value)) return null;
  if (value < 50) return 'low';
  if (value < 100) return 'normal';
  return value < 150 ? 'high' : 'urgent';
}
const PRIORITY_NUMBER: Readonly<Record<Priority, number>> = { low: 0, normal: 50, high: 100, urgent: 150 };
export const priorityNumber = (priority: Priority | null): number =>
  priority === null ? 0 : PRIORITY_NUMBER[priority];
