import { everyoneElse } from '#shared/composer/everyone-else.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { type AccountState, entriesOf } from './account-state.ts';
import { compareMessages, requesterOf } from './answer-ticket.ts';
import { showTicket } from './show-ticket.ts';

/** Addresses to which a reply to all of a ticket goes besides its requester's. */
export async function answerEveryoneElse(state: AccountState, id: TicketId): Promise<readonly string[]> {
  const { me } = state.account;
  const [row, messages] = await Promise.all([
    state.storage.get('tickets', id),
    state.storage.ofTickets('messages', [id]),
  ]);
  const pending = entriesOf(state, id);
  const shown = showTicket(row, pending, me.remoteId);
  if (!shown) return [];
  const requester = requesterOf(state, shown.ticket, pending);
  return everyoneElse(shown.ticket, messages.map(({ message }) => message).sort(compareMessages), {
    me: me.email,
    emailOf: (person) => (person === shown.ticket.requesterId ? requester : state.people.get(person))?.email ?? null,
  });
}
