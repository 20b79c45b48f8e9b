import type { RemoteId } from '#shared/domain/ids.ts';
import { CHANNELS, PRIORITIES, STATUSES, TICKET_TYPES } from '#shared/domain/ticket.ts';
import type { Condition, ViewQuery } from '#shared/domain/view.ts';
import { type Columns, FOREVER } from './columns.ts';
import type { Interned } from './interned.ts';

/** Whom `me` and `mine` stand for. */
export type Me = { readonly remoteId: RemoteId; readonly groupIds: readonly RemoteId[] };

/** Rows of a view in no order. `until` is when time alone changes it (ms, UTC), or infinity. */
export type Selection = { readonly rows: Uint32Array; readonly unread: number; readonly until: number };

type Test = (index: number) => boolean;

/** Computes a view from scratch: at 100,000 tickets this is cheaper than keeping it up to date. */
export function evaluate(query: ViewQuery, columns: Columns, now: number, me: Me): Selection {
  const clock = { now, until: Number.POSITIVE_INFINITY };
  // Conditions on time come last, so that only rows which pass the others decide when the view next changes.
  const order = (conditions: readonly Condition[]): Test[] =>
    [...conditions]
      .sort((a, b) => Number(isTimed(a)) - Number(isTimed(b)))
      .map((one) => testOf(one, columns, clock, me));
  const all = order(query.all);
  const any = order(query.any);
  const { gone } = columns.numbers();
  const isUnread = unreadTest(columns);
  const size = columns.size();
  const rows = new Uint32Array(size);
  let count = 0;
  let unread = 0;
  next: for (let index = 0; index < size; index++) {
    if (gone[index] !== 0) continue;
    for (const test of all) if (!test(index)) continue next;
    if (any.length > 0 && !any.some((test) => test(index))) continue;
    rows[count++] = index;
    if (isUnread(index)) unread++;
  }
  return { rows: rows.subarray(0, count), unread, until: clock.until };
}

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

const isTimed = (condition: Condition): boolean =>
  condition.field === 'updated' || condition.field === 'created' || condition.field === 'snoozed';

function testOf(condition: Condition, columns: Columns, clock: { now: number; until: number }, me: Me): Test {
  const numbers = columns.numbers();
  switch (condition.field) {
    case 'status':
      return inSet(
        numbers.status,
        condition.is,
        condition.values.map((value) => STATUSES.indexOf(value)),
        STATUSES.length,
      );
    case 'priority':
      return inSet(
        numbers.priority,
        condition.is,
        condition.values.map((value) => (value === null ? 0 : PRIORITIES.indexOf(value) + 1)),
        PRIORITIES.length + 1,
      );
    case 'type':
      return inSet(
        numbers.type,
        condition.is,
        condition.values.map((value) => (value === null ? 0 : TICKET_TYPES.indexOf(value) + 1)),
        TICKET_TYPES.length + 1,
      );
    case 'channel':
      return inSet(
        numbers.channel,
        condition.is,
        condition.values.map((value) => CHANNELS.indexOf(value)),
        CHANNELS.length,
      );
    case 'assignee':
      return ofPerson(numbers.assignee, condition.is, condition.values, columns.people, me);
    case 'requester':
      return ofPerson(numbers.requester, condition.is, condition.values, columns.people, me);
    case 'group': {
      const wanted = condition.values.flatMap((value): readonly (string | null)[] =>
        value === 'mine' ? me.groupIds : [value],
      );
      return inSet(
        numbers.group,
        condition.is,
        wanted.map((id) => columns.groups.find(id)),
        columns.groups.size(),
      );
    }
    case 'tag': {
      const wanted = new Set(condition.values);
      const lists = columns.tagLists.list();
      const codes = lists.flatMap((list, at) => (tagsOf(list).some((tag) => wanted.has(tag)) ? [at + 1] : []));
      return inSet(numbers.tags, condition.is, codes, columns.tagLists.size());
    }
    case 'updated':
      return within(numbers.updatedAt, condition, clock);
    case 'created':
      return within(numbers.createdAt, condition, clock);
    case 'starred':
      return inSet(numbers.starred, condition.is, [1], 2);
    case 'snoozed':
      return (index) => {
        const until = numbers.snoozedUntil[index] ?? 0;
        const asleep = until > clock.now;
        if (asleep && until < clock.until && until < FOREVER) clock.until = until;
        return asleep === condition.is;
      };
    case 'unread': {
      const isUnread = unreadTest(columns);
      return (index) => isUnread(index) === condition.is;
    }
  }
}

export const tagsOf = (list: string): readonly string[] => JSON.parse(list) as readonly string[];

function inSet(codes: Uint8Array | Uint32Array, is: boolean, wanted: readonly number[], size: number): Test {
  const table = new Uint8Array(size);
  for (const code of wanted) if (code >= 0) table[code] = 1;
  const hit = is ? 1 : 0;
  return (index) => table[codes[index] ?? 0] === hit;
}

const ofPerson = (
  codes: Uint32Array,
  is: boolean,
  values: readonly (string | null)[],
  people: Interned,
  me: Me,
): Test =>
  inSet(
    codes,
    is,
    values.map((value) => people.find(value === 'me' ? me.remoteId : value)),
    people.size(),
  );

/** Younger than `withinMs`; a row stops being so at its time plus `withinMs`. */
function within(
  times: Float64Array,
  condition: { readonly is: boolean; readonly withinMs: number },
  clock: { now: number; until: number },
): Test {
  return (index) => {
    const edge = (times[index] ?? 0) + condition.withinMs;
    const inside = edge > clock.now;
    if (inside && edge < clock.until) clock.until = edge;
    return inside === condition.is;
  };
}
