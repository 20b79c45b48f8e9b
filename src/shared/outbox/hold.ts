import type { Message } from '../domain/conversation.ts';
import { compareRemoteIds, type RemoteId } from '../domain/ids.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketChanges } from './action.ts';
import type { HOLD_REASONS, OutboxEntry } from './entry.ts';

/** An entry that waited this long for the network is shown to the agent before it goes. */
export const TOO_OLD_MS = 12 * 60 * 60 * 1000;

export type Hold = { readonly reason: (typeof HOLD_REASONS)[number]; readonly fields: readonly string[] };

/**
 * Whether an entry must be shown to the agent before it is sent, given the conversation as the helpdesk tells it now.
 * Only a message by a person other than me holds, and only a reply; bots, triggers, notifications and my own actions do not.
 */
export function holdOf(
  entry: OutboxEntry,
  now: { readonly ticket: Ticket; readonly messages: readonly Message[]; readonly me: RemoteId; readonly at: number },
): Hold | null {
  if (entry.sendAnyway) return null;
  if (isTooOld(entry, now.at)) return { reason: 'too-old', fields: [] };
  if (entry.action.kind === 'reply' && now.messages.some((message) => isNews(message, entry, now.me)))
    return { reason: 'newer-message', fields: [] };
  const fields = conflictingFields(entry, now.ticket);
  return fields.length > 0 ? { reason: 'field-conflict', fields } : null;
}

/** Whether an entry has waited so long that the agent should see it before it goes. */
export const isTooOld = (entry: OutboxEntry, at: number): boolean =>
  !entry.sendAnyway && at - entry.createdAt > TOO_OLD_MS;

/**
 * Whether a message is by a person other than me and came after what the entry was written on. What is forwarded, and answered to
 * that, is said beside the conversation.
 */
export const isNews = (message: Message, entry: OutboxEntry, me: RemoteId): boolean =>
  message.kind !== 'forward' &&
  message.authorRole !== 'system' &&
  message.authorId !== me &&
  isAfterBase(message, entry.base);

/** Helpdesks count in seconds, so that several messages may have come in the one of the last that the agent saw. */
export const isAfterBase = (message: Message, { lastMessageAt, lastMessageRemoteId }: OutboxEntry['base']): boolean =>
  message.createdAt === lastMessageAt && lastMessageRemoteId !== null
    ? compareRemoteIds(message.remoteId, lastMessageRemoteId) > 0
    : message.createdAt > (lastMessageAt ?? 0);

const COMPARED = ['status', 'priority', 'type', 'subject', 'assigneeId', 'groupId'] as const;

/** Fields that both sides changed since the agent looked, to different values. Tags and followers merge by themselves. */
export function conflictingFields(entry: OutboxEntry, ticket: Ticket): readonly string[] {
  const wanted: TicketChanges = entry.action.changes;
  const base = entry.base.values;
  const plain = COMPARED.filter(
    (field) =>
      wanted[field] !== undefined &&
      base[field] !== undefined &&
      ticket[field] !== base[field] &&
      ticket[field] !== wanted[field],
  );
  const custom = Object.keys(wanted.fields ?? {}).filter((field) => {
    const [theirs, ours, before] = [ticket.fields[field], wanted.fields?.[field], base.fields?.[field]].map((value) =>
      JSON.stringify(value ?? null),
    );
    return base.fields !== undefined && field in base.fields && theirs !== before && theirs !== ours;
  });
  return [...plain, ...custom];
}
