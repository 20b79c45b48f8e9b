import type { TicketId } from '#shared/domain/ids.ts';
import { historyOf } from '#shared/metrics/history.ts';
import { pendingStepsOf } from '#shared/metrics/pending-steps.ts';
import type { TicketHistory } from '#shared/metrics/ticket-history.ts';
import { type AccountState, entriesOf } from './account-state.ts';
import { conversationOf } from './show-ticket.ts';
import type { EventRow, MessageRow, OfTicket, RatingRow, Tables, TicketRow } from './storage.ts';

/** What figures are made from. `gone`: tickets that are in none, because they were deleted, or cannot be seen any more. */
export type Histories = { readonly put: readonly TicketHistory[]; readonly gone: readonly TicketId[] };

type TicketParts = {
  readonly tickets: readonly TicketRow[];
  readonly messages: readonly MessageRow[];
  readonly events: readonly EventRow[];
  readonly ratings: readonly RatingRow[];
};

/** Of all tickets whose ids lie from `first` to `last`. */
export async function historiesBetween(state: AccountState, first: TicketId, last: TicketId): Promise<Histories> {
  const { storage } = state;
  const [tickets, messages, events, ratings] = await Promise.all([
    storage.between('tickets', first, last),
    storage.between('messages', first, last),
    storage.between('events', first, last),
    storage.between('ratings', first, last),
  ]);
  return historiesOf(state, { tickets, messages, events, ratings });
}

/** Of some tickets that may lie anywhere; those that have no row are gone. */
export async function historiesOfSome(state: AccountState, ids: readonly TicketId[]): Promise<Histories> {
  // One by one: many at once are read along a cursor, which takes several times as long.
  const of = async <T extends OfTicket>(table: T): Promise<readonly Tables[T][]> =>
    (await Promise.all(ids.map((id) => state.storage.ofTickets(table, [id])))).flat();
  const [rows, messages, events, ratings] = await Promise.all([
    state.storage.getMany('tickets', ids),
    of('messages'),
    of('events'),
    of('ratings'),
  ]);
  const tickets = rows.flatMap((row) => row ?? []);
  const { put, gone } = historiesOf(state, { tickets, messages, events, ratings });
  return { put, gone: [...gone, ...ids.filter((_, at) => rows[at] === undefined)] };
}

function historiesOf(state: AccountState, { tickets, messages, events, ratings }: TicketParts): Histories {
  const { id: accountId, me } = state.account;
  const its = { messages: byTicket(messages), events: byTicket(events), ratings: byTicket(ratings) };
  const here = tickets.filter(({ gone }) => gone === null);
  const put = here.map((row) =>
    historyOf(
      row.ticket,
      (its.messages.get(row.id) ?? []).map(({ message }) => message),
      (its.events.get(row.id) ?? []).map(({ event }) => event),
      {
        ticketId: row.id,
        accountId,
        whole: conversationOf(row) === 'whole',
        ratings: (its.ratings.get(row.id) ?? []).map(({ rating }) => rating),
        pending: entriesOf(state, row.id).map((entry) => pendingStepsOf(entry, me.remoteId)),
      },
    ),
  );
  return { put, gone: tickets.flatMap(({ id, gone }) => (gone === null ? [] : [id])) };
}

function byTicket<Row extends { readonly ticketId: TicketId }>(rows: readonly Row[]): ReadonlyMap<TicketId, Row[]> {
  const of = new Map<TicketId, Row[]>();
  for (const row of rows) {
    const its = of.get(row.ticketId);
    if (its) its.push(row);
    else of.set(row.ticketId, [row]);
  }
  return of;
}
