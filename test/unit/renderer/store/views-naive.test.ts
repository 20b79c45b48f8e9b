import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnRow, createColumns } from '#renderer/store/columns.ts';
import { evaluate } from '#renderer/store/evaluate-view.ts';
import { groupingOf } from '#renderer/store/group-rows.ts';
import { createTextSearch, PART } from '#renderer/store/search-text.ts';
import { sortRows } from '#renderer/store/sort-rows.ts';
import type { ViewedRows } from '#renderer/store/viewed-rows.ts';
import { CHANNELS, PRIORITIES, STATUSES, TICKET_TYPES } from '#shared/domain/ticket.ts';
import { type Condition, GROUPINGS, PENDING_STATES, SORTS, VIEW_TIMES, type ViewQuery } from '#shared/domain/view.ts';
import { account, NOW, person } from './fixtures.ts';
import {
  columnRow,
  DAYS,
  FIELDS,
  GROUPS,
  latest,
  ORGANIZATIONS,
  PEOPLE,
  STATUS_NAMES,
  TAGS,
} from './generated-rows.ts';
import { type Beside, ME, naive, rank } from './naive-views.ts';

const NAMES = { me: 'Mia Me', p1: 'Zoë Brönte', p2: 'Тарас' };
const people = new Map(Object.entries(NAMES).map(([id, name]) => [id, person(id, name)]));

const is = fc.boolean();
const span = fc.integer({ min: 1, max: 12_000 });
const some = <Value>(...values: readonly Value[]) => fc.subarray([...values]);
const contains = fc.constantFrom(
  'late',
  'PARCEL',
  'cafe',
  'café ca',
  'пять',
  'елка',
  'й',
  'don',
  '文',
  '#1',
  'bronte',
  '',
);
const custom = { field: fc.constant('custom' as const), is };
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constant('status' as const), is, values: some(...STATUSES) }),
  fc.record({ field: fc.constant('statusName' as const), is, values: some(...STATUS_NAMES, 'working', 'gone') }),
  fc.record({ field: fc.constant('priority' as const), is, values: some(null, ...PRIORITIES) }),
  fc.record({ field: fc.constant('type' as const), is, values: some(null, ...TICKET_TYPES) }),
  fc.record({ field: fc.constant('channel' as const), is, values: some(...CHANNELS) }),
  fc.record({ field: fc.constantFrom('assignee', 'requester'), is, values: some(null, ...PEOPLE, 'nobody-yet') }),
  fc.record({ field: fc.constant('organization' as const), is, values: some(null, ...ORGANIZATIONS, 'o9') }),
  fc.record({ field: fc.constant('group' as const), is, values: some(null, 'mine', ...GROUPS, 'g9') }),
  fc.record({ field: fc.constant('tag' as const), is, values: some(null, ...TAGS, 'z') }),
  fc.record({ field: fc.constantFrom('subject', 'text'), is, contains }),
  fc.record({ field: fc.constantFrom(...VIEW_TIMES), is, withinMs: span }),
  fc.record({ field: fc.constantFrom(...VIEW_TIMES), is, since: span.map((ms) => NOW - ms) }),
  fc.record({ field: fc.constant('waiting' as const), is, longerMs: span }),
  fc.record({ field: fc.constantFrom('waits', 'unread', 'draft', 'starred', 'snoozed'), is }),
  fc.record({ field: fc.constant('outbox' as const), is, values: some(...PENDING_STATES) }),
  fc.record({
    ...custom,
    id: fc.constantFrom(FIELDS.text, FIELDS.several, FIELDS.number),
    values: some(null, 'red', 'x', 'y', '3'),
  }),
  fc.record({ ...custom, id: fc.constant(FIELDS.number), above: fc.integer({ min: -1, max: 9 }) }),
  fc.record({ ...custom, id: fc.constant(FIELDS.number), below: fc.integer({ min: 0, max: 10 }) }),
  fc.record({ ...custom, id: fc.constant(FIELDS.day), from: fc.constantFrom(...DAYS) }),
);
const query: fc.Arbitrary<ViewQuery> = fc.record({
  all: fc.array(condition, { maxLength: 3 }),
  any: fc.array(condition, { maxLength: 3 }),
  sort: fc.record({ by: fc.constantFrom(...SORTS), descending: fc.boolean() }),
});
const timed: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constantFrom(...VIEW_TIMES), is, withinMs: span }),
  fc.record({ field: fc.constant('waiting' as const), is, longerMs: span }),
  fc.record({ field: fc.constant('snoozed' as const), is }),
);
/** Time decides, with something beside it that often leaves rows to decide on. */
const timedQuery: fc.Arbitrary<ViewQuery> = fc.record({
  all: fc.array(fc.oneof({ weight: 2, arbitrary: timed }, { weight: 1, arbitrary: condition }), { maxLength: 2 }),
  any: fc.array(fc.oneof({ weight: 2, arbitrary: timed }, { weight: 1, arbitrary: condition }), { maxLength: 2 }),
  sort: fc.constant({ by: 'updated', descending: true } as const),
});
const beside: fc.Arbitrary<Beside> = fc.record({
  names: fc.constant(NAMES),
  drafted: some('desk-1:1', 'desk-1:2', 'desk-1:99'),
  pending: fc.dictionary(
    fc.integer({ min: 0, max: 30 }).map((n) => `desk-1:${n}`),
    fc.constantFrom(...PENDING_STATES),
    { maxKeys: 4 },
  ),
});

/** `prepare` runs when the first half of the rows are there: what was made by then must follow the rest. */
function filled(
  puts: readonly ColumnRow[],
  { drafted, pending }: Beside,
  prepare: (early: ViewedRows) => void = () => undefined,
): ViewedRows {
  const columns = createColumns();
  const search = createTextSearch({
    size: () => columns.size(),
    order: () => Uint32Array.from({ length: columns.size() }, (_, index) => columns.size() - 1 - index),
    text(index) {
      const { number, subject, preview } = columns.textAt(index);
      const requester = columns.people.value(columns.numbers().requester[index] ?? 0) ?? '';
      return [`#${number}`, subject, preview, people.get(requester)?.name ?? ''].join(PART);
    },
  });
  const viewed: ViewedRows = {
    columns,
    me: ME,
    holding: (phrase, inSubject) => search.holding(phrase, inSubject),
    drafted: () => drafted,
    pending: () => Object.entries(pending),
  };
  const half = Math.floor(puts.length / 2);
  for (const [at, row] of puts.entries()) {
    if (at === half) prepare(viewed);
    search.touch(columns.put(row));
    if (at === half) void search.build(async () => undefined);
  }
  return viewed;
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (const [at, value] of a.entries()) if (value !== b[at]) return value - (b[at] ?? 0);
  return 0;
};

describe('views over columns', () => {
  it('select and order what a plain filter over the same tickets does', () => {
    fc.assert(
      fc.property(fc.array(columnRow, { maxLength: 60 }), beside, query, (puts, more, wanted) => {
        const viewed = filled(puts, more, (early) => evaluate(wanted, early, NOW));
        const { columns } = viewed;
        const { rows } = evaluate(wanted, viewed, NOW);
        const sorted = sortRows([{ columns, rows }], wanted.sort);
        const ids = Array.from({ length: sorted.length }, (_, at) => columns.idAt(sorted.at(at)?.index ?? -1));
        const expected = naive(latest(puts), more, wanted, NOW);
        expect([...ids].sort()).toEqual(expected.map((row) => row.id).sort());
        const byId = new Map(expected.map((row) => [row.id, row]));
        const ranks = ids.flatMap((id) => {
          const row = byId.get(id);
          return row ? [rank(row, wanted.sort.by)] : [];
        });
        for (let at = 1; at < ranks.length; at++) {
          const order = compare(ranks[at - 1] ?? [], ranks[at] ?? []);
          expect(wanted.sort.descending ? order : -order).toBeGreaterThanOrEqual(0);
        }
        for (const [at, id] of ids.entries())
          expect(sorted.positionOf({ part: 0, index: columns.indexOf(id) })).toBe(at);
      }),
      { numRuns: 300 },
    );
  });

  it('know until when time alone leaves them as they are', () => {
    fc.assert(
      fc.property(
        fc.array(columnRow, { maxLength: 20 }),
        beside,
        timedQuery,
        fc.integer({ min: 1, max: 15_000 }),
        (puts, more, wanted, later) => {
          const viewed = filled(puts, more);
          const { until } = evaluate(wanted, viewed, NOW);
          const ids = (now: number) => naive(latest(puts), more, wanted, now).map((row) => row.id);
          if (NOW + later < until) expect(ids(NOW + later)).toEqual(ids(NOW));
          // When it has come, what is computed anew is right again.
          const found = evaluate(wanted, viewed, Math.min(until, NOW + later)).rows;
          expect([...found].map((index) => viewed.columns.idAt(index)).sort()).toEqual(
            [...ids(Math.min(until, NOW + later))].sort(),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('go by the helpdesk’s clock where its own times are asked about, and by this machine’s for what was put off here', () => {
    const skew = fc.integer({ min: -20_000, max: 20_000 });
    const ofHelpdesk = fc.array(
      timed.filter(({ field }) => field !== 'snoozed'),
      { minLength: 1, maxLength: 2 },
    );
    fc.assert(
      fc.property(fc.array(columnRow, { maxLength: 20 }), beside, ofHelpdesk, skew, (puts, more, all, skewMs) => {
        const viewed = filled(puts, more);
        const here = evaluate({ all, any: [] }, viewed, NOW, skewMs);
        const there = evaluate({ all, any: [] }, viewed, NOW + skewMs);
        expect([...here.rows]).toEqual([...there.rows]);
        expect(here.until).toBe(there.until - skewMs);
        const putOff = { all: [{ field: 'snoozed', is: true }], any: [] } as const;
        expect(evaluate(putOff, viewed, NOW, skewMs)).toEqual(evaluate(putOff, viewed, NOW));
      }),
      { numRuns: 200 },
    );
  });

  it('gather rows under headings, in their order within each', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(columnRow, { maxLength: 30 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...GROUPINGS),
        (desks, by) => {
          const parts = desks.map((puts) => {
            const { columns } = filled(puts, { names: NAMES, drafted: [], pending: {} });
            return { columns, rows: Uint32Array.from({ length: columns.size() }, (_, index) => index) };
          });
          const small = {
            groups: new Map(),
            organizations: new Map(),
            macros: new Map(),
            macroFiles: new Map(),
            views: new Map(),
            fields: new Map(),
            dynamicContent: new Map(),
          };
          const states = parts.map(({ columns }) => ({ columns, people, account, small }));
          const sort = { by: 'updated', descending: true } as const;
          const plain = sortRows(parts, sort);
          const { groups, length, at } = sortRows(parts, sort, groupingOf(states, by));
          const valueAt = (position: number, of: typeof at): string | null => {
            const ref = of(position);
            const row = latest(desks[ref?.part ?? -1] ?? [])[ref?.index ?? -1]?.ticket;
            if (!row) throw new Error('no row');
            return {
              status: row.status,
              priority: row.priority,
              assignee: row.assigneeId,
              requester: row.requesterId,
              group: row.groupId,
              organization: row.organizationId,
            }[by];
          };
          const seen = Array.from({ length }, (_, position) => valueAt(position, at));
          // Every row stands under its heading, no heading is empty, and together they cover the list.
          expect((groups ?? []).flatMap(({ value, count }) => Array.from({ length: count }, () => value))).toEqual(
            seen,
          );
          expect((groups ?? []).every(({ count }) => count > 0)).toBe(true);
          let start = 0;
          for (const group of groups ?? []) {
            expect(group.start).toBe(start);
            const under = Array.from({ length: group.count }, (_, row) => at(start + row));
            const position = (ref: (typeof under)[number]) => (ref ? plain.positionOf(ref) : -1);
            expect(under.map(position)).toEqual(under.map(position).sort((a, b) => a - b));
            start += group.count;
          }
        },
      ),
    );
  });
});
