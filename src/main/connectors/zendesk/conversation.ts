import type { CallOptions } from '#main/connectors/contract.ts';
import { noRows, type Rows } from '#shared/domain/batch.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { z } from '#shared/schema.ts';
import type { Account } from './account.ts';
import { readWhole } from './list-pages.ts';
import { mergedIntoOf, type Names, solvedAtOf, toConversation } from './map-conversation.ts';
import { isMerged, toPerson } from './map-ticket.ts';
import { plainText, plainTextOfHtml } from './plain-text.ts';
import { LIST_INCLUDE, rowsOf } from './ticket-lists.ts';
import { auditSchema, readList, ticketSchema, type WireAudit } from './wire.ts';

const oneSchema = z.looseObject({
  ticket: z.unknown(),
  users: z.unknown().optional(),
  organizations: z.unknown().optional(),
});

/**
 * A ticket and its audits: comments, changes and the marks of our own actions in one list, which spares a request a ticket over
 * comments and audits apart. The ticket is read first: an audit that comes between shows again as a newer version.
 */
export async function readConversation(
  account: Account,
  ticketRemoteId: RemoteId,
  options: CallOptions,
): Promise<Result<{ readonly rows: Rows; readonly audits: readonly WireAudit[] }, Failure>> {
  const path = `/api/v2/tickets/${encodeURIComponent(ticketRemoteId)}`;
  const gone = (
    reason: 'deleted' | 'merged' | 'invisible',
    into: string | null = null,
    audits: readonly WireAudit[] = [],
  ) => {
    const rows = noRows();
    rows.removals.push({ remoteId: ticketRemoteId, reason, mergedIntoRemoteId: into });
    return ok({ rows, audits });
  };
  const one = await account.client.get(`${path}?include=${LIST_INCLUDE}`, oneSchema, options);
  if (!one.ok) {
    if (one.error.code === 'notFound') return gone('deleted');
    return one.error.code === 'forbidden' ? gone('invisible') : one;
  }
  const unreadable: Rows['unreadable'] = [];
  const tickets = readList(ticketSchema, [one.value.ticket], 'ticket', unreadable);
  const rows = await rowsOf(
    { tickets, unreadable, users: one.value.users, organizations: one.value.organizations },
    account,
    options,
  );
  if (!rows.ok) return rows;
  const [wire] = tickets;
  if (wire === undefined) return ok({ rows: rows.value, audits: [] });
  if (wire.status === 'deleted') return gone('deleted');

  const audits = await readWhole(
    account.client,
    `${path}/audits`,
    'audits',
    auditSchema,
    'audit',
    rows.value.unreadable,
    options,
  );
  if (!audits.ok) return audits;
  if (isMerged(wire)) return gone('merged', mergedIntoOf(audits.value), audits.value);
  const [ticket] = rows.value.tickets;
  if (ticket === undefined) return ok({ rows: rows.value, audits: audits.value });

  const names = await namesFor(account, audits.value, options);
  if (!names.ok) return names;
  const {
    messages,
    events,
    unreadable: aside,
  } = toConversation(ticket, audits.value, names.value, { origin: account.client.origin, own: wire.recipient });
  const newest = messages.findLast((message) => message.kind === 'reply');
  const text =
    newest && (newest.body.format === 'html' ? plainTextOfHtml(newest.body.content) : plainText(newest.body.content));
  rows.value.tickets = [
    { ...ticket, preview: (text ?? ticket.preview).slice(0, 200), solvedAt: solvedAtOf(ticket, audits.value) },
  ];
  rows.value.messages = messages;
  rows.value.events = events;
  rows.value.unreadable.push(...aside);
  rows.value.conversations = [{ ticketRemoteId: ticket.remoteId, version: ticket.version }];
  const known = new Set(rows.value.people.map((person) => person.remoteId));
  const customers = audits.value
    .map((audit) => names.value.user(audit.author_id))
    .filter((user) => user?.role === 'end-user');
  for (const user of new Set(customers))
    if (user && !known.has(String(user.id))) rows.value.people.push(toPerson(user, []));
  return ok({ rows: rows.value, audits: audits.value });
}

/** Names of everybody and everything that the audits mention by number. */
async function namesFor(
  account: Account,
  audits: readonly WireAudit[],
  options: CallOptions,
): Promise<Result<Names, Failure>> {
  const mentioned = z.looseObject({
    author_id: z.number().nullish(),
    field_name: z.string().nullish(),
    value: z.unknown().optional(),
    previous_value: z.unknown().optional(),
  });
  const ids = new Set<number>();
  let groups = false;
  let fields = false;
  for (const audit of audits) {
    ids.add(audit.author_id);
    for (const one of audit.via.copied) if (typeof one === 'number') ids.add(one);
    for (const raw of audit.events) {
      const event = mentioned.safeParse(raw);
      if (!event.success) continue;
      if (event.data.author_id != null) ids.add(event.data.author_id);
      const name = event.data.field_name ?? '';
      groups ||= name === 'group_id';
      fields ||= /^\d+$/.test(name);
      if (name !== 'assignee_id' && name !== 'requester_id') continue;
      for (const value of [event.data.value, event.data.previous_value])
        if (/^\d+$/.test(String(value))) ids.add(Number(value));
    }
  }
  const people = await account.facts.people([...ids], options);
  if (!people.ok) return people;
  const groupNames = groups ? await account.facts.groupNames(options) : ok(new Map<string, string>());
  if (!groupNames.ok) return groupNames;
  const titles = fields ? await account.facts.fieldTitles(options) : ok(new Map<string, string>());
  if (!titles.ok) return titles;
  return ok({
    user: (id) => people.value.get(id),
    group: (id) => groupNames.value.get(id),
    field: (id) => titles.value.get(id),
  });
}
