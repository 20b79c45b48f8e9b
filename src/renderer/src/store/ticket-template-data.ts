import type { Account } from '#shared/domain/account.ts';
import type { Message } from '#shared/domain/conversation.ts';
import type { TicketField } from '#shared/domain/desk.ts';
import { compareRemoteIds, type RemoteId } from '#shared/domain/ids.ts';
import type { Channel, FieldValue, Status, Ticket } from '#shared/domain/ticket.ts';
import type { CommentData, TemplateValue, TicketData } from '#shared/templates/template-data.ts';
import type { TicketToBe } from './desk-tickets.ts';
import { messageText } from './message-text.ts';
import { numbered } from './person-template-data.ts';

const STATUSES: Readonly<Record<Status, string>> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  'on-hold': 'On-hold',
  solved: 'Solved',
  closed: 'Closed',
};
const CHANNELS: Readonly<Record<Channel, string>> = {
  email: 'Mail',
  chat: 'Chat',
  phone: 'Phone',
  web: 'Web form',
  social: 'Social media',
  sms: 'Text message',
  other: 'Other',
};

type Around = 'requester' | 'assignee' | 'organization' | 'group';
type Comments = 'description' | 'latest_comment' | 'latest_public_comment';

/** A ticket's header as templates see it, without who and what is around it. */
export function describeTicket(
  ticket: Ticket,
  { account, fields }: { readonly account: Account; readonly fields: ReadonlyMap<RemoteId, TicketField> },
): Omit<TicketData, Around | Comments> {
  const type = capitalized(ticket.type);
  const created = new Date(ticket.createdAt).toISOString();
  const updated = new Date(ticket.updatedAt).toISOString();
  return {
    ...describeFields(ticket.fields, fields),
    id: ticket.number === '' ? null : numbered(ticket.number),
    title: ticket.subject,
    status: STATUSES[ticket.status],
    custom_status: ticket.statusName,
    priority: capitalized(ticket.priority),
    ticket_type: type,
    type,
    via: CHANNELS[ticket.channel],
    url: ticket.url?.replace(/^https?:\/\//u, '') ?? null,
    url_with_protocol: ticket.url,
    link: ticket.url,
    tags: ticket.tags.join(' '),
    account: account.label,
    created_at: created,
    created_at_with_timestamp: created,
    updated_at: updated,
    updated_at_with_timestamp: updated,
  };
}

/** The same of a ticket that is not there yet: what only its helpdesk can tell is left empty, and so stays marked in a text. */
export const describeTicketToBe = (
  { subject, priority, tags }: Pick<TicketToBe, 'subject' | 'priority' | 'tags'>,
  account: Account,
): Omit<TicketData, Around> => ({
  id: null,
  title: subject,
  status: '',
  custom_status: '',
  priority: capitalized(priority),
  ticket_type: null,
  type: null,
  via: '',
  url: null,
  url_with_protocol: null,
  link: null,
  tags: tags.join(' '),
  account: account.label,
  description: null,
  latest_comment: null,
  latest_public_comment: null,
});

const capitalized = (word: string | null): string | null => word && `${word[0]?.toUpperCase()}${word.slice(1)}`;

function describeFields(
  values: Readonly<Record<string, FieldValue>>,
  fields: ReadonlyMap<RemoteId, TicketField>,
): Record<`ticket_field_${string}`, TemplateValue> {
  const described: Record<`ticket_field_${string}`, TemplateValue> = {};
  for (const [id, value] of Object.entries(values)) {
    if (value === null || value === '') continue;
    const chosen = Array.isArray(value) ? value : [value];
    described[`ticket_field_${id}`] = Array.isArray(value) ? value.join(' ') : value;
    const options = fields.get(id)?.options ?? [];
    const titles = chosen.flatMap((one) => options.find((option) => option.value === one)?.label ?? []);
    if (titles.length > 0) described[`ticket_field_option_title_${id}`] = titles.join(', ');
  }
  return described;
}

/** What was written, as far as it is on this machine. */
export function describeComments(messages: readonly Message[]): Pick<TicketData, Comments> {
  const ordered = messages.toSorted((a, b) => a.createdAt - b.createdAt || compareRemoteIds(a.remoteId, b.remoteId));
  const [first] = ordered;
  const said = ordered.filter(({ authorRole, kind }) => authorRole !== 'system' && kind !== 'forward');
  const last = said.at(-1);
  const lastPublic = said.findLast(({ kind }) => kind === 'reply');
  return {
    description: first ? messageText(first) : null,
    latest_comment: last ? describeComment(last) : null,
    latest_public_comment: lastPublic ? describeComment(lastPublic) : null,
  };
}

function describeComment(message: Message): CommentData {
  const created = new Date(message.createdAt).toISOString();
  return {
    value: messageText(message),
    author: { name: message.authorName },
    created_at: created,
    created_at_with_time: created,
    is_public: message.kind === 'reply',
  };
}
