import type { TicketId } from '#shared/domain/ids.ts';
import type { AccountState } from './account-state.ts';

/** A ticket's subject and number; a ticket that is not here has no number, and what `fallback` says for a subject. */
export function titleOf(
  state: AccountState,
  ticketId: TicketId,
  fallback = '',
): { readonly subject: string; readonly number: string } {
  const index = state.columns.indexOf(ticketId);
  if (index < 0) return { subject: fallback, number: '' };
  const { subject, number } = state.columns.textAt(index);
  return { subject, number };
}
