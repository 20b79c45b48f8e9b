import type { Ticket } from '../domain/ticket.ts';
import type { TicketChanges } from '../outbox/action.ts';
import type { OutboxEntry } from '../outbox/entry.ts';

/**
 * What of a macro cannot be taken back once it is at the helpdesk.
 * message: it was sent; ticket-closed: nothing can be changed any more; new: a ticket that was new becomes open; changed: somebody has
 * set the field to something else since, which stays.
 */
export type NotUndone =
  | { readonly what: 'message' | 'ticket-closed' | 'new' }
  | { readonly what: 'changed'; readonly field: (typeof PLAIN)[number] | 'status' }
  | { readonly what: 'changed'; readonly field: 'custom'; readonly fieldId: string };

const PLAIN = ['priority', 'type', 'subject', 'assigneeId', 'groupId'] as const;

/**
 * What gives back what an entry changed, now that the ticket stands as `now`: the values from before, for the fields that are still
 * what the entry set them to. Only tags and followers that it really added or took, as a plan tells them, may be in its changes. No changes when
 * there is nothing to give back.
 */
export function undoMacro(
  { action, base }: Pick<OutboxEntry, 'action' | 'base'>,
  now: Ticket,
): { readonly changes: TicketChanges; readonly notUndone: readonly NotUndone[] } {
  const sent: readonly NotUndone[] = action.kind === 'update' ? [] : [{ what: 'message' }];
  if (now.status === 'closed') return { changes: {}, notUndone: [...sent, { what: 'ticket-closed' }] };
  const parts = [
    undoStatus(action.changes, base.values, now),
    undoPlain(action.changes, base.values, now),
    undoTags(action.changes, now),
    undoFollowers(action.changes, now),
    undoFields(action.changes, base.values, now),
  ];
  return {
    changes: Object.assign({}, ...parts.map((part) => part.changes)),
    notUndone: [...sent, ...parts.flatMap((part) => part.notUndone)],
  };
}

/** Without tags that were there, or missing, before anyway: somebody else had put them on or taken them off. */
export function withoutIdleTags(changes: TicketChanges, { tags }: Pick<Ticket, 'tags'>): TicketChanges {
  const { tagsAdded, tagsRemoved, ...others } = changes;
  return {
    ...others,
    ...(tagsAdded ? { tagsAdded: tagsAdded.filter((tag) => !tags.includes(tag)) } : {}),
    ...(tagsRemoved ? { tagsRemoved: tagsRemoved.filter((tag) => tags.includes(tag)) } : {}),
  };
}

type Part = { readonly changes: TicketChanges; readonly notUndone: readonly NotUndone[] };
const nothing: Part = { changes: {}, notUndone: [] };

function undoStatus(set: TicketChanges, before: TicketChanges, now: Ticket): Part {
  if (set.status === undefined || before.status === undefined) return nothing;
  const isSameName = set.statusName === undefined || set.statusName === before.statusName;
  if (set.status === before.status && isSameName) return nothing;
  const stands = now.status === set.status && (set.statusName === undefined || set.statusName === now.statusName);
  // Closed means gone on from solved by the helpdesk's own rules; it was looked at above.
  if (!stands) return { changes: {}, notUndone: [{ what: 'changed', field: 'status' }] };
  // No helpdesk takes a ticket back to where nobody has looked at it.
  if (before.status === 'new') return { changes: { status: 'open' }, notUndone: [{ what: 'new' }] };
  const { status, statusName } = before;
  return {
    changes: { status, ...(statusName === undefined || statusName === status ? {} : { statusName }) },
    notUndone: [],
  };
}

function undoPlain(set: TicketChanges, before: TicketChanges, now: Ticket): Part {
  const changed = PLAIN.filter((field) => set[field] !== undefined && set[field] !== before[field]);
  const stands = changed.filter((field) => now[field] === set[field]);
  return {
    changes: Object.fromEntries(stands.map((field) => [field, before[field]])),
    notUndone: changed.filter((field) => !stands.includes(field)).map((field) => ({ what: 'changed', field })),
  };
}

/** A tag that is as before already needs nothing. */
function undoTags({ tagsAdded = [], tagsRemoved = [] }: TicketChanges, { tags }: Ticket): Part {
  const added = tagsRemoved.filter((tag) => !tags.includes(tag));
  const removed = tagsAdded.filter((tag) => tags.includes(tag));
  return {
    changes: {
      ...(added.length > 0 ? { tagsAdded: added } : {}),
      ...(removed.length > 0 ? { tagsRemoved: removed } : {}),
    },
    notUndone: [],
  };
}

/** As of tags; who stopped following by themselves since is left alone. */
function undoFollowers({ followersAdded = [], followersRemoved = [] }: TicketChanges, { followerIds }: Ticket): Part {
  const added = followersRemoved.filter((id) => !followerIds.includes(id));
  const removed = followersAdded.filter((id) => followerIds.includes(id));
  return {
    changes: {
      ...(added.length > 0 ? { followersAdded: added } : {}),
      ...(removed.length > 0 ? { followersRemoved: removed } : {}),
    },
    notUndone: [],
  };
}

function undoFields(set: TicketChanges, before: TicketChanges, now: Ticket): Part {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
  const changed = Object.entries(set.fields ?? {}).filter(([id, value]) => !same(value, before.fields?.[id]));
  const stands = changed.filter(([id, value]) => same(now.fields[id], value));
  const gone = changed.filter((one) => !stands.includes(one));
  return {
    changes:
      stands.length > 0 ? { fields: Object.fromEntries(stands.map(([id]) => [id, before.fields?.[id] ?? null])) } : {},
    notUndone: gone.map(([fieldId]) => ({ what: 'changed', field: 'custom', fieldId })),
  };
}
