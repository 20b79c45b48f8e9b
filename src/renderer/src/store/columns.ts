import type { TicketId } from '#shared/domain/ids.ts';
import { foremostTarget, SLA_METRICS, type SlaMetric } from '#shared/domain/sla.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import {
  CHANNELS,
  type Channel,
  PRIORITIES,
  type Priority,
  STATUSES,
  type Status,
  TICKET_TYPES,
} from '#shared/domain/ticket.ts';
import { createInterned, type Interned } from './interned.ts';

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
    | 'priority'
    | 'type'
    | 'channel'
    | 'requesterId'
    | 'assigneeId'
    | 'groupId'
    | 'tags'
    | 'createdAt'
    | 'updatedAt'
    | 'sla'
    | 'links'
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

const NUMBERS = {
  status: Uint8Array,
  priority: Uint8Array,
  type: Uint8Array,
  channel: Uint8Array,
  conversation: Uint8Array,
  gone: Uint8Array,
  /** Of the target that asks most: 0 without one. */
  slaMetric: Uint8Array,
  requester: Uint32Array,
  assignee: Uint32Array,
  group: Uint32Array,
  tags: Uint32Array,
  links: Uint32Array,
  textAt: Uint32Array,
  textLength: Uint32Array,
  createdAt: Float64Array,
  updatedAt: Float64Array,
  /** 0: nobody waits. */
  waitingSince: Float64Array,
  /** When that target is missed; 0: none that runs. */
  slaAt: Float64Array,
  lastOtherAt: Float64Array,
  lastMineAt: Float64Array,
  readAt: Float64Array,
  snoozedUntil: Float64Array,
  starred: Uint8Array,
} as const;
type NumberName = keyof typeof NUMBERS;
export type Numbers = { [K in NumberName]: InstanceType<(typeof NUMBERS)[K]> };

/** What a snapshot holds; survives a structured clone. */
export type PackedColumns = {
  readonly format: 2;
  readonly size: number;
  readonly ids: string;
  readonly numbers: Numbers;
  readonly text: Uint8Array;
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly tagLists: readonly string[];
  readonly linkLists: readonly string[];
};

export type Columns = {
  size(): number;
  /** Grow and move with `put`: read anew for each pass. */
  numbers(): Numbers;
  readonly people: Interned;
  readonly groups: Interned;
  /** Each distinct list of tags once, as JSON. */
  readonly tagLists: Interned;
  /** Each distinct list of links once, as JSON. */
  readonly linkLists: Interned;
  indexOf(id: TicketId): number;
  idAt(index: number): TicketId;
  put(row: ColumnRow): number;
  setMarks(index: number, marks: Pick<ColumnRow, 'readAt' | 'snoozedUntil' | 'starred'>): void;
  /** Nothing stands for this ticket any more; it may come back by `put`. */
  drop(index: number): void;
  isDropped(index: number): boolean;
  textAt(index: number): { readonly number: string; readonly subject: string; readonly preview: string };
  pack(): PackedColumns;
};

/** In `gone`: without a row, where 1 is a row that the helpdesk no longer shows. */
const DROPPED = 2;

/** In `snoozedUntil`: long past, and later than any time that a clock shows (2^42 - 1 ms is in the year 2109). */
export const WOKEN = 1;
export const FOREVER = 2 ** 42 - 1;

/** Parts number, subject and preview in the text block; does not occur in text that people write. */
const PART = '\u0000';

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
  const tagLists = createInterned(packed?.tagLists);
  const linkLists = createInterned(packed?.linkLists);
  let numbers: Numbers = packed?.numbers ?? emptyNumbers(1_024);
  let text = packed?.text ?? new Uint8Array(65_536);
  let textEnd = packed?.text.length ?? 0;

  const writeText = (index: number, value: string): void => {
    const needed = value.length * 3;
    if (textEnd + needed > text.length) compactText(needed);
    const { written } = encoder.encodeInto(value, text.subarray(textEnd));
    numbers.textAt[index] = textEnd;
    numbers.textLength[index] = written;
    textEnd += written;
  };

  /** Leaves out what rows no longer point at, and makes room. */
  const compactText = (needed: number): void => {
    let live = 0;
    for (let index = 0; index < ids.length; index++) live += numbers.textLength[index] ?? 0;
    // An eighth to spare: half of it again would be 12 MB at 100,000 tickets.
    const next = new Uint8Array(65_536 + Math.ceil((live + needed) * 1.125));
    let at = 0;
    for (let index = 0; index < ids.length; index++) {
      const from = numbers.textAt[index] ?? 0;
      const length = numbers.textLength[index] ?? 0;
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
    tagLists,
    linkLists,
    indexOf: (id) => indexes.get(id) ?? -1,
    idAt: (index) => ids[index] ?? '',
    put(row) {
      let index = indexes.get(row.id);
      if (index === undefined) {
        index = ids.length;
        if (index >= numbers.status.length) numbers = resized(numbers, index * 2);
        ids.push(row.id);
        indexes.set(row.id, index);
      }
      const { ticket } = row;
      numbers.textLength[index] = 0;
      writeText(index, [ticket.number, ticket.subject, ticket.preview].map(withoutPart).join(PART));
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
    textAt(index) {
      const from = numbers.textAt[index] ?? 0;
      const whole = decoder.decode(text.subarray(from, from + (numbers.textLength[index] ?? 0)));
      const [number = '', subject = '', preview = ''] = whole.split(PART);
      return { number, subject, preview };
    },
    pack: () => ({
      format: 2,
      size: ids.length,
      ids: ids.join(PART),
      numbers: resized(numbers, ids.length),
      text: text.slice(0, textEnd),
      people: [...people.list()],
      groups: [...groups.list()],
      tagLists: [...tagLists.list()],
      linkLists: [...linkLists.list()],
    }),
  };
}

/** A snapshot as it was packed, or null when anything about it does not fit together: it is then built from the rows. */
export function readPacked(value: unknown): PackedColumns | null {
  if (typeof value !== 'object' || value === null) return null;
  const packed = value as Partial<PackedColumns>;
  if (packed.format !== 2 || typeof packed.size !== 'number' || typeof packed.ids !== 'string') return null;
  if (!(packed.text instanceof Uint8Array) || !packed.numbers) return null;
  for (const [name, Kind] of Object.entries(NUMBERS)) {
    const numbers = packed.numbers[name as NumberName];
    if (!(numbers instanceof Kind) || numbers.length !== packed.size) return null;
  }
  const { textAt, textLength } = packed.numbers;
  for (let index = 0; index < packed.size; index++)
    if ((textAt[index] ?? 0) + (textLength[index] ?? 0) > packed.text.length) return null;
  const count = packed.size === 0 ? 0 : packed.ids.split(PART).length;
  const lists = [packed.people, packed.groups, packed.tagLists, packed.linkLists];
  return count === packed.size && lists.every(Array.isArray) ? (packed as PackedColumns) : null;
}

const withoutPart = (value: string): string => (value.includes(PART) ? value.replaceAll(PART, ' ') : value);

const emptyNumbers = (size: number): Numbers =>
  Object.fromEntries(Object.entries(NUMBERS).map(([name, Kind]) => [name, new Kind(size)])) as Numbers;

function resized(numbers: Numbers, size: number): Numbers {
  const next = emptyNumbers(Math.max(size, 0));
  for (const name of Object.keys(NUMBERS) as NumberName[])
    next[name].set(numbers[name].subarray(0, Math.min(size, numbers[name].length)));
  return next;
}
