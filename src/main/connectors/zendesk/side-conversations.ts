import type { CallOptions } from '#main/connectors/contract.ts';
import type { Message } from '#shared/domain/conversation.ts';
import { type Failure, isGone } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import { toSideMessage } from './map-side-conversation.ts';
import { readList } from './wire.ts';
import { sideConversationSchema, sideEventSchema, type WireSideConversation } from './wire-side-conversation.ts';

const listSchema = z.looseObject({ side_conversations: z.array(z.unknown()) });
const eventsSchema = z.looseObject({ events: z.array(z.unknown()) });

/** More are rare, and each costs a request. */
const MOST_READ = 10;
/** How long an account that has none is not asked again. */
const KEEP_MS = 10 * 60_000;

export const sidePath = (ticketRemoteId: RemoteId): string =>
  `/api/v2/tickets/${encodeURIComponent(ticketRemoteId)}/side_conversations`;

/** What is said on tickets to people outside of them: what was forwarded, and the answers. */
export type SideConversations = {
  readonly list: (
    ticketRemoteId: RemoteId,
    options: CallOptions,
  ) => Promise<Result<readonly WireSideConversation[], Failure>>;
  readonly messagesOf: (
    ticketRemoteId: RemoteId,
    conversation: WireSideConversation,
    options: CallOptions,
  ) => Promise<Result<readonly Message[], Failure>>;
  /**
   * All of a ticket that can be had now. Empty where the account has none or they cannot be read at the moment: what is kept of
   * them stays, and the conversation with the customer does not wait for it.
   */
  readonly read: (ticketRemoteId: RemoteId, options: CallOptions) => Promise<readonly Message[]>;
};

export function openSideConversations(client: Client, now: () => number, forwards: boolean): SideConversations {
  let noneUntil = forwards ? 0 : Number.POSITIVE_INFINITY;

  const list: SideConversations['list'] = async (id, options) => {
    const answer = await client.get(sidePath(id), listSchema, options);
    if (!answer.ok) return answer;
    return ok(readList(sideConversationSchema, answer.value.side_conversations, 'message', []));
  };
  const messagesOf: SideConversations['messagesOf'] = async (id, conversation, options) => {
    const path = `${sidePath(id)}/${encodeURIComponent(conversation.id)}/events`;
    const answer = await client.get(path, eventsSchema, options);
    if (!answer.ok) return answer;
    const events = readList(sideEventSchema, answer.value.events, 'message', []);
    return ok(events.flatMap((event) => toSideMessage(event, conversation, id, client.origin) ?? []));
  };
  return {
    list,
    messagesOf,
    read: async (id, options) => {
      if (now() < noneUntil) return [];
      const found = await list(id, options);
      if (!found.ok) {
        // A plan without them, or a role that may not see them.
        if (isGone(found.error)) noneUntil = now() + KEEP_MS;
        return [];
      }
      const messages: Message[] = [];
      for (const conversation of found.value.slice(0, MOST_READ)) {
        const read = await messagesOf(id, conversation, options);
        if (read.ok) messages.push(...read.value);
      }
      return messages;
    },
  };
}
