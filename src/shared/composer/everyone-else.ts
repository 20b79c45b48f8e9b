import type { Message } from '../domain/conversation.ts';
import type { RemoteId } from '../domain/ids.ts';
import type { Ticket } from '../domain/ticket.ts';

/**
 * Addresses of everybody a reply to all goes to besides the requester: whom the helpdesk keeps in copy, to whom the last public
 * message was addressed as well, and the customers who have written. Not me, and no colleague for having answered: they wrote in
 * the account's name.
 * @param messages oldest first
 */
export function everyoneElse(
  { copies = [], requesterId }: Pick<Ticket, 'copies' | 'requesterId'>,
  messages: readonly Message[],
  { me, emailOf }: { readonly me: string | null; readonly emailOf: (person: RemoteId) => string | null },
): readonly string[] {
  const said = messages.filter(({ kind, authorRole }) => kind === 'reply' && authorRole !== 'system');
  const senders = said.flatMap(({ authorRole, authorId }) => (authorRole === 'requester' && authorId ? authorId : []));
  const all = [...copies.map(({ email }) => email), ...(said.at(-1)?.cc ?? []), ...senders.map(emailOf)];
  const seen = new Set([me, requesterId && emailOf(requesterId)].map((address) => address?.toLowerCase()));
  return all.flatMap((address) => {
    if (address === null || seen.has(address.toLowerCase())) return [];
    seen.add(address.toLowerCase());
    return address;
  });
}
