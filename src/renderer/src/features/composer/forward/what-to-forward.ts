import type { Conversation, ShownMessage } from '#renderer/store/desk-tickets.ts';
import type { OriginalFile } from '#shared/outbox/action.ts';
import { safeName, uniqueName } from '../files/file-name.ts';
import { WHOLE } from './forward-fields.ts';

/** What can be forwarded, oldest first: what is still on its way was not said yet. */
export const delivered = (conversation: Conversation | null): readonly ShownMessage[] =>
  (conversation?.items ?? []).flatMap((item) =>
    item.type === 'message' && item.message.entry === null ? item.message : [],
  );

/** The message with this key, else the last that the customer and we have exchanged. */
export function messageFor(messages: readonly ShownMessage[], key: string | null): ShownMessage | null {
  const named = key === null ? undefined : messages.find(({ clientId, remoteId }) => key === (clientId ?? remoteId));
  return named ?? messages.findLast(isExchanged) ?? null;
}

/** What a source stands for. The whole conversation is what the customer has seen of it: notes go one by one, on purpose. */
export const messagesOf = (messages: readonly ShownMessage[], source: string): readonly ShownMessage[] =>
  messages.filter((message) => (source === WHOLE ? isExchanged(message) : message.remoteId === source));

const isExchanged = ({ kind, authorRole }: ShownMessage): boolean => kind === 'reply' && authorRole !== 'system';

/** The files of messages, under names of their own. */
export function originalsOf(messages: readonly ShownMessage[]): readonly OriginalFile[] {
  const originals: OriginalFile[] = [];
  for (const { attachments, ticketRemoteId } of messages)
    for (const { remoteId, name, mimeType, size } of attachments) {
      const taken = originals.map((one) => one.name);
      if (originals.every((one) => one.remoteId !== remoteId))
        originals.push({ remoteId, name: uniqueName(safeName(name), taken), mimeType, size, ticketRemoteId });
    }
  return originals;
}
