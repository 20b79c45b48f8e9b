import type { OwnReason } from '#shared/domain/refusal.ts';
import type { FieldValue, Ticket, TicketLink } from '#shared/domain/ticket.ts';
import type { TicketChanges } from '#shared/outbox/action.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { StatusName } from './desk.ts';
import { followersWanted } from './followers.ts';
import { priorityNumber } from './map-ticket.ts';
import { nameOfStatus } from './status.ts';

/** The ticket as RT has it, and what must be known to change it. */
export type Present = {
  readonly ticket: Ticket;
  /** The custom field that holds tags; null where the queue has none. */
  readonly tagFieldId: string | null;
  /** Groups that get administrative copies beside the followers. */
  readonly copiedGroupIds: readonly string[];
  readonly statusNames: readonly StatusName[];
};
/** The body of a PUT but for followers (see `withWholeAdminCc`), and apart from it the status, which may ride with a message. */
export type Wanted = { readonly fields: Readonly<Record<string, unknown>>; readonly status: string | null };

/**
 * What is still to be changed. What the ticket already is, is left out: that makes a repeated attempt harmless.
 * A reason, when it cannot be asked for.
 */
export function wantedOf(changes: TicketChanges, present: Present): Result<Wanted, OwnReason> {
  const { ticket } = present;
  const fields: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  if (changes.subject !== undefined && changes.subject !== ticket.subject) fields.Subject = changes.subject;
  if (changes.priority !== undefined && changes.priority !== ticket.priority)
    fields.Priority = String(priorityNumber(changes.priority));
  if (changes.assigneeId !== undefined && changes.assigneeId !== ticket.assigneeId)
    fields.Owner = changes.assigneeId ?? 'Nobody';
  if (changes.groupId !== undefined && changes.groupId !== null && changes.groupId !== ticket.groupId)
    fields.Queue = changes.groupId;
  if (changes.type !== undefined && changes.type !== null) return err({ code: 'no-ticket-types' });
  const links = linksWanted(changes, ticket.links);
  if (!links.ok) return links;
  Object.assign(fields, links.value, followersWanted(changes, ticket));
  for (const [id, value] of Object.entries(changes.fields ?? {}))
    if (!sameValue(ticket.fields[id] ?? null, value)) custom[id] = wireValue(value);
  const tags = tagsAfter(ticket.tags, changes);
  if (tags !== null) {
    if (present.tagFieldId === null) return err({ code: 'no-tags-field' });
    custom[present.tagFieldId] = tags;
  }
  if (Object.keys(custom).length > 0) fields.CustomFields = custom;
  const status = statusAfter(changes, present);
  return status.ok ? ok({ fields, status: status.value }) : status;
}

/** RT knows no follow-ups: the new ticket refers to the old one. */
const LINKS = { refers: 'RefersTo', 'follow-up': 'RefersTo', depends: 'DependsOn' } as const;

function linksWanted(
  { linksAdded = [], linksRemoved = [] }: TicketChanges,
  there: readonly TicketLink[],
): Result<Readonly<Record<string, readonly string[]>>, OwnReason> {
  const wanted: Record<string, string[]> = {};
  for (const [verb, links] of [
    ['Add', linksAdded],
    ['Delete', linksRemoved],
  ] as const)
    for (const { kind, remoteId } of links) {
      if (kind === 'problem') return err({ code: 'no-such-link' });
      const name = LINKS[kind];
      const isThere = there.some(
        (link) => link.kind !== 'problem' && LINKS[link.kind] === name && link.remoteId === remoteId,
      );
      if (isThere === (verb === 'Delete')) wanted[`${verb}${name}`] = [...(wanted[`${verb}${name}`] ?? []), remoteId];
    }
  return ok(wanted);
}

function statusAfter(changes: TicketChanges, { ticket, statusNames }: Present): Result<string | null, OwnReason> {
  if (changes.statusName !== undefined) return ok(changes.statusName === ticket.statusName ? null : changes.statusName);
  if (changes.status === undefined || changes.status === ticket.status) return ok(null);
  const name = nameOfStatus(changes.status, statusNames);
  if (name === null) return err({ code: 'no-such-status', status: changes.status });
  return ok(name === ticket.statusName ? null : name);
}

/** Null when the tags stay as they are. */
function tagsAfter(tags: readonly string[], changes: TicketChanges): readonly string[] | null {
  const removed = new Set(changes.tagsRemoved ?? []);
  const after = [...new Set([...tags, ...(changes.tagsAdded ?? [])])].filter((tag) => !removed.has(tag));
  return after.length === tags.length && after.every((tag) => tags.includes(tag)) ? null : after;
}

const sameValue = (a: FieldValue, b: FieldValue): boolean =>
  JSON.stringify(wireValue(a)) === JSON.stringify(wireValue(b));
const wireValue = (value: FieldValue): string | readonly string[] | null => {
  if (value === null || value === '') return null;
  return typeof value === 'object' ? value : String(value);
};

/** What is in one and in the other. */
export function inBoth(wanted: Wanted, other: Wanted): Wanted {
  const pick = (from: object, those: object) => Object.entries(from).filter(([name]) => name in those);
  const { CustomFields: custom = {}, ...plain } = wanted.fields;
  const left = pick(custom as object, (other.fields.CustomFields ?? {}) as object);
  return {
    status: other.status === null ? null : wanted.status,
    fields: {
      ...Object.fromEntries(pick(plain, other.fields)),
      ...(left.length > 0 && { CustomFields: Object.fromEntries(left) }),
    },
  };
}

/** How many changes it is. */
export const sizeOf = ({ status, fields: { CustomFields: custom = {}, ...fields } }: Wanted): number =>
  (status === null ? 0 : 1) + Object.keys(fields).length + Object.keys(custom as object).length;
export const isNothing = (wanted: Wanted): boolean => sizeOf(wanted) === 0;
