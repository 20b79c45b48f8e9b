import type { Message } from '#shared/domain/conversation.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { ACTION_KEY } from './map-conversation.ts';
import { readList } from './wire.ts';
import { sideAttachmentSchema, type WireSideConversation, type WireSideEvent } from './wire-side-conversation.ts';

/** What an id may be long; Holdfast keeps no longer ones. */
const MOST_ID = 200;

/** The entry that something was forwarded for, when Holdfast did it. */
export const actionOf = (ids: WireSideConversation['external_ids']): string | null => {
  const mark = ids?.[ACTION_KEY];
  return typeof mark === 'string' && mark !== '' ? mark : null;
};

/** One message of a side conversation; null for what is none, such as its being closed. */
export function toSideMessage(
  event: WireSideEvent,
  conversation: WireSideConversation,
  ticketRemoteId: RemoteId,
  origin: string,
): Message | null {
  const { message, actor, type } = event;
  if (message === null || (type !== 'create' && type !== 'reply')) return null;
  const from = message.from ?? actor;
  const to = message.to.flatMap(({ email, name }) => email ?? name ?? []);
  return {
    remoteId: event.id,
    ticketRemoteId,
    kind: 'forward',
    authorId: from?.user_id == null ? null : String(from.user_id),
    authorName: from?.name ?? from?.email ?? '',
    // Only agents have a number there.
    authorRole: from?.user_id == null ? 'outside' : 'agent',
    body:
      message.html_body === null
        ? { format: 'text', content: message.body ?? '' }
        : { format: 'html', content: message.html_body },
    attachments: attachmentsOf(message.attachments, origin),
    to,
    channel: 'email',
    createdAt: event.created_at,
    clientId: actionOf(message.external_ids) ?? (type === 'create' ? actionOf(conversation.external_ids) : null),
  };
}

/** Their bytes lie under an address of their own, which stands for the id that `attachment()` takes. */
const attachmentsOf = (wire: unknown, origin: string): Message['attachments'] =>
  readList(sideAttachmentSchema, wire, 'attachment', []).flatMap((file) => {
    if (file.content_url === null || !URL.canParse(file.content_url, origin)) return [];
    const { pathname, origin: host } = new URL(file.content_url, origin);
    if (host !== origin || pathname.length > MOST_ID) return [];
    return {
      remoteId: pathname,
      name: file.file_name,
      mimeType: file.content_type,
      size: Math.max(0, Math.trunc(file.size)),
      inline: false,
    };
  });
