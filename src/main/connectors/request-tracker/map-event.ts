import type { TicketEvent } from '#shared/domain/conversation.ts';
import { isTagField } from './field-values.ts';
import type { History } from './history.ts';
import { isPerson, NOBODY, nameOf } from './map-person.ts';
import type { WireTransaction } from './wire.ts';

/** Owner changes come as a type of their own or as `Set`, as RT's version and the way of changing have it. */
export const OWNER_TYPES = new Set(['Take', 'Untake', 'Steal', 'Give', 'Force']);
const FIELD_KINDS: Readonly<Record<string, TicketEvent['kind']>> = {
  Owner: 'assignee',
  Queue: 'group',
  Priority: 'priority',
  Subject: 'subject',
  Status: 'status',
};
/** Bookkeeping that RT writes along with what an agent did. */
const SILENT_FIELDS = new Set([
  'Started',
  'Resolved',
  'Told',
  'IsMerged',
  'EffectiveId',
  'LastUpdated',
  'TimeWorked',
  'TimeLeft',
]);

export function eventRow(transaction: WireTransaction, history: History): TicketEvent | null {
  const what = happened(transaction, history);
  if (what === null) return null;
  return {
    remoteId: transaction.id,
    ticketRemoteId: history.ticket.id,
    actorId: isPerson(transaction.Creator) ? transaction.Creator.id : null,
    actorName: nameOf(transaction.Creator),
    at: transaction.Created,
    field: null,
    ...what,
  };
}
type Happened = Pick<TicketEvent, 'kind' | 'from' | 'to'> & { readonly field?: string };

function happened(transaction: WireTransaction, history: History): Happened | null {
  const { Type: type, Field: field, OldValue: before, NewValue: after } = transaction;
  if (type === 'Create') return { kind: 'created', from: null, to: null };
  if (type === 'Status') return { kind: 'status', from: orNull(before), to: orNull(after) };
  if (type === 'Set' || OWNER_TYPES.has(type)) {
    const kind = OWNER_TYPES.has(type) ? 'assignee' : FIELD_KINDS[field];
    if (kind === 'assignee') return { kind, from: userName(before, history), to: userName(after, history) };
    if (kind === 'group') return { kind, from: queueName(before, history), to: queueName(after, history) };
    if (kind !== undefined) return { kind, from: orNull(before), to: orNull(after) };
    return SILENT_FIELDS.has(field) ? null : { kind: 'field', field, from: orNull(before), to: orNull(after) };
  }
  if (type === 'CustomField') {
    const name = history.fieldNames.get(field) ?? field;
    return isTagField(name)
      ? { kind: 'tags', from: orNull(before), to: orNull(after) }
      : { kind: 'field', field: name, from: orNull(before), to: orNull(after) };
  }
  if (/^(Add|Del|Set)Watcher$/.test(type) && field === 'Requestor')
    return { kind: 'requester', from: userName(before, history), to: userName(after, history) };
  if (type === 'AddLink' && field === 'MergedInto') return { kind: 'merged', from: null, to: ticketOfUri(after) };
  return null;
}
/** RT notes a merge on both tickets, each time with the one that is left as the value. */
export const isMergedIntoItself = ({
  Type: type,
  Field: field,
  NewValue: after,
  ObjectId: id,
}: WireTransaction): boolean => type === 'AddLink' && field === 'MergedInto' && ticketOfUri(after) === id;
const orNull = (value: string): string | null => (value === '' ? null : value);
const userName = (id: string, history: History): string | null => {
  const name = history.userNames.get(id) ?? orNull(id);
  return name === null || name === NOBODY || /^Nobody\b/.test(name) ? null : name;
};
const queueName = (id: string, history: History): string | null => history.queueNames.get(id) ?? orNull(id);
const ticketOfUri = (uri: string): string | null => /\/ticket\/(\d+)$/.exec(uri)?.[1] ?? null;
