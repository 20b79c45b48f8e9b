import type { Conversation, TicketDetail } from '#renderer/store/desk-tickets.ts';

/** Whose names may stand in what is quoted from a ticket: everyone who is a part of it or wrote in it. */
export function knownNames(
  { requester, assignee, followers }: TicketDetail,
  conversation: Conversation,
): readonly string[] {
  const people = [requester, assignee, ...followers].flatMap((person) => person?.name ?? []);
  const authors = conversation.items.flatMap((item) =>
    item.type === 'message' && item.message.authorRole !== 'system' ? [item.message.authorName] : [],
  );
  return [...new Set([...people, ...authors])].filter((name) => name.trim() !== '');
}
