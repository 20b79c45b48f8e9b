import type { Attachment, Message, TicketEvent } from '#shared/domain/conversation.ts';
import type { Article, Person } from '#shared/domain/desk.ts';
import type { Channel, FieldValue, Priority, Status, Ticket } from '#shared/domain/ticket.ts';
import { plainText, previewOf } from './plain-text.ts';
import type { WireArticle, WireAttachment, WireTicket, WireTransaction, WireUser } from './wire.ts';

/** Request Tracker's date for "never". */
export const NEVER = 0;
/** Users that are nobody: the system itself and the owner of what nobody owns. */
export const SYSTEM_USER = '1';
const NOBODY = 'Nobody';
/** The custom field that sites use for tags, whatever its case. */
export const isTagField = (name: string): boolean => /^tags?$/i.test(name);

export type FieldShape = { readonly name: string; readonly multiple: boolean };
export type TicketContext = {
  readonly status: Status;
  readonly version: string;
  readonly preview: string;
  readonly channel: Channel;
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
    version: context.version,
    url: context.base.startsWith('https:') ? `${context.base}/Ticket/Display.html?id=${wire.id}` : null,
  };
}

const strings = (values: readonly unknown[]): string[] =>
  values.flatMap((value) => (typeof value === 'string' ? [value] : []));

/** A field that we may not look at is taken for what its values look like. */
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

const isUserId = (user: WireUser): boolean => /^\d+$/.test(user.id);
const isPerson = (user: WireUser): boolean => isUserId(user) && user.id !== SYSTEM_USER && user.Name !== NOBODY;

/** Null for the system and for nobody. */
export function personRow(user: WireUser, role: Person['role']): Person | null {
  if (!isPerson(user)) return null;
  return {
    remoteId: user.id,
    name: nameOf(user),
    email: user.EmailAddress === '' ? null : user.EmailAddress,
    phone: null,
    role,
    organizationId: null,
    locale: null,
    timeZone: null,
    active: true,
    groupIds: [],
    notes: null,
  };
}
export const nameOf = (user: WireUser): string =>
  [user.RealName, user.Name, user.EmailAddress].find((name) => name !== '') ?? user.id;

/** Everything of one ticket that a conversation is made from. */
export type History = {
  readonly ticket: WireTicket;
  readonly transactions: readonly WireTransaction[];
  /** By transaction id. */
  readonly attachments: ReadonlyMap<string, readonly WireAttachment[]>;
  readonly fieldNames: ReadonlyMap<string, string>;
  /** By numeric id: who is named in the values of a change of owner. */
  readonly userNames: ReadonlyMap<string, string>;
  readonly queueNames: ReadonlyMap<string, string>;
};
export type Conversation = {
  readonly messages: readonly Message[];
  readonly events: readonly TicketEvent[];
  readonly preview: string;
  readonly channel: Channel;
};

const MESSAGE_KINDS: Readonly<Record<string, Message['kind']>> = {
  Create: 'reply',
  Correspond: 'reply',
  Comment: 'note',
};
export const hasMessage = (transaction: WireTransaction): boolean => transaction.Type in MESSAGE_KINDS;

/** Notifications that RT sent (`EmailRecord` and its kind) are neither messages nor events. */
export function conversationOf(history: History): Conversation {
  const messages = history.transactions.flatMap((transaction) => messageRow(transaction, history) ?? []);
  const newest = messages.findLast((message) => message.kind === 'reply');
  return {
    messages,
    // A ticket that was merged into this one brings what was said on it; that it was made is not this one's making.
    events: history.transactions
      .filter((transaction) => transaction.ObjectId === history.ticket.id)
      .flatMap((transaction) => eventRow(transaction, history) ?? []),
    preview: newest === undefined ? '' : previewOf(newest.body),
    channel: messages[0]?.channel ?? 'email',
  };
}

function messageRow(transaction: WireTransaction, history: History): Message | null {
  const kind = MESSAGE_KINDS[transaction.Type];
  if (kind === undefined) return null;
  const parts = history.attachments.get(transaction.id) ?? [];
  const bodyPart = bodyOf(parts);
  const files = parts.filter((part) => part !== bodyPart && isFile(part));
  const body = bodyPart === null ? { format: 'text' as const, content: '' } : contentOf(bodyPart, files);
  if (files.length === 0 && plainText(body) === '' && !/<img/i.test(body.content)) return null;
  return {
    remoteId: transaction.id,
    ticketRemoteId: history.ticket.id,
    kind,
    authorId: isPerson(transaction.Creator) ? transaction.Creator.id : null,
    authorName: nameOf(transaction.Creator),
    authorRole: roleOf(transaction.Creator, history.ticket),
    body,
    attachments: files.map((file) => attachmentRow(file, body.content)),
    channel: channelOf(parts),
    createdAt: transaction.Created,
    clientId: parts.map(markerOf).find((marker) => marker !== null) ?? null,
  };
}

export const roleOf = (creator: WireUser, ticket: WireTicket): Message['authorRole'] => {
  if (!isPerson(creator)) return 'system';
  return ticket.Requestor.some((requester) => requester.id === creator.id) ? 'requester' : 'agent';
};

const isBody = (part: WireAttachment, type: string): boolean =>
  part.ContentType === type && part.Filename === '' && typeof part.Content === 'string';
const bodyOf = (parts: readonly WireAttachment[]): WireAttachment | null =>
  parts.find((part) => isBody(part, 'text/html')) ?? parts.find((part) => isBody(part, 'text/plain')) ?? null;
/** The text twin of an HTML body is no file, and neither are the boxes around the parts. */
const isFile = (part: WireAttachment): boolean =>
  !part.ContentType.startsWith('multipart/') &&
  !(part.Filename === '' && /^text\/(plain|html)$/.test(part.ContentType));

function contentOf(part: WireAttachment, files: readonly WireAttachment[]): Message['body'] {
  const content = part.Content ?? '';
  if (part.ContentType !== 'text/html') return { format: 'text', content };
  const byContentId = new Map(files.flatMap((file) => pairOf(contentIdOf(file), file.id)));
  return {
    format: 'html',
    content: content.replace(/(["'(=]\s*)cid:([^"'\s)>]+)/gi, (whole, before: string, cid: string) => {
      const file = byContentId.get(decoded(cid)) ?? byContentId.get(cid);
      return file === undefined ? whole : `${before}attachment:${file}`;
    }),
  };
}
const pairOf = (key: string | null, value: string): [string, string][] => (key === null ? [] : [[key, value]]);
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Folded header lines are one line. */
const header = (part: WireAttachment, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(part.Headers.replace(/\r?\n[ \t]+/g, ' '))?.[1]?.trim() ?? null;
const contentIdOf = (part: WireAttachment): string | null => header(part, 'Content-ID')?.replace(/^<|>$/g, '') ?? null;

/**
 * The client id of the action that wrote a message. It rides as a parameter of the content type: Request Tracker keeps the part's
 * headers but builds the mails to customers from the content alone, so that nobody reads it there.
 */
export const markerOf = (part: WireAttachment): string | null =>
  /;\s*x-holdfast="?([0-9A-HJKMNP-TV-Z]{26})"?/i.exec(header(part, 'Content-Type') ?? '')?.[1] ?? null;
export const markedType = (type: string, clientId: string): string => `${type}; x-holdfast="${clientId}"`;

function attachmentRow(part: WireAttachment, html: string): Attachment {
  const size = Number(part.ContentLength);
  return {
    remoteId: part.id,
    name: part.Filename === '' ? `part-${part.id}` : part.Filename,
    mimeType: part.ContentType === '' ? 'application/octet-stream' : part.ContentType,
    size: Number.isInteger(size) && size >= 0 ? size : 0,
    inline: html.includes(`attachment:${part.id}`),
  };
}

function channelOf(parts: readonly WireAttachment[]): Channel {
  const made = parts.map((part) => header(part, 'X-RT-Interface')).find((name) => name !== null);
  if (made === 'Web' || made === 'Mobile') return 'web';
  return made === 'REST' || made === 'REST2' ? 'other' : 'email';
}

/** Owner changes come as a type of their own or as `Set`, as RT's version and the way of changing have it. */
const OWNER_TYPES = new Set(['Take', 'Untake', 'Steal', 'Give', 'Force']);
const FIELD_KINDS: Readonly<Record<string, TicketEvent['kind']>> = {
  Owner: 'assignee',
  Queue: 'group',
  Priority: 'priority',
  Subject: 'subject',
  Status: 'status',
};
/** Bookkeeping that RT writes along with what an agent did. */
const SILENT_FIELDS = new Set([
  'Started',
  'Resolved',
  'Told',
  'IsMerged',
  'EffectiveId',
  'LastUpdated',
  'TimeWorked',
  'TimeLeft',
]);

function eventRow(transaction: WireTransaction, history: History): TicketEvent | null {
  const what = happened(transaction, history);
  if (what === null) return null;
  return {
    remoteId: transaction.id,
    ticketRemoteId: history.ticket.id,
    actorId: isPerson(transaction.Creator) ? transaction.Creator.id : null,
    actorName: nameOf(transaction.Creator),
    at: transaction.Created,
    field: null,
    ...what,
  };
}
type Happened = Pick<TicketEvent, 'kind' | 'from' | 'to'> & { readonly field?: string };

function happened(transaction: WireTransaction, history: History): Happened | null {
  const { Type: type, Field: field, OldValue: before, NewValue: after } = transaction;
  if (type === 'Create') return { kind: 'created', from: null, to: null };
  if (type === 'Status') return { kind: 'status', from: orNull(before), to: orNull(after) };
  if (type === 'Set' || OWNER_TYPES.has(type)) {
    const kind = OWNER_TYPES.has(type) ? 'assignee' : FIELD_KINDS[field];
    if (kind === 'assignee') return { kind, from: userName(before, history), to: userName(after, history) };
    if (kind === 'group') return { kind, from: queueName(before, history), to: queueName(after, history) };
    if (kind !== undefined) return { kind, from: orNull(before), to: orNull(after) };
    return SILENT_FIELDS.has(field) ? null : { kind: 'field', field, from: orNull(before), to: orNull(after) };
  }
  if (type === 'CustomField') {
    const name = history.fieldNames.get(field) ?? field;
    return isTagField(name)
      ? { kind: 'tags', from: orNull(before), to: orNull(after) }
      : { kind: 'field', field: name, from: orNull(before), to: orNull(after) };
  }
  if (/^(Add|Del|Set)Watcher$/.test(type) && field === 'Requestor')
    return { kind: 'requester', from: userName(before, history), to: userName(after, history) };
  if (type === 'AddLink' && field === 'MergedInto') return { kind: 'merged', from: null, to: ticketOfUri(after) };
  return null;
}
/** RT notes a merge on both tickets, each time with the one that is left as the value. */
export const isMergedIntoItself = ({
  Type: type,
  Field: field,
  NewValue: after,
  ObjectId: id,
}: WireTransaction): boolean => type === 'AddLink' && field === 'MergedInto' && ticketOfUri(after) === id;
const orNull = (value: string): string | null => (value === '' ? null : value);
const userName = (id: string, history: History): string | null => {
  const name = history.userNames.get(id) ?? orNull(id);
  return name === null || name === NOBODY || /^Nobody\b/.test(name) ? null : name;
};
const queueName = (id: string, history: History): string | null => history.queueNames.get(id) ?? orNull(id);
const ticketOfUri = (uri: string): string | null => /\/ticket\/(\d+)$/.exec(uri)?.[1] ?? null;

/** RT has no bodies of articles but custom fields: each becomes a section, the one called Content comes without a heading. */
export function articleRow(wire: WireArticle, base: string): Article {
  const sections = (wire.CustomFields ?? []).flatMap((field) => {
    const text = strings(field.values).join('\n\n');
    if (text === '') return [];
    const heading = /^content$/i.test(field.name) ? '' : `<h2>${escapeHtml(field.name)}</h2>`;
    return [`${heading}${/<[a-z][^>]*>/i.test(text) ? text : paragraphs(text)}`];
  });
  const summary = wire.Summary === '' ? '' : `<p>${escapeHtml(wire.Summary)}</p>`;
  return {
    remoteId: wire.id,
    title: wire.Name,
    body: `${summary}${sections.join('')}`,
    path: wire.Class.Name === '' ? [] : [wire.Class.Name],
    locale: null,
    draft: false,
    // Who may read an RT article is a matter of rights on its class, and self-service users rarely have any.
    internal: true,
    labels: [],
    createdAt: wire.Created,
    updatedAt: wire.LastUpdated,
    url: base.startsWith('https:') ? `${base}/Articles/Article/Display.html?id=${wire.id}` : null,
  };
}
const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
