import type { Message, TicketEvent } from '#shared/domain/conversation.ts';
import type { Channel } from '#shared/domain/ticket.ts';
import type { History } from './history.ts';
import { eventRow } from './map-event.ts';
import { messageRow } from './map-message.ts';
import { previewOf } from './plain-text.ts';

export type Conversation = {
  readonly messages: readonly Message[];
  readonly events: readonly TicketEvent[];
  readonly preview: string;
  readonly channel: Channel;
};

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
