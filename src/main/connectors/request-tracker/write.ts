import { isUtf8 } from 'node:buffer';
import type { CallOptions, ConnectorPorts, Pushed, ReadBack } from '#main/connectors/contract.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { Action, TicketChanges } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import { isNothing, type Present, wantedOf } from './changes.ts';
import { type Client, nonsense } from './client.ts';
import type { Desk } from './desk.ts';
import { isTagField, markedType, priorityNumber } from './map.ts';
import type { TicketReader } from './read-tickets.ts';
import { nameOfStatus } from './status.ts';
import { parseMany, singleTicketWire } from './wire.ts';

type Words = Extract<Action, { kind: 'note' }>['words'];
/** Our clock and the helpdesk's may differ; a search for our own writes reaches back further. */
const CLOCKS_DIFFER_MS = 26 * 3600_000;

const sentencesWire = z.array(z.string());
const createdWire = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) });
const markedWire = z.looseObject({ TransactionId: z.union([z.string(), z.number()]).transform(String) });
const ownerWire = z.looseObject({
  ObjectId: z.union([z.string(), z.number()]).transform(String),
  ObjectType: z.string(),
});
const fieldsWire = z.looseObject({
  CustomFields: z
    .array(z.looseObject({ id: z.union([z.string(), z.number()]).transform(String), name: z.string() }))
    .nullish(),
});

/** A message that reached the helpdesk. */
type Arrived = { readonly transactionId: RemoteId; readonly ticketId: RemoteId };

export function createWriter(
  client: Client,
  reader: TicketReader,
  desk: Desk,
  ports: Pick<ConnectorPorts, 'file'>,
  meId: () => Promise<RemoteId | null>,
) {
  /** The ticket as it is now. A ticket that went is `notFound`. */
  const present = async (ticketId: RemoteId, call: CallOptions): Promise<Result<Present & { rows: Rows }, Failure>> => {
    const rows = await reader.whole([ticketId], call);
    if (!rows.ok) return rows;
    const ticket = rows.value.tickets[0];
    if (ticket === undefined) return err({ code: 'notFound', detail: rows.value.removals[0]?.reason ?? 'unreadable' });
    return ok({ ticket, rows: rows.value, tagFieldId: null, statusNames: [] });
  };

  /** Adds what only a change needs to know. */
  const presentFor = async (ticketId: RemoteId, changes: TicketChanges, call: CallOptions) => {
    const found = await present(ticketId, call);
    if (!found.ok) return found;
    let { statusNames, tagFieldId } = found.value;
    if (changes.status !== undefined) {
      const names = await desk.namesOfQueue(changes.groupId ?? found.value.ticket.groupId ?? '', call);
      if (!names.ok) return names;
      statusNames = names.value;
    }
    if (changes.tagsAdded !== undefined || changes.tagsRemoved !== undefined) {
      const answer = await client.read(`ticket/${ticketId}`, {}, call);
      if (!answer.ok) return answer;
      const fields = fieldsWire.safeParse(answer.value.body);
      tagFieldId = fields.data?.CustomFields?.find((field) => isTagField(field.name))?.id ?? null;
    }
    return ok({ ...found.value, statusNames, tagFieldId });
  };

  const put = async (
    ticketId: RemoteId,
    body: Readonly<Record<string, unknown>>,
    version: string | null,
    call: CallOptions,
  ): Promise<Result<readonly string[], Failure>> => {
    const answer = await client.write('PUT', `ticket/${ticketId}`, body, version, call);
    if (!answer.ok) return answer;
    return ok(sentencesWire.safeParse(answer.value.body).data ?? []);
  };

  /** RT answers 200 to a change that it refused: only reading back tells, and its sentences say why. */
  const settle = async (
    ticketId: RemoteId,
    changes: TicketChanges,
    said: readonly string[],
    messageRemoteId: RemoteId | null,
    call: CallOptions,
  ): Promise<Result<Pushed, Failure>> => {
    const after = await presentFor(ticketId, changes, call);
    // It was done; what it looks like now comes with the next changes.
    if (!after.ok) return ok({ ticketRemoteId: ticketId, messageRemoteId, rows: noRows() });
    const left = wantedOf(changes, after.value);
    if (left.ok && isNothing(left.value))
      return ok({ ticketRemoteId: ticketId, messageRemoteId, rows: after.value.rows });
    return err({
      code: 'rejected',
      reasons: said.length > 0 ? said : [left.ok ? { code: 'not-done' } : left.error],
      detail: 'refused in part',
    });
  };

  /** Fields, and with `status` the status too; then what could not be taken is said. */
  const change = async (
    ticketId: RemoteId,
    changes: TicketChanges,
    version: string | null,
    messageRemoteId: RemoteId | null,
    call: CallOptions,
  ): Promise<Result<Pushed, Failure>> => {
    const now = await presentFor(ticketId, changes, call);
    if (!now.ok) return now;
    const wanted = wantedOf(changes, now.value);
    if (!wanted.ok) return err({ code: 'rejected', reasons: [wanted.error], detail: 'not possible here' });
    if (isNothing(wanted.value)) return ok({ ticketRemoteId: ticketId, messageRemoteId, rows: now.value.rows });
    const condition = conditionOf(version, now.value, await meId());
    if (condition === 'stale') return err({ code: 'conflict', detail: 'changed since' });
    const { fields, status } = wanted.value;
    const said = await put(ticketId, { ...fields, ...(status === null ? {} : { Status: status }) }, condition, call);
    if (!said.ok) return said;
    let sentences = said.value;
    const taken = await takeFromOwner(ticketId, changes, call);
    if (!taken.ok) return taken;
    sentences = [...sentences, ...taken.value];
    return settle(ticketId, changes, sentences, messageRemoteId, call);
  };

  /** Without the right to reassign, a ticket that a colleague owns can only be stolen. */
  const takeFromOwner = async (
    ticketId: RemoteId,
    changes: TicketChanges,
    call: CallOptions,
  ): Promise<Result<readonly string[], Failure>> => {
    if (changes.assigneeId === undefined || changes.assigneeId === null || changes.assigneeId !== (await meId()))
      return ok([]);
    const now = await present(ticketId, call);
    if (!now.ok || now.value.ticket.assigneeId === changes.assigneeId) return ok([]);
    const answer = await client.write('PUT', `ticket/${ticketId}/steal`, {}, null, call);
    return answer.ok ? ok(sentencesWire.safeParse(answer.value.body).data ?? []) : answer;
  };

  /** Files go along in the same request, so that a message arrives with all of them or not at all. */
  const filesOf = async (words: Words): Promise<Result<readonly unknown[], Failure>> => {
    const files = [];
    for (const file of words.files) {
      const bytes = await ports.file(file.sha256);
      if (bytes === null)
        return err({ code: 'rejected', reasons: [{ code: 'file-gone', file: file.name }], detail: 'file' });
      files.push({
        FileName: file.name,
        FileType: sendableType(file.mimeType, bytes),
        FileContent: Buffer.from(bytes).toString('base64'),
      });
    }
    return ok(files);
  };

  const say = async (
    entry: OutboxEntry,
    ticketId: RemoteId,
    path: 'correspond' | 'comment',
    words: Words,
    status: string | null,
    call: CallOptions,
  ): Promise<Result<RemoteId | null, Failure>> => {
    const files = await filesOf(words);
    if (!files.ok) return files;
    const answer = await client.write(
      'POST',
      `ticket/${ticketId}/${path}`,
      {
        Content: words.html,
        ContentType: markedType('text/html', entry.id),
        ...(files.value.length > 0 ? { Attachments: files.value } : {}),
        ...(status === null ? {} : { Status: status }),
      },
      null,
      call,
    );
    if (!answer.ok) return answer;
    // The new transaction is told by the Location header alone.
    return ok(/\/transaction\/(\d+)$/.exec(answer.value.location ?? '')?.[1] ?? null);
  };

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
      if (arrived.value !== null) return change(ticketId, action.changes, null, arrived.value.transactionId, call);
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
    const first = { ...fields, ...(cc.value === null ? {} : { Cc: cc.value }) };
    const condition = conditionOf(version, now.value, await meId());
    if (condition === 'stale') return err({ code: 'conflict', detail: 'changed since' });
    if (Object.keys(first).length > 0) {
      const said = await put(ticketId, first, condition, call);
      if (!said.ok) return said;
      const taken = await takeFromOwner(ticketId, action.changes, call);
      if (!taken.ok) return taken;
      const { status: _status, statusName: _name, ...others } = action.changes;
      const settled = await settle(ticketId, others, [...said.value, ...taken.value], null, call);
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
    return change(ticketId, action.changes, null, message.value, call).then((done) =>
      done.ok || done.error.code === 'rejected'
        ? done
        : ok({ ticketRemoteId: ticketId, messageRemoteId: message.value, rows: noRows() }),
    );
  };

  /** RT knows no copies of a single message but people who always get one; the ticket's own are kept. */
  const ccOf = async (
    ticketId: RemoteId,
    cc: readonly string[],
    call: CallOptions,
  ): Promise<Result<readonly string[] | null, Failure>> => {
    if (cc.length === 0) return ok(null);
    const answer = await client.read(`ticket/${ticketId}`, {}, call);
    if (!answer.ok) return answer;
    const before = singleTicketWire.safeParse(answer.value.body).data?.Cc?.map((user) => user.id) ?? [];
    const added = cc.filter((address) => !before.includes(address));
    return ok(added.length === 0 ? null : [...before, ...added]);
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
    const requester = action.requester.email ?? action.requester.remoteId;
    const answer = await client.write(
      'POST',
      'ticket',
      {
        Queue: queue.value,
        Subject: action.subject,
        ...(requester === null ? {} : { Requestor: [requester] }),
        // A ticket that begins with a note gets an empty first message, which carries the mark by which it is found again.
        Content: action.public ? action.words.html : ' ',
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
    const done = await change(ticketId, changes, null, null, call);
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

  /** The message that carries an entry's mark, and its ticket, wherever it has been merged to. */
  const findMarked = async (entry: OutboxEntry, call: CallOptions): Promise<Result<Arrived | null, Failure>> => {
    const since = new Date(entry.createdAt - CLOCKS_DIFFER_MS).toISOString().slice(0, 19).replace('T', ' ');
    const me = await meId();
    const found = await client.search(
      'attachments',
      [
        ...(me === null ? [] : [{ field: 'Creator', value: me }]),
        { field: 'Created', operator: '>', value: since },
        { field: 'Headers', operator: 'LIKE', value: `%x-holdfast="${entry.id}"%` },
      ],
      { orderby: 'id', order: 'DESC', per_page: '20', fields: 'TransactionId' },
      call,
    );
    if (!found.ok) return found;
    const transactionId = parseMany(markedWire, found.value.items, 'message').good[0]?.TransactionId;
    if (transactionId === undefined) return ok(null);
    const transaction = await client.search(
      'transactions',
      [{ field: 'id', value: Number(transactionId) }],
      { fields: 'ObjectId,ObjectType' },
      call,
    );
    if (!transaction.ok) return transaction;
    const owner = parseMany(ownerWire, transaction.value.items, 'message').good[0];
    if (owner === undefined) return err(nonsense(200, 'a message without a ticket'));
    return ok({ transactionId, ticketId: owner.ObjectId });
  };

  const push = async (
    entry: OutboxEntry,
    version: string | null,
    call: CallOptions,
  ): Promise<Result<Pushed, Failure>> => {
    const { action } = entry;
    if (action.kind === 'create') return pushCreate(entry, action, call);
    if (entry.ticketRemoteId === null) return err({ code: 'notFound', detail: 'not made yet' });
    return action.kind === 'update'
      ? change(entry.ticketRemoteId, action.changes, version, null, call)
      : pushMessage(entry, action, entry.ticketRemoteId, version, call);
  };

  const readBack = async (entry: OutboxEntry, call: CallOptions): Promise<Result<ReadBack, Failure>> => {
    const { action } = entry;
    if (action.kind === 'update') {
      if (entry.ticketRemoteId === null) return ok({ found: 'no' });
      const now = await presentFor(entry.ticketRemoteId, action.changes, call);
      if (!now.ok) return now;
      const left = wantedOf(action.changes, now.value);
      return left.ok && isNothing(left.value)
        ? ok({
            found: 'yes',
            pushed: { ticketRemoteId: entry.ticketRemoteId, messageRemoteId: null, rows: now.value.rows },
          })
        : // Setting a field twice is setting it once: what is missing may be sent again.
          ok({ found: 'no' });
    }
    const arrived = await findMarked(entry, call);
    if (!arrived.ok) return arrived;
    if (arrived.value === null) return ok({ found: 'no' });
    const { ticketId, transactionId } = arrived.value;
    const finished =
      action.kind === 'create'
        ? await finishCreate(entry, action, ticketId, call)
        : await change(ticketId, action.changes, null, transactionId, call);
    return finished.ok ? ok({ found: 'yes', pushed: finished.value }) : finished;
  };

  return { push, readBack };
}

/**
 * The type under which a file goes, so that its bytes come back as they were: RT rewrites text into UTF-8 from a character
 * set that it guesses, unless it is told one, and leaves alone what it does not take for text.
 */
function sendableType(mimeType: string, bytes: Uint8Array): string {
  if (!mimeType.startsWith('text/')) return mimeType;
  return isUtf8(bytes) ? `${mimeType.replace(/;.*/, '')}; charset=utf-8` : 'application/octet-stream';
}

/** By people other than me, since `version`. What I did myself, and the mails that RT sent about it, do not make a write stale. */
const othersSince = (version: number, rows: Rows, me: RemoteId | null): boolean =>
  [
    ...rows.messages.map((message) => ({ id: message.remoteId, by: message.authorId })),
    ...rows.events.map((event) => ({ id: event.remoteId, by: event.actorId })),
  ].some(({ id, by }) => Number(id) > version && by !== null && by !== me);

/**
 * What a PUT is conditioned on: the ticket as it was just read, once that is known to be what the agent saw. RT takes no condition
 * on a message, so that for those this comparison is all there is. A version read without history is compared by its hour.
 */
function conditionOf(
  version: string | null,
  now: Present & { readonly rows: Rows },
  me: RemoteId | null,
): string | null | 'stale' {
  if (version === null) return null;
  const present = /^\d+$/.test(now.ticket.version) ? now.ticket.version : null;
  if (version === now.ticket.version) return present;
  if (/^\d+$/.test(version)) return othersSince(Number(version), now.rows, me) ? 'stale' : present;
  return version === `at-${now.ticket.updatedAt}` ? present : 'stale';
}
