import type { RemoteId, TicketId } from '#shared/domain/ids.ts';
import { type StoreContext, stateOf } from './store-context.ts';

/**
 * What a ticket's requester reads, BCP 47; null where it is not known.
 * @param chosen who it is for, of a ticket that is not there yet
 */
export function requesterLanguage(
  context: StoreContext,
  ticketId: TicketId | null,
  chosen: RemoteId | null = null,
): string | null {
  const state = ticketId === null ? undefined : stateOf(context, ticketId);
  if (!state || ticketId === null) return null;
  const { columns, people } = state;
  const index = columns.indexOf(ticketId);
  const requesterId = index < 0 ? chosen : columns.people.value(columns.numbers().requester[index] ?? 0);
  return requesterId === null ? null : (people.get(requesterId)?.locale ?? null);
}
