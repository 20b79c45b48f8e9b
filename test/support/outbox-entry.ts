import type { Message } from '#shared/domain/conversation.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { Action } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';

/** 2026-11-02T09:00:00Z */
export const NOON = 1_793_610_000_000;

export const replyAction = (markdown: string, changes: Action['changes'] = {}): Action => ({
  kind: 'reply',
  words: { markdown, html: `<p>${markdown}</p>`, files: [] },
  cc: [],
  changes,
});
export const noteAction = (markdown: string): Action => ({
  kind: 'note',
  words: { markdown, html: `<p>${markdown}</p>`, files: [] },
  changes: {},
});

export const forwardAction = (
  markdown: string,
  change: Partial<Extract<Action, { readonly kind: 'forward' }>> = {},
): Action => ({
  kind: 'forward',
  to: ['post@carrier.example'],
  subject: 'Fwd: Where is my parcel?',
  words: { markdown, html: `<p>${markdown}</p>`, files: [] },
  originals: [],
  changes: {},
  ...change,
});

/** An entry of ticket 1, or another of the account, as it is made; `number` orders entries. */
export function anEntry(number: number, change: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    ...atHelpdesk(change.ticketId ?? 'test:1'),
    id: `01${String(number).padStart(24, '0')}`,
    accountId: 'test',
    action: replyAction('Hello'),
    base: { version: 'v1', lastMessageRemoteId: 'm1', lastMessageAt: NOON - 60_000, values: {} },
    createdAt: NOON,
    notBefore: NOON,
    state: { name: 'queued', retryAt: null },
    attempts: 0,
    lastAttemptAt: null,
    sendAnyway: false,
    ...change,
  };
}

const atHelpdesk = (ticketId: string) => ({ ticketId, ticketRemoteId: ticketId.slice(ticketId.indexOf(':') + 1) });

export function aTicket(change: Partial<Ticket> = {}): Ticket {
  return {
    remoteId: '1',
    number: '1',
    subject: 'Where is my parcel?',
    preview: '',
    status: 'open',
    statusName: 'open',
    priority: 'normal',
    type: null,
    channel: 'email',
    requesterId: 'customer',
    assigneeId: 'me',
    groupId: 'g1',
    organizationId: null,
    tags: [],
    fields: {},
    createdAt: NOON - 600_000,
    updatedAt: NOON - 60_000,
    solvedAt: null,
    sla: [],
    links: [],
    followerIds: [],
    version: 'v1',
    url: null,
    ...change,
  };
}

export function aMessage(remoteId: string, change: Partial<Message> = {}): Message {
  return {
    remoteId,
    ticketRemoteId: '1',
    kind: 'reply',
    authorId: 'customer',
    authorName: 'Maja',
    authorRole: 'requester',
    body: { format: 'text', content: `message ${remoteId}` },
    attachments: [],
    channel: 'email',
    createdAt: NOON - 60_000,
    clientId: null,
    ...change,
  };
}
