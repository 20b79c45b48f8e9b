import type { TicketId } from '#shared/domain/ids.ts';
import { CHANNELS, PRIORITIES, STATUSES, TICKET_TYPES } from '#shared/domain/ticket.ts';
import type { Condition } from '#shared/domain/view.ts';
import { type Columns, FOREVER } from './columns.ts';
import type { Interned } from './interned.ts';
import { customTest } from './test-custom-field.ts';
import type { ViewedRows } from './viewed-rows.ts';

/** Whether a row is what a condition asks for. */
export type Test = (index: number) => boolean;

/**
 * This machine's. `skewMs`: the helpdesk's, by which tickets are dated, minus it. `until` becomes the earliest moment at which a row that was
 * asked about answers differently.
 */
export type Clock = { readonly now: number; readonly skewMs: number; until: number };

const SOLVED = STATUSES.indexOf('solved');
const NEW = STATUSES.indexOf('new');

/**
 * Whether somebody other than me wrote after I last read or wrote. A ticket without a mark is unread only while it is unsolved:
 * what was settled before Holdfast came is not news. One that is new and whose messages are not here yet is.
 */
export function unreadTest(columns: Columns): Test {
  const { status, lastOtherAt, lastMineAt, readAt, createdAt } = columns.numbers();
  return (index) => {
    const mark = readAt[index] ?? 0;
    if (mark < 0) return true;
    const state = status[index] ?? 0;
    if (mark === 0 && state >= SOLVED) return false;
    const other = lastOtherAt[index] ?? 0;
    const mine = lastMineAt[index] ?? 0;
    if (other === 0 && mine === 0) return state === NEW && (createdAt[index] ?? 0) > mark;
    return other > mark && other > mine;
  };
}

/** Whether time alone may change what a condition says of a row. */
export const isTimed = (condition: Condition): boolean =>
  condition.field === 'snoozed' || 'withinMs' in condition || 'longerMs' in condition;

const TIMES = { created: 'createdAt', updated: 'updatedAt', solved: 'solvedAt' } as const;

export function testOf(condition: Condition, viewed: ViewedRows, clock: Clock): Test {
  const { columns, me } = viewed;
  const numbers = columns.numbers();
  switch (condition.field) {
    case 'status':
      return inSet(numbers.status, condition.is, placesIn(STATUSES, condition.values, 0), STATUSES.length);
    case 'statusName': {
      const wanted = new Set(condition.values.map((name) => name.toLowerCase()));
      const names = columns.statusNames.list();
      const codes = names.flatMap((name, at) => (wanted.has(name.toLowerCase()) ? [at + 1] : []));
      return inSet(numbers.statusName, condition.is, codes, columns.statusNames.size());
    }
    case 'priority':
      return inSet(numbers.priority, condition.is, placesIn(PRIORITIES, condition.values, 1), PRIORITIES.length + 1);
    case 'type':
      return inSet(numbers.type, condition.is, placesIn(TICKET_TYPES, condition.values, 1), TICKET_TYPES.length + 1);
    case 'channel':
      return inSet(numbers.channel, condition.is, placesIn(CHANNELS, condition.values, 0), CHANNELS.length);
    case 'assignee':
    case 'requester': {
      const wanted = condition.values.map((value) => (value === 'me' ? me.remoteId : value));
      return ofIds(numbers[condition.field], condition.is, wanted, columns.people);
    }
    case 'organization':
      return ofIds(numbers.organization, condition.is, condition.values, columns.organizations);
    case 'group': {
      const wanted = condition.values.flatMap((value): readonly (string | null)[] =>
        value === 'mine' ? me.groupIds : [value],
      );
      return ofIds(numbers.group, condition.is, wanted, columns.groups);
    }
    case 'tag': {
      const wanted = new Set(condition.values);
      const lists = columns.tagLists.list();
      const codes = lists.flatMap((list, at) => (tagsOf(list).some((tag) => wanted.has(tag)) ? [at + 1] : []));
      return inSet(numbers.tags, condition.is, wanted.has(null) ? [0, ...codes] : codes, columns.tagLists.size());
    }
    case 'subject':
    case 'text': {
      const hits = viewed.holding(condition.contains, condition.field === 'subject');
      return (index) => (hits[index] === 1) === condition.is;
    }
    case 'created':
    case 'updated':
    case 'solved': {
      const times = numbers[TIMES[condition.field]];
      return 'since' in condition ? since(times, condition) : within(times, condition, clock);
    }
    case 'waiting':
      return waiting(numbers.waitingSince, condition, clock);
    case 'waits':
      return (index) => (numbers.waitingSince[index] !== 0) === condition.is;
    case 'unread': {
      const isUnread = unreadTest(columns);
      return (index) => isUnread(index) === condition.is;
    }
    case 'starred':
      return (index) => (numbers.starred[index] === 1) === condition.is;
    case 'snoozed':
      return (index) => {
        const until = numbers.snoozedUntil[index] ?? 0;
        // What only the customer can wake does not change with time.
        return (until === FOREVER || beforeEdge(until, clock)) === condition.is;
      };
    case 'draft':
      return amongTickets(columns, condition.is, viewed.drafted());
    case 'outbox': {
      const found = [...viewed.pending()].filter(([, state]) => condition.values.includes(state));
      return amongTickets(
        columns,
        condition.is,
        found.map(([id]) => id),
      );
    }
    case 'custom':
      return customTest(condition, columns);
  }
}

export const tagsOf = (list: string): readonly string[] => JSON.parse(list) as readonly string[];

/** Codes of values in a fixed list. With `shift` 1 code 0 is none, as which null counts. */
const placesIn = <Value extends string>(
  list: readonly Value[],
  values: readonly (Value | null)[],
  shift: 0 | 1,
): readonly number[] => values.map((value) => (value === null ? 0 : list.indexOf(value) + shift));

function inSet(codes: Uint8Array | Uint32Array, is: boolean, wanted: readonly number[], size: number): Test {
  const table = new Uint8Array(size);
  for (const code of wanted) if (code >= 0) table[code] = 1;
  const hit = is ? 1 : 0;
  return (index) => table[codes[index] ?? 0] === hit;
}

const ofIds = (codes: Uint32Array, is: boolean, ids: readonly (string | null)[], known: Interned): Test =>
  inSet(
    codes,
    is,
    ids.map((id) => known.find(id)),
    known.size(),
  );

/** Few tickets have drafts and entries: they are looked up once, not asked of every row. */
function amongTickets(columns: Columns, is: boolean, ids: Iterable<TicketId>): Test {
  const rows = new Set<number>();
  for (const id of ids) rows.add(columns.indexOf(id));
  return (index) => rows.has(index) === is;
}

/** Younger than `withinMs`; a row stops being so at its time plus `withinMs`. */
function within(
  times: Float64Array,
  { is, withinMs }: { readonly is: boolean; readonly withinMs: number },
  clock: Clock,
): Test {
  return (index) => {
    const at = times[index] ?? 0;
    if (at === 0) return false;
    return beforeEdge(at + withinMs - clock.skewMs, clock) === is;
  };
}

/** Has waited `longerMs`; becomes so that long after the wait began. */
function waiting(
  times: Float64Array,
  { is, longerMs }: { readonly is: boolean; readonly longerMs: number },
  clock: Clock,
): Test {
  return (index) => {
    const at = times[index] ?? 0;
    if (at === 0) return false;
    return beforeEdge(at + longerMs - clock.skewMs, clock) !== is;
  };
}

function beforeEdge(edge: number, clock: Clock): boolean {
  const before = edge > clock.now;
  if (before && edge < clock.until) clock.until = edge;
  return before;
}

function since(times: Float64Array, { is, since: from }: { readonly is: boolean; readonly since: number }): Test {
  return (index) => {
    const at = times[index] ?? 0;
    return at !== 0 && at >= from === is;
  };
}
