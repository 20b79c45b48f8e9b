import type { Rows } from '#shared/domain/batch.ts';
import type { EVENT_KINDS } from '#shared/domain/conversation.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { isNews } from '#shared/outbox/hold.ts';
import { touchedBy } from '#shared/outbox/touched.ts';

type EventKind = (typeof EVENT_KINDS)[number];

const KINDS: Readonly<Record<string, EventKind>> = { assigneeId: 'assignee', groupId: 'group' };

/** What of a ticket's history changes to these fields show as. */
const kindsOf = (changes: TicketChanges): readonly string[] =>
  touchedBy(changes).map((touched) => {
    if (touched.startsWith('tag ')) return 'tags';
    if (touched.startsWith('field ')) return 'field';
    return KINDS[touched] ?? touched;
  });

/**
 * Whether whatever has moved on a ticket since an instant (UTC ms) came of what the agent did here: nobody else wrote since what the
 * entry was written on, and fields were changed by the helpdesk itself alone (a default, a trigger, a reply that reopens) or as `tried`
 * were to change them. False where the rows do not tell the whole history.
 */
export function isOwnDoing(
  rows: Rows,
  entry: OutboxEntry,
  {
    ticketRemoteId,
    since,
    me,
    tried,
  }: {
    readonly ticketRemoteId: RemoteId;
    readonly since: number;
    readonly me: RemoteId;
    /** What may have been changed here, by this entry or others. */
    readonly tried: readonly TicketChanges[];
  },
): boolean {
  const isOfTicket = (one: { readonly ticketRemoteId: RemoteId }): boolean => one.ticketRemoteId === ticketRemoteId;
  if (!rows.conversations.some(isOfTicket)) return false;
  if (rows.messages.some((message) => isOfTicket(message) && isNews(message, entry, me))) return false;
  const expected = new Set<string>(tried.flatMap(kindsOf));
  return (
    rows.events
      // Helpdesks tell whole seconds: what I did in the very second may be the last of what was there before.
      .filter((event) => isOfTicket(event) && (event.at > since || (event.at === since && event.actorId !== me)))
      .filter(({ kind }) => kind !== 'created')
      .every(({ actorId, kind }) => actorId === null || (actorId === me && expected.has(kind)))
  );
}
