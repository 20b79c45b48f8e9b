import type { CallOptions, ConnectorPorts, Pushed, ReadBack } from '#main/connectors/contract.ts';
import { noRows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { copiesOf } from '#shared/outbox/action.ts';
import type { OutboxEntry } from '#shared/outbox/entry.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Account } from './account.ts';
import { readConversation } from './conversation.ts';
import { pushForward, readBackForward } from './forward.ts';
import { ACTION_KEY, actionsOf, markOf } from './map-conversation.ts';
import { addTickets, copiedIds } from './map-ticket.ts';
import { ticketSchema, type WireAudit } from './wire.ts';
import { changesBody, mergeTags } from './write-body.ts';

const writtenSchema = z.looseObject({ ticket: ticketSchema });
const ticketOnlySchema = z.looseObject({ ticket: ticketSchema });
const uploadSchema = z.looseObject({ upload: z.looseObject({ token: z.string().min(1) }) });

// Somebody may change a ticket between our reading its tags and writing them.
const TAG_TRIES = 3;

/** So that a ticket whose creation lost its answer is found for good, when the idempotency key is long forgotten. */
const externalIdOf = (entry: OutboxEntry): string => `holdfast:${entry.id}`;

type Files = ConnectorPorts['file'];

async function uploads(
  account: Account,
  entry: OutboxEntry,
  file: Files,
  options: CallOptions,
): Promise<Result<readonly string[], Failure>> {
  const { action } = entry;
  const tokens: string[] = [];
  for (const each of action.kind === 'update' ? [] : action.words.files) {
    const bytes = await file(each.sha256);
    if (bytes === null)
      return err({ code: 'rejected', reasons: [{ code: 'file-gone', file: each.name }], detail: 'file' });
    const answer = await account.client.upload(
      `/api/v2/uploads?${new URLSearchParams({ filename: each.name })}`,
      { mimeType: each.mimeType, bytes },
      uploadSchema,
      options,
    );
    if (!answer.ok) return answer;
    tokens.push(answer.value.upload.token);
  }
  return ok(tokens);
}

/** Does what an entry asks in one request: comment and changes together, marked with its id and those of the ones along with it. */
export async function pushEntry(
  account: Account,
  { entry, along, version }: { entry: OutboxEntry; along: readonly OutboxEntry[]; version: string | null },
  file: Files,
  options: CallOptions,
): Promise<Result<Pushed, Failure>> {
  const { action } = entry;
  if (action.kind === 'forward') return pushForward(account, { entry, action }, file, options);
  const tokens = await uploads(account, entry, file, options);
  if (!tokens.ok) return tokens;
  const statuses = action.changes.statusName === undefined ? ok([]) : await account.facts.customStatuses(options);
  if (!statuses.ok) return statuses;
  const isPublic = action.kind === 'reply' || (action.kind === 'create' && action.public);
  const comment =
    action.kind === 'update'
      ? {}
      : {
          comment: {
            html_body: action.words.html,
            public: isPublic,
            ...(tokens.value.length > 0 && { uploads: tokens.value }),
          },
        };
  const copies = copiesOf(action);
  const body = {
    ...changesBody(action.changes, statuses.value),
    ...comment,
    ...(copies.length > 0 && { email_ccs: copies.map((email) => ({ user_email: email, action: 'put' })) }),
    metadata: { [ACTION_KEY]: markOf([entry, ...along].map(({ id }) => id)) },
  };
  if (action.kind === 'create') return pushCreate(account, entry, action, body, options);

  const id = entry.ticketRemoteId;
  if (id === null) return err({ code: 'notFound', detail: 'the ticket is not at the helpdesk yet' });
  const { tagsAdded = [], tagsRemoved = [] } = action.changes;
  const path = `/api/v2/tickets/${encodeURIComponent(id)}`;
  for (let attempt = 1; ; attempt += 1) {
    let stamp = version;
    let tags: { readonly tags?: readonly string[] } = {};
    if (tagsAdded.length > 0 || tagsRemoved.length > 0) {
      // Tags are written whole: merged with what is there now, and refused if that moved in between.
      const now = await account.client.get(path, ticketOnlySchema, options);
      if (!now.ok) return now;
      tags = { tags: mergeTags(now.value.ticket.tags, tagsAdded, tagsRemoved) };
      stamp ??= now.value.ticket.updated_at;
    }
    const ticket = { ...body, ...tags, ...(stamp !== null && { safe_update: true, updated_stamp: stamp }) };
    const written = await account.client.send('PUT', path, { ticket }, writtenSchema, options);
    const ownStamp = version === null && stamp !== null;
    if (!written.ok && written.error.code === 'conflict' && ownStamp && attempt < TAG_TRIES) continue;
    if (!written.ok) return written;
    return ok(await pushedOf(account, entry, id, written.value.ticket, options));
  }
}

async function pushCreate(
  account: Account,
  entry: OutboxEntry,
  action: Extract<OutboxEntry['action'], { kind: 'create' }>,
  body: Readonly<Record<string, unknown>>,
  options: CallOptions,
): Promise<Result<Pushed, Failure>> {
  if (entry.attempts > 1) {
    // Keys are forgotten after some hours; the ticket's external id is not.
    const found = await readBackCreate(account, entry, options);
    if (!found.ok) return found;
    if (found.value.found === 'yes') return ok(found.value.pushed);
  }
  const { requester } = action;
  const closed = action.changes.linksAdded?.find(({ kind }) => kind === 'follow-up');
  const ticket = {
    ...body,
    subject: action.subject,
    external_id: externalIdOf(entry),
    ...(action.changes.tagsAdded !== undefined && { tags: action.changes.tagsAdded }),
    // Of a ticket that is not closed Zendesk ignores it.
    ...(closed !== undefined && { via_followup_source_id: Number(closed.remoteId) }),
    ...(requester.remoteId === null
      ? { requester: { name: requester.name, ...(requester.email !== null && { email: requester.email }) } }
      : { requester_id: Number(requester.remoteId) }),
  };
  const written = await account.client.send('POST', '/api/v2/tickets', { ticket }, writtenSchema, options, {
    'idempotency-key': entry.id,
  });
  if (!written.ok) {
    // The key was used with other bytes (uploads get new tokens each time): the ticket is there already.
    if (written.error.code === 'rejected' && written.error.detail === 'HTTP 400') {
      const found = await readBackCreate(account, entry, options);
      if (found.ok && found.value.found === 'yes') return ok(found.value.pushed);
    }
    return written;
  }
  return ok(await pushedOf(account, entry, String(written.value.ticket.id), written.value.ticket, options));
}

const commentOf = (audits: readonly WireAudit[], entry: OutboxEntry): RemoteId | null => {
  const audit = audits.find((each) => actionsOf(each).includes(entry.id));
  const comment = audit?.events.find(
    (event): event is { id: number } =>
      typeof event === 'object' && event !== null && 'type' in event && event.type === 'Comment' && 'id' in event,
  );
  return comment === undefined ? null : String(comment.id);
};

/** What is there now. Reading it may fail after the write went through: then only what the write's answer told. */
async function pushedOf(
  account: Account,
  entry: OutboxEntry,
  id: RemoteId,
  written: z.infer<typeof ticketSchema>,
  options: CallOptions,
): Promise<Pushed> {
  const read = await readConversation(account, id, options);
  if (read.ok && read.value.rows.removals.length === 0)
    return { ticketRemoteId: id, messageRemoteId: commentOf(read.value.audits, entry), rows: read.value.rows };
  const rows = noRows();
  const statuses = await account.facts.customStatuses(options);
  const people = await account.facts.people(copiedIds(written), options);
  addTickets(rows, [written], {
    origin: account.client.origin,
    customStatuses: statuses.ok ? statuses.value : [],
    ratingsFromTickets: !account.administrator,
    user: (user) => (people.ok ? people.value.get(user) : undefined),
  });
  return { ticketRemoteId: id, messageRemoteId: null, rows };
}

/** Looks for the mark that the entry's write leaves in an audit. An update that changed nothing leaves none. */
export async function readBackEntry(
  account: Account,
  entry: OutboxEntry,
  options: CallOptions,
): Promise<Result<ReadBack, Failure>> {
  if (entry.action.kind === 'create') return readBackCreate(account, entry, options);
  if (entry.action.kind === 'forward') return readBackForward(account, entry, options);
  const id = entry.ticketRemoteId;
  if (id === null) return ok({ found: 'no' });
  const read = await readConversation(account, id, options);
  if (!read.ok) return read;
  const { rows, audits } = read.value;
  if (!audits.some((audit) => actionsOf(audit).includes(entry.id))) return ok({ found: 'no' });
  return ok({ found: 'yes', pushed: { ticketRemoteId: id, messageRemoteId: commentOf(audits, entry), rows } });
}

async function readBackCreate(
  account: Account,
  entry: OutboxEntry,
  options: CallOptions,
): Promise<Result<ReadBack, Failure>> {
  const list = await account.client.get(
    `/api/v2/tickets?${new URLSearchParams({ external_id: externalIdOf(entry) })}`,
    z.looseObject({ tickets: z.array(ticketSchema) }),
    options,
  );
  if (!list.ok) return list;
  const [ticket] = list.value.tickets;
  if (ticket === undefined) return ok({ found: 'no' });
  return ok({ found: 'yes', pushed: await pushedOf(account, entry, String(ticket.id), ticket, options) });
}
