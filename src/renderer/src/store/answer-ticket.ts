import type { Message } from '#shared/domain/conversation.ts';
import type { Person } from '#shared/domain/desk.ts';
import { compareRemoteIds, newTicketId, type RemoteId, type TicketId } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { type AccountState, entriesOf, localIdOf, nameOf } from './account-state.ts';
import { relatedTickets } from './answer-links.ts';
import { headerReader, snoozedAt } from './answer-views.ts';
import type { Conversation, ConversationItem, MergedInto, ShownMessage, TicketDetail } from './desk-tickets.ts';
import type { TicketHeader } from './desk-views.ts';
import { conversationOf, showTicket } from './show-ticket.ts';
import { previewOf } from './summary.ts';

const OTHER_TICKETS = 10;

export async function answerTicket(state: AccountState, id: TicketId, now: number): Promise<TicketDetail | null> {
  const [{ row, pending }, ratings] = await Promise.all([
    // What waits is looked at together with the row that it lies over.
    state.storage.get('tickets', id).then((found) => ({ row: found, pending: entriesOf(state, id) })),
    state.storage.ofTickets('ratings', [id]),
  ]);
  const shown = showTicket(row, pending, state.account.me.remoteId);
  if (!shown) return null;
  const { ticket } = shown;
  const mark = state.marks.get(id);
  const snoozedUntil = state.columns.numbers().snoozedUntil[state.columns.indexOf(id)] ?? 0;
  return {
    id,
    accountId: state.account.id,
    ticket,
    delivered: row !== undefined,
    requester: requesterOf(state, ticket, pending),
    assignee: personOf(state, ticket.assigneeId),
    followers: ticket.followerIds.map((remoteId) => ({ remoteId, name: nameOf(state, remoteId) || remoteId })),
    group: (ticket.groupId !== null && state.small.groups.get(ticket.groupId)) || null,
    organization: (ticket.organizationId !== null && state.small.organizations.get(ticket.organizationId)) || null,
    ratings: ratings.map((one) => one.rating).sort((a, b) => a.createdAt - b.createdAt),
    waitingSince: shown.waitingSince,
    starred: mark?.starred ?? false,
    snoozed: snoozedAt(snoozedUntil, now),
    pending,
    otherTickets: otherTickets(state, id, ticket.requesterId, now),
    related: relatedTickets(state, { id, remoteId: ticket.remoteId, links: ticket.links }, now),
    gone: row?.gone ?? null,
    mergedInto: mergedInto(state, row?.mergedIntoRemoteId ?? null),
  };
}

export function mergedInto(state: AccountState, remoteId: RemoteId | null): MergedInto | null {
  if (remoteId === null) return null;
  const id = localIdOf(state, remoteId);
  const index = state.columns.indexOf(id);
  return index < 0 ? { id: null, number: remoteId } : { id, number: state.columns.textAt(index).number };
}

const personOf = (state: AccountState, id: RemoteId | null): Person | null =>
  (id !== null && state.people.get(id)) || null;

/** Known to the helpdesk, or named by the agent who made the ticket here. */
export const requesterOf = (
  state: AccountState,
  { requesterId }: Pick<Ticket, 'requesterId'>,
  pending: readonly OutboxEntry[],
): Person | null => personOf(state, requesterId) ?? newRequester(pending);

function newRequester(pending: readonly OutboxEntry[]): Person | null {
  for (const { action } of pending)
    if (action.kind === 'create')
      return {
        remoteId: action.requester.remoteId ?? 'new',
        name: action.requester.name || (action.requester.email ?? ''),
        email: action.requester.email,
        phone: null,
        role: 'requester',
        organizationId: null,
        locale: null,
        timeZone: null,
        active: true,
        groupIds: [],
        notes: null,
      };
  return null;
}

function otherTickets(
  state: AccountState,
  id: TicketId,
  requester: RemoteId | null,
  now: number,
): readonly TicketHeader[] {
  if (requester === null) return [];
  const { columns } = state;
  const numbers = columns.numbers();
  const wanted = columns.people.find(requester);
  const own = columns.indexOf(id);
  const found: number[] = [];
  for (let index = 0; index < columns.size(); index++)
    if (numbers.requester[index] === wanted && index !== own && numbers.gone[index] === 0) found.push(index);
  return found
    .sort((a, b) => (numbers.updatedAt[b] ?? 0) - (numbers.updatedAt[a] ?? 0))
    .slice(0, OTHER_TICKETS)
    .map(headerReader(state, now));
}

/**
 * Messages, events and what is pending, oldest first. A pending message whose own message has come is not shown a second time.
 */
export async function answerConversation(state: AccountState, id: TicketId): Promise<Conversation> {
  // Entries are read first: one that is settled meanwhile is found among the messages and left out here.
  const pending = entriesOf(state, id);
  const [row, messages, events] = await Promise.all([
    state.storage.get('tickets', id),
    state.storage.ofTickets('messages', [id]),
    state.storage.ofTickets('events', [id]),
  ]);
  const isDoubled = doublesAmong(
    state,
    id,
    messages.map(({ message }) => message),
  );
  const arrived = new Set(messages.flatMap(({ message }) => message.clientId ?? []));
  const waiting = pending.filter((entry) => state.outbox.has(entry.id) && !arrived.has(entry.id));
  const live = withoutDelivered(
    waiting,
    messages.map(({ message }) => message),
    state.account.me.remoteId,
  );
  const items = [
    ...messages.map(({ message }) => ({
      at: message.createdAt,
      item: messageItem({ ...message, entry: null, doubled: isDoubled(message) }),
    })),
    ...events.map(({ event }) => ({ at: event.at, item: { type: 'event', event } satisfies ConversationItem })),
    // What waits stands below what has happened, whatever the clocks say.
    ...live.flatMap((entry) => {
      const message = pendingMessage(state, entry);
      return message ? [{ at: Number.POSITIVE_INFINITY, item: messageItem(message) }] : [];
    }),
  ];
  return {
    synced: row ? conversationOf(row) : 'whole',
    items: items.sort((a, b) => (a.at === b.at ? order(a.item, b.item) : a.at - b.at)).map(({ item }) => item),
  };
}

/** Tells messages that one action of ours has made a second time: on this ticket, or by making this ticket besides its own. */
function doublesAmong(state: AccountState, id: TicketId, messages: readonly Message[]): (message: Message) => boolean {
  const first = new Map<string, Message>();
  for (const message of messages) {
    const { clientId } = message;
    const other = clientId === null ? undefined : first.get(clientId);
    if (clientId !== null && (!other || compareMessages(message, other) < 0)) first.set(clientId, message);
  }
  return (message) => {
    if (message.clientId === null) return false;
    const own = newTicketId(state.account.id, message.clientId);
    return first.get(message.clientId) !== message || (own !== id && state.columns.indexOf(own) >= 0);
  };
}

export const compareMessages = (a: Message, b: Message): number =>
  a.createdAt - b.createdAt || compareRemoteIds(a.remoteId, b.remoteId);

/**
 * A helpdesk that cannot carry our id may tell a message by sync before it has answered the request that made it. Until it
 * answers, a message of mine that is newer than what the entry was written on and says the same stands for the entry. Only while
 * it is being sent: of one whose answer was lost the agent must see that nobody knows.
 */
function withoutDelivered(
  waiting: readonly OutboxEntry[],
  messages: readonly Message[],
  me: RemoteId,
): readonly OutboxEntry[] {
  const taken = new Set<RemoteId>();
  return waiting.filter(({ action, state, base }) => {
    if (state.name !== 'sending' || action.kind === 'update' || action.kind === 'create') return true;
    const { kind, words } = action;
    const said = previewOf({ body: { format: 'html', content: words.html } });
    if (said === '' || base.lastMessageAt === null) return true;
    const since = base.lastMessageAt;
    const arrived = messages.find(
      (message) =>
        message.authorId === me &&
        message.kind === kind &&
        message.clientId === null &&
        message.createdAt >= since &&
        message.remoteId !== base.lastMessageRemoteId &&
        !taken.has(message.remoteId) &&
        previewOf(message) === said,
    );
    if (arrived) taken.add(arrived.remoteId);
    return !arrived;
  });
}

const messageItem = (message: ShownMessage): ConversationItem => ({ type: 'message', message });

/** At one time: by id, messages before events. */
function order(a: ConversationItem, b: ConversationItem): number {
  if (a.type !== b.type) return a.type === 'message' ? -1 : 1;
  return compareRemoteIds(idOf(a), idOf(b));
}
const idOf = (item: ConversationItem): RemoteId =>
  item.type === 'message' ? item.message.remoteId : item.event.remoteId;

function kindOf(action: Exclude<Action, { readonly kind: 'update' }>): Message['kind'] {
  if (action.kind === 'create') return action.public ? 'reply' : 'note';
  return action.kind;
}

function pendingMessage(state: AccountState, entry: OutboxEntry): ShownMessage | null {
  const { action } = entry;
  if (action.kind === 'update' || (action.words.markdown === '' && action.words.files.length === 0)) return null;
  const me = state.account.me;
  const message: Message = {
    remoteId: entry.id,
    ticketRemoteId: entry.ticketRemoteId ?? entry.id,
    kind: kindOf(action),
    authorId: me.remoteId,
    authorName: nameOf(state, me.remoteId),
    authorRole: 'agent',
    body: { format: 'html', content: action.words.html },
    attachments: [
      ...action.words.files.map(({ sha256, ...file }) => ({ ...file, remoteId: sha256, inline: false })),
      ...(action.kind === 'forward' ? action.originals : []).map((file) => ({ ...file, inline: false })),
    ],
    ...(action.kind === 'forward' ? { to: action.to } : {}),
    channel: 'web',
    createdAt: entry.createdAt,
    clientId: entry.id,
  };
  return { ...message, entry, doubled: false };
}
