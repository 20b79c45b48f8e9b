import type { ConversationItem, ShownMessage } from '#renderer/store/desk-tickets.ts';
import type { TicketEvent } from '#shared/domain/conversation.ts';

/** What stands in the conversation: a message, or all that happened between two messages as one quiet line. */
export type Block =
  | { readonly type: 'message'; readonly key: string; readonly message: ShownMessage }
  | { readonly type: 'events'; readonly key: string; readonly events: readonly TicketEvent[] };

/** Consecutive events become one block. The conversation's own creation is told by its first message. */
export function toBlocks(items: readonly ConversationItem[]): readonly Block[] {
  const blocks: Block[] = [];
  let events: TicketEvent[] = [];
  const flush = (): void => {
    const first = events[0];
    if (first) blocks.push({ type: 'events', key: `e ${first.remoteId}`, events });
    events = [];
  };
  for (const item of items) {
    if (item.type === 'event') {
      if (item.event.kind !== 'created') events.push(item.event);
    } else {
      flush();
      blocks.push({ type: 'message', key: keyOf(item.message), message: item.message });
    }
  }
  flush();
  return blocks;
}

/** A message keeps its key when the helpdesk's copy takes the place of the pending one, so that nothing is painted anew. */
const keyOf = (message: ShownMessage): string => `m ${message.entry?.id ?? message.clientId ?? message.remoteId}`;

/** How many of the newest messages stand open, and how many there must be before older ones fold into a line. */
export const OPEN_MESSAGES = 5;

/** Index of the first block that is not folded away; 0 when nothing is. One or two older messages are not worth a line. */
export function firstShown(blocks: readonly Block[]): number {
  const messages = blocks.flatMap((block, index) => (block.type === 'message' ? [index] : []));
  return messages.length <= OPEN_MESSAGES + 2 ? 0 : (messages.at(-OPEN_MESSAGES) ?? 0);
}

/** Key of the message to read first: the first that nobody on our side has answered, else the newest. Null without any. */
export function firstUnanswered(blocks: readonly Block[]): string | null {
  const messages = blocks.flatMap((block) => (block.type === 'message' ? [block] : []));
  const lastOurs = messages.findLastIndex(({ message }) => message.kind === 'reply' && message.authorRole === 'agent');
  const after = messages.slice(lastOurs + 1).find(({ message }) => message.authorRole === 'requester');
  return (after ?? messages.at(-1))?.key ?? null;
}
