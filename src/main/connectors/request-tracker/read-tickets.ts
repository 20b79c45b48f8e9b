import type { CallOptions } from '#main/connectors/contract.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Person } from '#shared/domain/desk.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Client } from './client.ts';
import type { Known } from './known.ts';
import { conversationOf, hasMessage, personRow, roleOf, ticketRow } from './map.ts';
import { allPages, PAGE } from './pages.ts';
import { createPartReader } from './read-parts.ts';
import { statusOf } from './status.ts';
import { parseMany, singleTicketWire, ticketWire, transactionWire, type WireTicket, type WireUser } from './wire.ts';

const USER_FIELDS = 'id,Name,RealName,EmailAddress';
export const TICKET_PARAMS = {
  fields:
    'Subject,Status,Queue,Owner,Requestor,Creator,Created,LastUpdated,Resolved,Started,Priority,CustomFields,Type',
  'fields[Owner]': USER_FIELDS,
  'fields[Requestor]': USER_FIELDS,
  'fields[Creator]': USER_FIELDS,
  'fields[Queue]': 'id,Name,Lifecycle',
};
const TRANSACTION_PARAMS = {
  orderby: 'id',
  order: 'DESC',
  fields: 'ObjectId,Type,Field,OldValue,NewValue,Data,Creator,Created',
  'fields[Creator]': USER_FIELDS,
};
export type TicketReader = {
  /** Headers alone, for lists. Their `version` stands for the hour of the last change, not for a transaction. */
  headers(wires: readonly WireTicket[], call: CallOptions): Promise<Result<Rows, Failure>>;
  /** Tickets by id with all that was said and done; those that are gone come back as removals. */
  whole(ids: readonly RemoteId[], call: CallOptions): Promise<Result<Rows, Failure>>;
};

/** A header read without history has no transaction to be conditioned on. */
export const looseVersion = (wire: WireTicket): string => `at-${wire.LastUpdated}`;

export function createTicketReader(client: Client, known: Known, base: string): TicketReader {
  const attachmentsOf = createPartReader(client);
  const statusFor = async (wire: WireTicket, call: CallOptions) => {
    const kind = await known.statusClass(wire.Queue.Lifecycle, wire.Status, wire.Started, call);
    return kind.ok ? ok(statusOf(wire.Status, kind.value)) : kind;
  };

  const headers: TicketReader['headers'] = async (wires, call) => {
    const shapes = await known.shapes(call);
    if (!shapes.ok) return shapes;
    const rows = noRows();
    const people = new Map<string, Person>();
    for (const wire of wires) {
      const status = await statusFor(wire, call);
      if (!status.ok) return status;
      const version = looseVersion(wire);
      rows.tickets.push(
        ticketRow(wire, { status: status.value, version, preview: '', channel: 'email', base, shapes: shapes.value }),
      );
      gatherPeople(wire, people);
    }
    rows.people.push(...people.values());
    return ok(rows);
  };

  const whole: TicketReader['whole'] = async (ids, call) => {
    const rows = noRows();
    if (ids.length === 0) return ok(rows);
    const numbers = ids.map(Number).filter(Number.isSafeInteger);
    const [tickets, transactions, queues, shapes] = await Promise.all([
      client.search(
        'tickets',
        numbers.map((id) => `id = ${id}`).join(' OR '),
        { ...TICKET_PARAMS, per_page: String(PAGE) },
        call,
      ),
      allPages(
        client,
        'transactions',
        [
          { field: 'ObjectType', value: 'RT::Ticket' },
          { field: 'ObjectId', operator: 'IN', value: numbers },
        ],
        TRANSACTION_PARAMS,
        call,
        { ahead: Math.min(3, 1 + Math.floor(numbers.length / 10)), complete: hasEveryBeginning(numbers.length) },
      ),
      known.queues(call),
      known.shapes(call),
    ]);
    if (!tickets.ok) return tickets;
    if (!transactions.ok) return transactions;
    if (!queues.ok) return queues;
    if (!shapes.ok) return shapes;
    const wires = parseMany(ticketWire, tickets.value.items, 'ticket');
    // What is written while pages are read from the newest on is listed twice.
    const parsed = parseMany(transactionWire, transactions.value, 'message');
    const unique = new Map(parsed.good.toReversed().map((transaction) => [transaction.id, transaction]));
    const history = {
      good: [...unique.values()].sort((a, b) => Number(a.id) - Number(b.id)),
      unreadable: parsed.unreadable,
    };
    const readable = new Set(wires.good.map((wire) => wire.id));
    const attachments = await attachmentsOf(
      history.good
        .filter((transaction) => hasMessage(transaction) && readable.has(transaction.ObjectId))
        .map(({ id }) => id),
      call,
    );
    if (!attachments.ok) return attachments;
    rows.unreadable.push(...wires.unreadable, ...history.unreadable, ...attachments.value.unreadable);

    const people = new Map<string, Person>();
    const queueNames = new Map(queues.value.map((queue) => [queue.id, queue.Name]));
    const fieldNames = new Map([...shapes.value].map(([id, shape]) => [id, shape.name]));
    const userNames = new Map<string, string>();
    const noteName = (user: WireUser) => userNames.set(user.id, user.RealName === '' ? user.Name : user.RealName);
    for (const transaction of history.good) noteName(transaction.Creator);
    for (const wire of wires.good) for (const user of [wire.Owner, ...wire.Requestor, wire.Creator]) noteName(user);
    for (const wire of wires.good) {
      for (const field of wire.CustomFields ?? []) fieldNames.set(field.id, field.name);
      const own = history.good.filter((transaction) => transaction.ObjectId === wire.id);
      const talk = conversationOf({
        ticket: wire,
        transactions: own,
        attachments: attachments.value.byTransaction,
        fieldNames,
        userNames,
        queueNames,
      });
      const status = await statusFor(wire, call);
      if (!status.ok) return status;
      const version = own.at(-1)?.id ?? looseVersion(wire);
      rows.tickets.push(
        ticketRow(wire, {
          status: status.value,
          version,
          preview: talk.preview,
          channel: talk.channel,
          base,
          shapes: shapes.value,
        }),
      );
      rows.messages.push(...talk.messages);
      rows.events.push(...talk.events);
      rows.conversations.push({ ticketRemoteId: wire.id, version });
      gatherPeople(wire, people);
      for (const transaction of own) {
        if (!hasMessage(transaction) || people.has(transaction.Creator.id)) continue;
        const role = roleOf(transaction.Creator, wire);
        const person = role === 'system' ? null : personRow(transaction.Creator, role);
        if (person !== null) people.set(person.remoteId, person);
      }
    }
    rows.people.push(...people.values());
    const unread = new Set(wires.unreadable.map((row) => row.remoteId));
    for (const id of ids) {
      if (readable.has(id) || unread.has(id)) continue;
      const gone = await whyGone(id, call);
      if (!gone.ok) return gone;
      if (gone.value !== null) rows.removals.push(gone.value);
    }
    return ok(rows);
  };

  /** Searches leave out what is deleted, merged or not ours to see; asked by itself a ticket says which. */
  const whyGone = async (
    id: RemoteId,
    call: CallOptions,
  ): Promise<Result<Rows['removals'][number] | null, Failure>> => {
    const answer = await client.read(`ticket/${encodeURIComponent(id)}`, {}, call);
    if (!answer.ok) {
      if (answer.error.code === 'forbidden' || answer.error.code === 'notFound')
        return ok({ remoteId: id, reason: 'invisible', mergedIntoRemoteId: null });
      return answer;
    }
    const ticket = singleTicketWire.safeParse(answer.value.body);
    if (!ticket.success) return ok(null);
    // RT answers for a merged ticket with the one that it went into.
    if (ticket.data.id !== id) return ok({ remoteId: id, reason: 'merged', mergedIntoRemoteId: ticket.data.id });
    if (ticket.data.Status === 'deleted') return ok({ remoteId: id, reason: 'deleted', mergedIntoRemoteId: null });
    return ok(null);
  };

  return { headers, whole };
}

function gatherPeople(wire: WireTicket, people: Map<string, Person>): void {
  for (const requester of wire.Requestor) {
    const person = people.has(requester.id) ? null : personRow(requester, 'requester');
    if (person !== null) people.set(person.remoteId, person);
  }
  const owner = personRow(wire.Owner, 'agent');
  if (owner !== null) people.set(owner.remoteId, owner);
}

const beginningWire = z.looseObject({ Type: z.literal('Create'), ObjectId: z.union([z.string(), z.number()]) });

/** Read from the newest on, a history is whole once it reached the ticket's making; there is no total to go by. */
const hasEveryBeginning =
  (tickets: number) =>
  (items: readonly unknown[]): boolean =>
    new Set(items.flatMap((item) => beginningWire.safeParse(item).data?.ObjectId ?? []).map(String)).size >= tickets;
