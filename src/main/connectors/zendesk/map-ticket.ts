import type { Rows } from '#shared/domain/batch.ts';
import type { Organization, Person, Rating } from '#shared/domain/desk.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { Channel, Copy, FieldValue, Status, Ticket, TicketLink } from '#shared/domain/ticket.ts';
import { slaTargets } from './map-sla.ts';
import { plainText } from './plain-text.ts';
import type { WireCustomStatus, WireMembership, WireTicket, WireUser } from './wire.ts';

/** What mapping needs of the account beside the record. */
export type MapContext = {
  readonly origin: string;
  readonly customStatuses: readonly WireCustomStatus[];
  /** Ratings come with the tickets for agents, who may not list them. */
  readonly ratingsFromTickets: boolean;
  readonly user: (id: number) => WireUser | undefined;
};

export const idOf = (id: number | null | undefined): RemoteId | null => (id == null ? null : String(id));

/** By Zendesk's list of via types. What talks back and forth in an app is a chat, whosever app it is. */
const CHANNELS: Readonly<Record<string, Channel>> = {
  email: 'email',
  mail: 'email',
  chat: 'chat',
  native_messaging: 'chat',
  messaging: 'chat',
  sunshine_conversations_api: 'chat',
  sunshine_conversations_facebook_messenger: 'chat',
  whatsapp: 'chat',
  line: 'chat',
  wechat: 'chat',
  telegram: 'chat',
  viber: 'chat',
  kakaotalk: 'chat',
  apple_business_chat: 'chat',
  voice: 'phone',
  phone: 'phone',
  sms: 'sms',
  text_message: 'sms',
  messagebird_sms: 'sms',
  twilio_sms: 'sms',
  web: 'web',
  help_center: 'web',
  web_widget: 'web',
  mobile: 'web',
  mobile_sdk: 'web',
  forum: 'web',
  twitter: 'social',
  facebook: 'social',
  any_channel: 'social',
  instagram_dm: 'social',
};
export const channelOf = (via: string): Channel => CHANNELS[via] ?? 'other';

export const statusOf = (status: Exclude<WireTicket['status'], 'deleted'>): Status =>
  status === 'hold' ? 'on-hold' : status;
export const wireStatusOf = (status: Status): string => (status === 'on-hold' ? 'hold' : status);

/** A ticket that Zendesk closed because it was merged into another: it has no tombstone of its own. */
export const isMerged = (ticket: WireTicket): boolean =>
  ticket.status === 'closed' && ticket.tags.includes('closed_by_merge');

const PREVIEW_LENGTH = 200;

/** A ticket's header; null for one that is deleted. */
export function toTicket(wire: WireTicket, context: MapContext): Ticket | null {
  if (wire.status === 'deleted') return null;
  const custom = context.customStatuses.find((status) => status.id === wire.custom_status_id);
  const fields: Record<string, FieldValue> = {};
  for (const field of wire.custom_fields) fields[String(field.id)] = field.value;
  const solvedAt = Date.parse(wire.dates?.solved_at ?? '');
  return {
    remoteId: String(wire.id),
    number: String(wire.id),
    subject: wire.subject ?? '',
    preview: plainText(wire.description ?? '').slice(0, PREVIEW_LENGTH),
    status: statusOf(wire.status),
    statusName: custom?.agent_label ?? wire.status,
    priority: wire.priority ?? null,
    type: wire.type ?? null,
    channel: channelOf(wire.via.channel),
    requesterId: idOf(wire.requester_id),
    assigneeId: idOf(wire.assignee_id),
    groupId: idOf(wire.group_id),
    organizationId: idOf(wire.organization_id),
    tags: wire.tags,
    fields,
    createdAt: wire.created_at,
    updatedAt: Date.parse(wire.updated_at),
    solvedAt: Number.isNaN(solvedAt) ? null : solvedAt,
    sla: slaTargets(wire),
    links: linksOf(wire),
    followerIds: wire.follower_ids.map(String),
    copies: copiesOf(wire, context),
    version: wire.updated_at,
    url: context.origin.startsWith('https:') ? `${context.origin}/agent/tickets/${wire.id}` : null,
  };
}

/** Who is in copy on a ticket, by number. */
export const copiedIds = (wire: WireTicket): readonly number[] => wire.email_cc_ids ?? wire.collaborator_ids ?? [];

/** One whom nobody told us of is in copy all the same. */
const copiesOf = (wire: WireTicket, { user }: Pick<MapContext, 'user'>): readonly Copy[] =>
  copiedIds(wire).map((id) => ({ name: user(id)?.name ?? `#${id}`, email: user(id)?.email ?? null }));

const linksOf = (wire: WireTicket): readonly TicketLink[] => [
  ...(wire.problem_id === null ? [] : [{ kind: 'problem' as const, remoteId: String(wire.problem_id) }]),
  ...(wire.via.followUpOf === null ? [] : [{ kind: 'follow-up' as const, remoteId: String(wire.via.followUpOf) }]),
];

/** The groups that an agent is in, the default one first: it is meant where a macro says the agent's own. */
export const groupIdsOf = (
  { id, default_group_id }: WireUser,
  memberships: readonly WireMembership[],
): readonly RemoteId[] =>
  memberships
    .flatMap((each) => (each.user_id === id ? [each.group_id] : []))
    .sort((a, b) => Number(b === default_group_id) - Number(a === default_group_id))
    .map(String);

export const toPerson = (wire: WireUser, groupIds: readonly RemoteId[]): Person => ({
  remoteId: String(wire.id),
  name: wire.name,
  email: wire.email,
  phone: wire.phone,
  ...(wire.shared_phone_number === true ? { phoneShared: true } : {}),
  role: wire.role === 'end-user' ? 'requester' : 'agent',
  organizationId: idOf(wire.organization_id),
  locale: wire.locale,
  timeZone: wire.iana_time_zone,
  active: wire.active && wire.suspended !== true,
  groupIds,
  notes: wire.notes === '' ? null : wire.notes,
});

export const toOrganization = (wire: { readonly id: number; readonly name: string }): Organization => ({
  remoteId: String(wire.id),
  name: wire.name,
});

export const scoreOf = (score: string): Rating['score'] | null =>
  score === 'good' || score === 'bad' || score === 'offered' ? score : null;

/** The rating that rides on a ticket. Its own times are not told there: the ticket's stand in for them. */
function ratingOf(wire: WireTicket): Rating | null {
  const rating = wire.satisfaction_rating;
  const score = scoreOf(rating?.score ?? '');
  if (!rating || score === null || rating.id == null) return null;
  return {
    remoteId: String(rating.id),
    ticketRemoteId: String(wire.id),
    assigneeId: idOf(wire.assignee_id),
    score,
    comment: rating.comment,
    createdAt: Date.parse(wire.updated_at),
    updatedAt: Date.parse(wire.updated_at),
  };
}

/** Adds tickets to rows: those that were deleted or merged away become removals. */
export function addTickets(rows: Rows, wires: readonly WireTicket[], context: MapContext): void {
  for (const wire of wires) {
    const ticket = toTicket(wire, context);
    if (ticket === null) rows.removals.push({ remoteId: String(wire.id), reason: 'deleted', mergedIntoRemoteId: null });
    else if (isMerged(wire))
      rows.removals.push({ remoteId: ticket.remoteId, reason: 'merged', mergedIntoRemoteId: null });
    else {
      rows.tickets.push(ticket);
      const rating = context.ratingsFromTickets ? ratingOf(wire) : null;
      if (rating) rows.ratings.push(rating);
    }
  }
}
