import type { Rows } from '#shared/domain/batch.ts';
import { ticketIdOf } from '#shared/domain/ids.ts';
import { historyOf } from '#shared/metrics/history.ts';
import type { TicketHistory } from '#shared/metrics/ticket-history.ts';
import { account } from '../unit/renderer/store/fixtures.ts';

/** Histories of the tickets whose conversations are in these rows, by the ticket's number. */
export function historiesOf(pages: readonly Rows[]): ReadonlyMap<number, TicketHistory> {
  const found = new Map<number, TicketHistory>();
  for (const { tickets, conversations, messages, events } of pages)
    for (const ticket of tickets) {
      const { remoteId } = ticket;
      const its = <Row extends { readonly ticketRemoteId: string }>(rows: readonly Row[]) =>
        rows.filter(({ ticketRemoteId }) => ticketRemoteId === remoteId);
      if (its(conversations).length === 0) continue;
      const history = historyOf(ticket, its(messages), its(events), {
        ticketId: ticketIdOf(account.id, remoteId),
        accountId: account.id,
        whole: true,
      });
      found.set(Number(remoteId), history);
    }
  return found;
}
