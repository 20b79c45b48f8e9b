import type { CallOptions } from '#main/connectors/contract.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Person } from '#shared/domain/desk.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Client } from './client.ts';
import type { Known } from './known.ts';
import { conversationOf } from './map-conversation.ts';
import { hasMessage } from './map-message.ts';
import { isRequestor, personRow, roleOf } from './map-person.ts';
import { followersOf, ticketRow } from './map-ticket.ts';
import { PAGE } from './pages.ts';
import { readHistories } from './read-history.ts';
import { readLinks } from './read-links.ts';
import { createPartReader } from './read-parts.ts';
import { pastStatusOf, statusOf } from './status.ts';
import { parseMany, singleTicketWire, ticketWire, USER_FIELDS, type WireTicket, type WireUser } from './wire.ts';

export const TICKET_PARAMS = {
  fields:
    'Subject,Status,Queue,Owner,Requestor,Cc,AdminCc,Creator,Created,LastUpdated,Resolved,Started,Due,SLA,Priority,CustomFields,Type',
  'fields[Owner]': USER_FIELDS,
  'fields[Requestor]': USER_FIELDS,
  'fields[Cc]': USER_FIELDS,
  'fields[AdminCc]': USER_FIELDS,
  'fields[Creator]': USER_FIELDS,
  'fields[Queue]': 'id,Name,Lifecycle',
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
        ticketRow(wire, {
          status: status.value,
          version,
          preview: '',
          channel: 'email',
          links: [],
          queueCopies: await known.queueCopies(wire.Queue.id, call),
          base,
          shapes: shapes.value,
        }),
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
    const [tickets, histories, links, queues, shapes] = await Promise.all([
      client.search(
        'tickets',
        numbers.map((id) => `id = ${id}`).join(' OR '),
        { ...TICKET_PARAMS, per_page: String(PAGE) },
        call,
      ),
      readHistories(client, numbers, call),
      readLinks(client, numbers, call),
      known.queues(call),
      known.shapes(call),
    ]);
    if (!tickets.ok) return tickets;
    if (!histories.ok) return histories;
    if (!links.ok) return links;
    if (!queues.ok) return queues;
    if (!shapes.ok) return shapes;
    const wires = parseMany(ticketWire, tickets.value.items, 'ticket');
    const readable = new Set(wires.good.map((wire) => wire.id));
    const attachments = await attachmentsOf(
      [...readable]
        .flatMap((id) => histories.value.byTicket.get(id) ?? [])
        .filter(hasMessage)
        .map(({ id }) => id),
      call,
    );
    if (!attachments.ok) return attachments;
    const strangers = wires.good.flatMap((wire) =>
      (histories.value.byTicket.get(wire.id) ?? [])
        .filter((transaction) => hasMessage(transaction) && !isRequestor(transaction.Creator, wire))
        .map(({ Creator }) => Creator),
    );
    const customers = await known.customersAmong(strangers, call);
    if (!customers.ok) return customers;
    rows.unreadable.push(...wires.unreadable, ...histories.value.unreadable, ...attachments.value.unreadable);

    const people = new Map<string, Person>();
    const queueNames = new Map(queues.value.map((queue) => [queue.id, queue.Name]));
    const own = new Set(
      queues.value.flatMap((queue) => [queue.CorrespondAddress, queue.CommentAddress].map((one) => one.toLowerCase())),
    );
    const fieldNames = new Map([...shapes.value].map(([id, shape]) => [id, shape.name]));
    const userNames = new Map<string, string>();
    const noteName = (user: WireUser) => userNames.set(user.id, user.RealName === '' ? user.Name : user.RealName);
    for (const history of histories.value.byTicket.values())
      for (const transaction of history) noteName(transaction.Creator);
    for (const wire of wires.good) for (const user of [wire.Owner, ...wire.Requestor, wire.Creator]) noteName(user);
    for (const wire of wires.good) {
      for (const field of wire.CustomFields ?? []) fieldNames.set(field.id, field.name);
      const history = histories.value.byTicket.get(wire.id) ?? [];
      const status = await statusFor(wire, call);
      if (!status.ok) return status;
      const talk = conversationOf({
        ticket: wire,
        transactions: history,
        attachments: attachments.value.byTransaction,
        fieldNames,
        userNames,
        customers: customers.value,
        queueNames,
        statusOf: (name) => (name === wire.Status ? status.value : pastStatusOf(name, wire.Queue.Lifecycle)),
        own,
      });
      const version = history.findLast(({ ObjectId }) => ObjectId === wire.id)?.id ?? looseVersion(wire);
      rows.tickets.push(
        ticketRow(wire, {
          status: status.value,
          version,
          preview: talk.preview,
          channel: talk.channel,
          links: links.value.get(wire.id) ?? [],
          queueCopies: await known.queueCopies(wire.Queue.id, call),
          base,
          shapes: shapes.value,
        }),
      );
      rows.messages.push(...talk.messages);
      rows.events.push(...talk.events);
      rows.conversations.push({ ticketRemoteId: wire.id, version });
      gatherPeople(wire, people);
      for (const transaction of history) {
        if (!hasMessage(transaction) || people.has(transaction.Creator.id)) continue;
        const role = roleOf(transaction.Creator, wire, customers.value);
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
  // Who gets administrative copies hears what is internal: an agent, whatever rights they have.
  for (const follower of followersOf(wire)) {
    const person = people.has(follower.id) ? null : personRow(follower, 'agent');
    if (person !== null) people.set(person.remoteId, person);
  }
  const owner = personRow(wire.Owner, 'agent');
  if (owner !== null) people.set(owner.remoteId, owner);
}
