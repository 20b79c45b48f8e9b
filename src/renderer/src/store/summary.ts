import type { Message } from '#shared/domain/conversation.ts';
import { compareRemoteIds, type RemoteId } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { isDone } from '#shared/outbox/overlay.ts';
import { bodyText } from './body-text.ts';

/** What a ticket's messages say about it. Adding the same messages again, in any order, ends in the same summary. */
export type Summary = {
  /** Of the newest public message known; `previewAt` 0 without one. */
  readonly preview: string;
  readonly previewAt: number;
  readonly lastMessageRemoteId: RemoteId | null;
  readonly lastMessageAt: number | null;
  /** By a person other than me; 0 without one. */
  readonly lastOtherAt: number;
  readonly lastMineAt: number;
  /** Newest public answer by an agent; 0 without one. */
  readonly answeredAt: number;
  /** Public messages of the requester since, ascending. */
  readonly unanswered: readonly number[];
};

export const noSummary: Summary = {
  preview: '',
  previewAt: 0,
  lastMessageRemoteId: null,
  lastMessageAt: null,
  lastOtherAt: 0,
  lastMineAt: 0,
  answeredAt: 0,
  unanswered: [],
};

export const PREVIEW_LENGTH = 200;

export function summarise(before: Summary, messages: readonly Message[], me: RemoteId): Summary {
  return messages.reduce((summary, message) => add(summary, message, me), before);
}

function add(summary: Summary, message: Message, me: RemoteId): Summary {
  const at = message.createdAt;
  const byPerson = message.authorRole !== 'system';
  const isPublic = message.kind === 'reply';
  const mine = message.authorId === me;
  const answeredAt = isPublic && message.authorRole === 'agent' ? Math.max(summary.answeredAt, at) : summary.answeredAt;
  const asks = isPublic && message.authorRole === 'requester';
  const unanswered = [...new Set(asks ? [...summary.unanswered, at] : summary.unanswered)]
    .filter((time) => time > answeredAt)
    .sort((a, b) => a - b);
  // What is said to people outside stands beside the conversation.
  const newest =
    message.kind !== 'forward' && isAfter(at, message.remoteId, summary.lastMessageAt, summary.lastMessageRemoteId);
  const shows = isPublic && byPerson && at >= summary.previewAt;
  return {
    preview: shows ? previewOf(message) : summary.preview,
    previewAt: shows ? at : summary.previewAt,
    lastMessageRemoteId: newest ? message.remoteId : summary.lastMessageRemoteId,
    lastMessageAt: newest ? at : summary.lastMessageAt,
    lastOtherAt: byPerson && !mine ? Math.max(summary.lastOtherAt, at) : summary.lastOtherAt,
    lastMineAt: mine ? Math.max(summary.lastMineAt, at) : summary.lastMineAt,
    answeredAt,
    unanswered,
  };
}

const isAfter = (at: number, id: RemoteId, lastAt: number | null, lastId: RemoteId | null): boolean =>
  lastAt === null || at > lastAt || (at === lastAt && compareRemoteIds(id, lastId ?? '') >= 0);

/** When the requester began to wait. A new ticket whose messages are not here yet has waited since it was made. */
export function waitingSinceOf(ticket: Ticket, summary: Summary): number | null {
  if (isDone(ticket.status)) return null;
  if (summary.lastMessageAt === null) return ticket.status === 'new' ? ticket.createdAt : null;
  return summary.unanswered[0] ?? null;
}

/** Bodies reach megabytes; a preview comes from their beginning. */
const READ_FOR_PREVIEW = 20_000;

/** Text for one line of a list. Never shown as HTML. */
export function previewOf(message: Pick<Message, 'body'>): string {
  return bodyText(message.body, READ_FOR_PREVIEW).replace(/\s+/gu, ' ').trim().slice(0, PREVIEW_LENGTH);
}
