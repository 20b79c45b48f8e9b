import type { TicketEvent } from '#shared/domain/conversation.ts';
import { isTagField } from './field-values.ts';
import type { History } from './history.ts';
import { isPerson, NOBODY_ID, nameOf } from './map-person.ts';
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
    fromId: null,
    toId: null,
    ...what,
  };
}
type Happened = Pick<TicketEvent, 'kind' | 'from' | 'to'> & Partial<Pick<TicketEvent, 'field' | 'fromId' | 'toId'>>;

function happened(transaction: WireTransaction, history: History): Happened | null {
  const { Type: type, Field: field, OldValue: before, NewValue: after } = transaction;
  if (type === 'Create') return { kind: 'created', from: null, to: null };
  if (type === 'Status') return statusChange(before, after, history);
  if (type === 'Set' || OWNER_TYPES.has(type)) {
    const kind = OWNER_TYPES.has(type) ? 'assignee' : FIELD_KINDS[field];
    if (kind === 'assignee') return { kind, ...userNames(before, after, history), ...ownerIds(transaction, history) };
    if (kind === 'group')
      return {
        kind,
        from: queueName(before, history),
        to: queueName(after, history),
        fromId: idOrNull(before),
        toId: idOrNull(after),
      };
    if (kind === 'status') return statusChange(before, after, history);
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
    return {
      kind: 'requester',
      ...userNames(before, after, history),
      fromId: idOrNull(before),
      toId: idOrNull(after),
    };
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
const idOrNull = (value: string): string | null => (/^[1-9]\d*$/.test(value) ? value : null);

const statusChange = (before: string, after: string, { statusOf }: History): Happened => ({
  kind: 'status',
  from: orNull(before),
  to: orNull(after),
  fromId: before === '' ? null : statusOf(before),
  toId: after === '' ? null : statusOf(after),
});

const userNames = (before: string, after: string, history: History) => ({
  from: userName(before, history),
  to: userName(after, history),
});

/** Nobody has an id like everybody, which only the name tells where it is known; a ticket is taken from nobody and untaken to nobody. */
function ownerIds({ Type: type, OldValue: before, NewValue: after }: WireTransaction, history: History) {
  const idOf = (id: string): string | null =>
    id === NOBODY_ID || isNobody(history.userNames.get(id)) ? null : idOrNull(id);
  return { fromId: type === 'Take' ? null : idOf(before), toId: type === 'Untake' ? null : idOf(after) };
}
const isNobody = (name: string | undefined): boolean => name !== undefined && /^Nobody\b/.test(name);
const userName = (id: string, history: History): string | null => {
  const name = history.userNames.get(id) ?? orNull(id);
  return name === null || isNobody(name) ? null : name;
};
const queueName = (id: string, history: History): string | null => history.queueNames.get(id) ?? orNull(id);
const ticketOfUri = (uri: string): string | null => /\/ticket\/(\d+)$/.exec(uri)?.[1] ?? null;
