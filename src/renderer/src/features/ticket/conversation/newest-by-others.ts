import type { ConversationItem } from '#renderer/store/desk-tickets.ts';
import type { Message } from '#shared/domain/conversation.ts';
import type { RemoteId } from '#shared/domain/ids.ts';

export type Meanwhile = {
  readonly who: string;
  readonly did: 'replied' | 'noted' | 'wrote' | 'forwarded' | 'changed';
  readonly at: number;
  /** Null for a change of fields. */
  readonly messageRemoteId: RemoteId | null;
};

/**
 * The newest thing that a person other than me did since `since` (UTC ms by the helpdesk's clock), messages before changes: what
 * was said matters more than what was set along with it. Null when there is nothing, or I have answered since.
 */
export function newestByOthers(
  items: readonly ConversationItem[],
  me: RemoteId | null,
  since: number,
): Meanwhile | null {
  const messages = items.flatMap((item) => (item.type === 'message' ? [item.message] : []));
  const mine = messages.findLast(({ authorId, entry }) => entry !== null || (me !== null && authorId === me));
  const from = Math.max(since, mine && mine.entry === null ? mine.createdAt : 0);
  const said = messages.findLast(
    ({ authorRole, authorId, entry, createdAt }) =>
      entry === null && authorRole !== 'system' && authorId !== me && createdAt >= from,
  );
  if (said) {
    return { who: said.authorName, did: whatWasDone(said), at: said.createdAt, messageRemoteId: said.remoteId };
  }
  const events = items.flatMap((item) => (item.type === 'event' ? [item.event] : []));
  const done = events.findLast(({ actorId, at }) => actorId !== null && actorId !== me && at >= from);
  return done ? { who: done.actorName, did: 'changed', at: done.at, messageRemoteId: null } : null;
}

function whatWasDone({ authorRole, kind }: Message): Meanwhile['did'] {
  if (authorRole !== 'agent') return 'wrote';
  return kind === 'note' ? 'noted' : kind === 'forward' ? 'forwarded' : 'replied';
}
