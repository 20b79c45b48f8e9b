import type { TicketId } from '#shared/domain/ids.ts';
import { foremostTarget, SLA_METRICS, type SlaMetric } from '#shared/domain/sla.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import {
  CHANNELS,
  type Channel,
  type FieldValue,
  PRIORITIES,
  type Priority,
  STATUSES,
  type Status,
  TICKET_TYPES,
} from '#shared/domain/ticket.ts';
import { createFieldColumns, type FieldColumn, packFields, unpackFields } from './field-columns.ts';
import { createInterned, type Interned } from './interned.ts';
import { emptyNumbers, FORMAT, type Numbers, PART, type PackedColumns, resized } from './packed-columns.ts';

/** How much of a conversation is here. */
export const CONVERSATION = ['none', 'behind', 'whole'] as const;

/** A ticket as screens filter, sort and list it: overlaid. */
export type ColumnRow = {
  readonly id: TicketId;
  readonly ticket: Pick<
    Ticket,
    | 'number'
    | 'subject'
    | 'preview'
    | 'status'
    | 'statusName'
    | 'priority'
    | 'type'
    | 'channel'
    | 'requesterId'
    | 'assigneeId'
    | 'groupId'
    | 'organizationId'
    | 'tags'
    | 'fields'
    | 'createdAt'
    | 'updatedAt'
    | 'sla'
    | 'links'
    | 'followerIds'
    | 'solvedAt'
  >;
  readonly waitingSince: number | null;
  /** Newest messages by a person other than me and by me; 0 without one. */
  readonly lastOtherAt: number;
  readonly lastMineAt: number;
  /** The agent has read up to here; 0 without a mark, negative where it is to be read once more. */
  readonly readAt: number;
  /** 0: not snoozed. What the customer woke has `WOKEN`, what only the customer can wake `FOREVER`. */
  readonly snoozedUntil: number;
  readonly starred: boolean;
  readonly conversation: (typeof CONVERSATION)[number];
  /** Not in any list: deleted, merged or out of sight. */
  readonly gone: boolean;
};

export type Columns = {
  size(): number;
  /** Grow and move with `put`: read anew for each pass. */
  numbers(): Numbers;
  readonly people: Interned;
  readonly groups: Interned;
  readonly organizations: Interned;
  readonly statusNames: Interned;
  /** Each distinct list of tags once, as JSON. */
  readonly tagLists: Interned;
  /** Each distinct list of links once, as JSON. */
  readonly linkLists: Interned;
  /** Each distinct list of followers once, as JSON. */
  readonly followerLists: Interned;
  indexOf(id: TicketId): number;
  idAt(index: number): TicketId;
  put(row: ColumnRow): number;
  setMarks(index: number, marks: Pick<ColumnRow, 'readAt' | 'snoozedUntil' | 'starred'>): void;
  /** Nothing stands for this ticket any more; it may come back by `put`. */
  drop(index: number): void;
  isDropped(index: number): boolean;
  /** Made when it is first asked for. */
  field(id: string): FieldColumn;
  /** One row's value of a custom field, without making a column of it. */
  fieldAt(index: number, id: string): FieldValue | undefined;
  textAt(index: number): { readonly number: string; readonly subject: string; readonly preview: string };
  pack(): PackedColumns;
};

/** In `gone`: without a row, where 1 is a row that the helpdesk no longer shows. */
const DROPPED = 2;

/** In `snoozedUntil`: long past, and later than any time that a clock shows (2^42 - 1 ms is in the year 2109). */
export const WOKEN = 1;
export const FOREVER = 2 ** 42 - 1;

export const statusAt = (code: number): Status => STATUSES[code] ?? 'open';
export const priorityAt = (code: number): Priority | null => PRIORITIES[code - 1] ?? null;
export const slaMetricAt = (code: number): SlaMetric | null => SLA_METRICS[code - 1] ?? null;
export const channelAt = (code: number): Channel => CHANNELS[code] ?? 'other';

/** The overlaid headers of one account. `packed` is trusted to be whole: see `readPacked`. */
export function createColumns(packed?: PackedColumns): Columns {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const ids: string[] = packed && packed.size > 0 ? packed.ids.split(PART) : [];
  const indexes = new Map<string, number>();
  for (let index = 0; index < ids.length; index++) indexes.set(ids[index] ?? '', index);
  const people = createInterned(packed?.people);
  const groups = createInterned(packed?.groups);
  const organizations = createInterned(packed?.organizations);
  const statusNames = createInterned(packed?.statusNames);
  const tagLists = createInterned(packed?.tagLists);
  const linkLists = createInterned(packed?.linkLists);
  const followerLists = createInterned(packed?.followerLists);
  let numbers: Numbers = packed?.numbers ?? emptyNumbers(1_024);
  let text = packed?.text ?? new Uint8Array(65_536);
  let textEnd = packed?.text.length ?? 0;

  const writeText = (index: number, value: string, fields: string): void => {
    const needed = (value.length + fields.length) * 3;
    if (textEnd + needed > text.length) compactText(needed);
    numbers.textAt[index] = textEnd;
    numbers.textLength[index] = append(value);
    numbers.fieldsLength[index] = append(fields);
  };
  const append = (value: string): number => {
    const { written } = encoder.encodeInto(value, text.subarray(textEnd));
    textEnd += written;
    return written;
  };
  const lengthOf = (index: number): number => (numbers.textLength[index] ?? 0) + (numbers.fieldsLength[index] ?? 0);
  const packedFieldsAt = (index: number): string => {
    const length = numbers.fieldsLength[index] ?? 0;
    const from = (numbers.textAt[index] ?? 0) + (numbers.textLength[index] ?? 0);
    return length === 0 ? '' : decoder.decode(text.subarray(from, from + length));
  };
  const fields = createFieldColumns(packedFieldsAt, () => ids.length);

  /** Leaves out what rows no longer point at, and makes room. */
  const compactText = (needed: number): void => {
    let live = 0;
    for (let index = 0; index < ids.length; index++) live += lengthOf(index);
    const next = new Uint8Array(65_536 + Math.ceil((live + needed) * 1.125));
    let at = 0;
    for (let index = 0; index < ids.length; index++) {
      const from = numbers.textAt[index] ?? 0;
      const length = lengthOf(index);
      next.set(text.subarray(from, from + length), at);
      numbers.textAt[index] = at;
      at += length;
    }
    text = next;
    textEnd = at;
  };

  const setMarks: Columns['setMarks'] = (index, { readAt, snoozedUntil, starred }) => {
    numbers.readAt[index] = readAt;
    numbers.snoozedUntil[index] = snoozedUntil;
    numbers.starred[index] = starred ? 1 : 0;
  };

  return {
    size: () => ids.length,
    numbers: () => numbers,
    people,
    groups,
    organizations,
    statusNames,
    tagLists,
    linkLists,
    followerLists,
    indexOf: (id) => indexes.get(id) ?? -1,
    idAt: (index) => ids[index] ?? '',
    put(row) {
      let index = indexes.get(row.id);
      if (index === undefined) {
        index = ids.length;
        // An eighth to spare and not more: it is memory that stays.
        if (index >= numbers.status.length) numbers = resized(numbers, Math.ceil(index * 1.125));
        ids.push(row.id);
        indexes.set(row.id, index);
      }
      const { ticket } = row;
      numbers.textLength[index] = 0;
      numbers.fieldsLength[index] = 0;
      const shown = [ticket.number, ticket.subject, ticket.preview].map(withoutPart).join(PART);
      writeText(index, shown, packFields(ticket.fields));
      fields.put(index, ticket.fields);
      numbers.order[index] = Number(/\d{1,9}$/.exec(ticket.number)?.[0] ?? 0);
      numbers.organization[index] = organizations.code(ticket.organizationId);
      numbers.statusName[index] = statusNames.code(ticket.statusName);
      numbers.solvedAt[index] = ticket.solvedAt ?? 0;
      numbers.status[index] = STATUSES.indexOf(ticket.status);
      numbers.priority[index] = ticket.priority === null ? 0 : PRIORITIES.indexOf(ticket.priority) + 1;
      numbers.type[index] = ticket.type === null ? 0 : TICKET_TYPES.indexOf(ticket.type) + 1;
      numbers.channel[index] = CHANNELS.indexOf(ticket.channel);
      numbers.conversation[index] = CONVERSATION.indexOf(row.conversation);
      numbers.gone[index] = row.gone ? 1 : 0;
      numbers.requester[index] = people.code(ticket.requesterId);
      numbers.assignee[index] = people.code(ticket.assigneeId);
      numbers.group[index] = groups.code(ticket.groupId);
      numbers.tags[index] = ticket.tags.length === 0 ? 0 : tagLists.code(JSON.stringify(ticket.tags));
      numbers.links[index] = ticket.links.length === 0 ? 0 : linkLists.code(JSON.stringify(ticket.links));
      numbers.followers[index] =
        ticket.followerIds.length === 0 ? 0 : followerLists.code(JSON.stringify(ticket.followerIds));
      const target = foremostTarget(ticket.sla);
      numbers.slaMetric[index] = target === null ? 0 : SLA_METRICS.indexOf(target.metric) + 1;
      numbers.slaAt[index] = target?.breachAt ?? 0;
      numbers.createdAt[index] = ticket.createdAt;
      numbers.updatedAt[index] = ticket.updatedAt;
      numbers.waitingSince[index] = row.waitingSince ?? 0;
      numbers.lastOtherAt[index] = row.lastOtherAt;
      numbers.lastMineAt[index] = row.lastMineAt;
      setMarks(index, row);
      return index;
    },
    setMarks,
    drop(index) {
      numbers.gone[index] = DROPPED;
    },
    isDropped: (index) => numbers.gone[index] === DROPPED,
    field: (id) => fields.column(id),
    fieldAt: (index, id) => unpackFields(packedFieldsAt(index))[id],
    textAt(index) {
      const from = numbers.textAt[index] ?? 0;
      const whole = decoder.decode(text.subarray(from, from + (numbers.textLength[index] ?? 0)));
      const [number = '', subject = '', preview = ''] = whole.split(PART);
      return { number, subject, preview };
    },
    pack: () => ({
      format: FORMAT,
      size: ids.length,
      ids: ids.join(PART),
      numbers: resized(numbers, ids.length),
      text: text.slice(0, textEnd),
      people: [...people.list()],
      groups: [...groups.list()],
      organizations: [...organizations.list()],
      statusNames: [...statusNames.list()],
      tagLists: [...tagLists.list()],
      linkLists: [...linkLists.list()],
      followerLists: [...followerLists.list()],
    }),
  };
}

const withoutPart = (value: string): string => (value.includes(PART) ? value.replaceAll(PART, ' ') : value);
