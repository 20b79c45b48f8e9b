import type { CallOptions, ConnectorPorts, Pushed, ReadBack } from '#main/connectors/contract.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { type Action, copiesOf, type TicketChanges } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { conditionOf, createFieldChanger } from './change-fields.ts';
import { isNothing, wantedOf } from './changes.ts';
import type { Client } from './client.ts';
import type { Desk } from './desk.ts';
import { type Arrived, findMarked as findMarkedBy } from './find-marked.ts';
import { withWholeAdminCc } from './followers.ts';
import { markedType } from './map-message.ts';
import { priorityNumber } from './map-ticket.ts';
import { createPresentReader } from './present.ts';
import type { TicketReader } from './read-tickets.ts';
import { createSpeaker } from './say.ts';
import { nameOfStatus } from './status.ts';

const createdWire = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) });

/** Does what an entry asks, once, and looks for what became of one whose answer was lost. */
export function createWriter(
  client: Client,
  reader: TicketReader,
  desk: Desk,
  ports: Pick<ConnectorPorts, 'file'>,
  meId: () => Promise<RemoteId | null>,
) {
  const presents = createPresentReader(client, reader, desk);
  const { present, presentFor } = presents;
  const { put, settle, leftOf, change, takeFromOwner } = createFieldChanger(client, presents, meId);
  const { filesOf, say, ccOf } = createSpeaker(client, ports);
  const findMarked = async (entry: OutboxEntry, call: CallOptions): Promise<Result<Arrived | null, Failure>> =>
    findMarkedBy(client, await meId(), entry, call);

  const pushMessage = async (
    entry: OutboxEntry,
    action: Extract<Action, { kind: 'reply' | 'note' }>,
    ticketId: RemoteId,
    version: string | null,
    call: CallOptions,
  ): Promise<Result<Pushed, Failure>> => {
    if (entry.attempts > 1) {
      const arrived = await findMarked(entry, call);
      if (!arrived.ok) return arrived;
      if (arrived.value !== null)
        return change(ticketId, action.changes, { messageRemoteId: arrived.value.transactionId }, call);
    }
    const now = await presentFor(ticketId, action.changes, call);
    if (!now.ok) return now;
    const wanted = wantedOf(action.changes, now.value);
    if (!wanted.ok) return err({ code: 'rejected', reasons: [wanted.error], detail: 'not possible here' });
    // Fields first and on condition: when they are refused, nothing has been said yet. The status goes with the message,
    // because RT reopens a solved ticket that is answered.
    const { fields, status } = wanted.value;
    const cc = action.kind === 'reply' ? await ccOf(ticketId, action.cc, call) : ok(null);
    if (!cc.ok) return cc;
    const first = { ...withWholeAdminCc(fields, now.value), ...(cc.value === null ? {} : { Cc: cc.value }) };
    const condition = conditionOf(version, now.value, await meId());
    if (condition === 'stale') return err({ code: 'conflict', detail: 'changed since' });
    if (Object.keys(first).length > 0) {
      const said = await put(ticketId, first, condition, call);
      if (!said.ok) return said;
      const taken = await takeFromOwner(ticketId, action.changes, call);
      if (!taken.ok) return taken;
      const { status: _status, statusName: _name, ...others } = action.changes;
      const settled = await settle(ticketId, others, [...said.value, ...taken.value], {}, call);
      if (!settled.ok) return settled;
    }
    const message = await say(
      entry,
      ticketId,
      action.kind === 'reply' ? 'correspond' : 'comment',
      action.words,
      status,
      call,
    );
    if (!message.ok) return message;
    // A scrip of the site may have moved the status again.
    return change(ticketId, action.changes, { messageRemoteId: message.value }, call).then((done) =>
      done.ok || done.error.code === 'rejected'
        ? done
        : ok({ ticketRemoteId: ticketId, messageRemoteId: message.value, rows: noRows() }),
    );
  };

  const pushCreate = async (
    entry: OutboxEntry,
    action: Extract<Action, { kind: 'create' }>,
    call: CallOptions,
  ): Promise<Result<Pushed, Failure>> => {
    if (entry.attempts > 1) {
      const arrived = await findMarked(entry, call);
      if (!arrived.ok) return arrived;
      if (arrived.value !== null) return finishCreate(entry, action, arrived.value.ticketId, call);
    }
    const queue = await queueFor(action.changes, call);
    if (!queue.ok) return queue;
    const names = await desk.namesOfQueue(queue.value, call);
    if (!names.ok) return names;
    const status =
      action.changes.statusName ??
      (action.changes.status === undefined ? null : nameOfStatus(action.changes.status, names.value));
    const files = await filesOf(action.words);
    if (!files.ok) return files;
    const copies = copiesOf(action);
    const requester = action.requester.email ?? action.requester.remoteId;
    const answer = await client.write(
      'POST',
      'ticket',
      {
        Queue: queue.value,
        Subject: action.subject,
        ...(requester === null ? {} : { Requestor: [requester] }),
        ...(copies.length === 0 ? {} : { Cc: copies }),
        // A ticket that begins with a note or files alone gets an empty first message, which carries the mark by which it is found again.
        Content: (action.public && action.words.html) || ' ',
        ContentType: markedType(action.public ? 'text/html' : 'text/plain', entry.id),
        ...(action.public && files.value.length > 0 ? { Attachments: files.value } : {}),
        ...(status === null ? {} : { Status: status }),
        ...(action.changes.priority === undefined ? {} : { Priority: String(priorityNumber(action.changes.priority)) }),
        ...(action.changes.assigneeId ? { Owner: action.changes.assigneeId } : {}),
      },
      null,
      call,
    );
    if (!answer.ok) return answer;
    const created = createdWire.safeParse(answer.value.body);
    if (!created.success) return err({ code: 'unknownOutcome', detail: 'unreadable answer' });
    return finishCreate(entry, action, created.data.id, call);
  };

  /** What a create leaves for afterwards: the note, tags, custom fields, and an owner or status that RT did not take. */
  const finishCreate = async (
    entry: OutboxEntry,
    action: Extract<Action, { kind: 'create' }>,
    ticketId: RemoteId,
    call: CallOptions,
  ): Promise<Result<Pushed, Failure>> => {
    if (!action.public) {
      const there = await present(ticketId, call);
      if (!there.ok) return there;
      if (!there.value.rows.messages.some((message) => message.clientId === entry.id)) {
        const noted = await say(entry, ticketId, 'comment', action.words, null, call);
        if (!noted.ok)
          return noted.error.code === 'offline' ? err({ code: 'unknownOutcome', detail: noted.error.detail }) : noted;
      }
    }
    const { groupId: _group, subject: _subject, ...changes } = action.changes;
    const done = await change(ticketId, changes, {}, call);
    // The ticket is there. A refused field is the agent's to see on it, not a reason to make it again.
    const rows = done.ok
      ? done.value.rows
      : await present(ticketId, call).then((now) => (now.ok ? now.value.rows : noRows()));
    const first = rows.messages.find((message) => message.clientId === entry.id);
    return ok({ ticketRemoteId: ticketId, messageRemoteId: first?.remoteId ?? null, rows });
  };

  const queueFor = async (changes: TicketChanges, call: CallOptions): Promise<Result<RemoteId, Failure>> => {
    if (changes.groupId) return ok(changes.groupId);
    const first = await desk.firstQueue(call);
    if (!first.ok) return first;
    return first.value === null
      ? err({ code: 'forbidden', reasons: [{ code: 'no-queue' }], detail: 'no queue' })
      : ok(first.value);
  };

  const push = async (
    entry: OutboxEntry,
    version: string | null,
    call: CallOptions,
  ): Promise<Result<Pushed, Failure>> => {
    const { action } = entry;
    if (action.kind === 'create') return pushCreate(entry, action, call);
    if (action.kind === 'forward') return err({ code: 'rejected', reasons: [{ code: 'no-forwarding' }], detail: 'RT' });
    if (entry.ticketRemoteId === null) return err({ code: 'notFound', detail: 'not made yet' });
    return action.kind === 'update'
      ? change(entry.ticketRemoteId, action.changes, { version }, call)
      : pushMessage(entry, action, entry.ticketRemoteId, version, call);
  };

  const readBackUpdate = async (
    ticketId: RemoteId,
    changes: TicketChanges,
    before: Ticket | null,
    call: CallOptions,
  ): Promise<Result<ReadBack, Failure>> => {
    const now = await presentFor(ticketId, changes, call);
    if (!now.ok) return now;
    const left = await leftOf(changes, now.value, before, call);
    if (!left.ok) return left.error.code === 'rejected' ? ok({ found: 'no' }) : left;
    const { missing, arrived } = left.value;
    if (isNothing(missing))
      return ok({ found: 'yes', pushed: { ticketRemoteId: ticketId, messageRemoteId: null, rows: now.value.rows } });
    return arrived
      ? err({ code: 'rejected', reasons: [{ code: 'not-done' }], detail: 'refused in part' })
      : ok({ found: 'no' });
  };

  const readBack = async (
    entry: OutboxEntry,
    before: Ticket | null,
    call: CallOptions,
  ): Promise<Result<ReadBack, Failure>> => {
    const { action } = entry;
    if (action.kind === 'update')
      return entry.ticketRemoteId === null
        ? ok({ found: 'no' })
        : readBackUpdate(entry.ticketRemoteId, action.changes, before, call);
    const arrived = await findMarked(entry, call);
    if (!arrived.ok) return arrived;
    if (arrived.value === null) return ok({ found: 'no' });
    const { ticketId, transactionId } = arrived.value;
    const finished =
      action.kind === 'create'
        ? await finishCreate(entry, action, ticketId, call)
        : await change(ticketId, action.changes, { before, messageRemoteId: transactionId }, call);
    return finished.ok ? ok({ found: 'yes', pushed: finished.value }) : finished;
  };

  return { push, readBack };
}
