import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnRow, createColumns, FOREVER, readPacked } from '#renderer/store/columns.ts';
import { evaluate } from '#renderer/store/evaluate-view.ts';
import { sortRows } from '#renderer/store/sort-rows.ts';
import { noSummary, summarise } from '#renderer/store/summary.ts';
import { foremostTarget, SLA_METRICS, type SlaTarget } from '#shared/domain/sla.ts';
import { CHANNELS, LINK_KINDS, PRIORITIES, STATUSES, TICKET_TYPES } from '#shared/domain/ticket.ts';
import { type Condition, SORTS, type ViewQuery } from '#shared/domain/view.ts';
import { message, NOW } from './fixtures.ts';

const me = { remoteId: 'me', groupIds: ['g1', 'g2'] };
const people = [null, 'me', 'p1', 'p2'];
const groups = [null, 'g1', 'g2', 'g3'];
const tags = ['a', 'b', 'c'];
const time = fc.integer({ min: NOW - 10_000, max: NOW });

const target: fc.Arbitrary<SlaTarget> = fc.record({
  metric: fc.constantFrom(...SLA_METRICS),
  stage: fc.constantFrom('active', 'paused', 'met'),
  breachAt: fc.option(time),
  policy: fc.constant(null),
});

const columnRow: fc.Arbitrary<ColumnRow> = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((n) => `desk-1:${n}`),
  ticket: fc.record({
    number: fc.string(),
    subject: fc.string({ unit: 'binary' }),
    preview: fc.string({ unit: 'grapheme' }),
    status: fc.constantFrom(...STATUSES),
    priority: fc.constantFrom(null, ...PRIORITIES),
    type: fc.constantFrom(null, ...TICKET_TYPES),
    channel: fc.constantFrom(...CHANNELS),
    requesterId: fc.constantFrom(...people),
    assigneeId: fc.constantFrom(...people),
    groupId: fc.constantFrom(...groups),
    tags: fc.subarray(tags),
    createdAt: time,
    updatedAt: time,
    sla: fc.array(target, { maxLength: 3 }),
    links: fc.array(fc.record({ kind: fc.constantFrom(...LINK_KINDS), remoteId: fc.constantFrom('1', '2') }), {
      maxLength: 2,
    }),
  }),
  waitingSince: fc.option(time),
  lastOtherAt: fc.oneof(fc.constant(0), time),
  lastMineAt: fc.oneof(fc.constant(0), time),
  readAt: fc.oneof(fc.constantFrom(0, -1), time),
  snoozedUntil: fc.oneof(fc.constantFrom(0, 1, FOREVER), time),
  starred: fc.boolean(),
  conversation: fc.constantFrom('none', 'behind', 'whole'),
  gone: fc.boolean(),
});

const is = fc.boolean();
const withinMs = fc.integer({ min: 1, max: 12_000 });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constant('status' as const), is, values: fc.subarray([...STATUSES]) }),
  fc.record({ field: fc.constant('priority' as const), is, values: fc.subarray([null, ...PRIORITIES]) }),
  fc.record({ field: fc.constant('type' as const), is, values: fc.subarray([null, ...TICKET_TYPES]) }),
  fc.record({ field: fc.constant('channel' as const), is, values: fc.subarray([...CHANNELS]) }),
  fc.record({ field: fc.constant('assignee' as const), is, values: fc.subarray([null, 'me', 'p1', 'nobody-yet']) }),
  fc.record({ field: fc.constant('requester' as const), is, values: fc.subarray([null, 'me', 'p2']) }),
  fc.record({ field: fc.constant('group' as const), is, values: fc.subarray([null, 'mine', 'g3', 'g9']) }),
  fc.record({ field: fc.constant('tag' as const), is, values: fc.subarray([...tags, 'z']) }),
  fc.record({ field: fc.constant('updated' as const), is, withinMs }),
  fc.record({ field: fc.constant('created' as const), is, withinMs }),
  fc.record({ field: fc.constant('unread' as const), is }),
  fc.record({ field: fc.constant('starred' as const), is }),
  fc.record({ field: fc.constant('snoozed' as const), is }),
);
const query: fc.Arbitrary<ViewQuery> = fc.record({
  all: fc.array(condition, { maxLength: 3 }),
  any: fc.array(condition, { maxLength: 2 }),
  sort: fc.record({ by: fc.constantFrom(...SORTS), descending: fc.boolean() }),
});

/** Says the same as the columns, one ticket at a time and without their tricks. */
function holds(row: ColumnRow, one: Condition, now: number): boolean {
  const { ticket } = row;
  const person = (id: string | null) => (values: readonly (string | null)[]) =>
    values.some((value) => (value === 'me' ? me.remoteId : value) === id);
  switch (one.field) {
    case 'status':
      return one.values.includes(ticket.status) === one.is;
    case 'priority':
      return one.values.includes(ticket.priority) === one.is;
    case 'type':
      return one.values.includes(ticket.type) === one.is;
    case 'channel':
      return one.values.includes(ticket.channel) === one.is;
    case 'assignee':
      return person(ticket.assigneeId)(one.values) === one.is;
    case 'requester':
      return person(ticket.requesterId)(one.values) === one.is;
    case 'group':
      return (
        one.values.some(
          (value) => value === ticket.groupId || (value === 'mine' && me.groupIds.includes(ticket.groupId ?? '')),
        ) === one.is
      );
    case 'tag':
      return one.values.some((tag) => ticket.tags.includes(tag)) === one.is;
    case 'updated':
      return now - ticket.updatedAt < one.withinMs === one.is;
    case 'created':
      return now - ticket.createdAt < one.withinMs === one.is;
    case 'unread':
      return isUnread(row) === one.is;
    case 'starred':
      return row.starred === one.is;
    case 'snoozed':
      return row.snoozedUntil > now === one.is;
  }
}
function isUnread({ ticket, readAt, lastOtherAt, lastMineAt }: ColumnRow): boolean {
  if (readAt < 0) return true;
  if (readAt === 0 && ['solved', 'closed'].includes(ticket.status)) return false;
  if (lastOtherAt === 0 && lastMineAt === 0) return ticket.status === 'new' && ticket.createdAt > readAt;
  return lastOtherAt > readAt && lastOtherAt > lastMineAt;
}
const naive = (rows: readonly ColumnRow[], wanted: ViewQuery, now: number): readonly ColumnRow[] =>
  rows.filter(
    (row) =>
      !row.gone &&
      wanted.all.every((one) => holds(row, one, now)) &&
      (wanted.any.length === 0 || wanted.any.some((one) => holds(row, one, now))),
  );
const latest = (puts: readonly ColumnRow[]): readonly ColumnRow[] => [
  ...new Map(puts.map((row) => [row.id, row])).values(),
];
const rank = ({ ticket, waitingSince, snoozedUntil }: ColumnRow, by: ViewQuery['sort']['by']): readonly number[] => {
  if (by === 'updated') return [ticket.updatedAt];
  if (by === 'created') return [ticket.createdAt];
  if (by === 'waking') return snoozedUntil === 0 ? [0, 0] : [1, -snoozedUntil];
  if (by === 'waiting') return waitingSince === null ? [0, 0] : [1, -waitingSince];
  if (by === 'sla') {
    const breachAt = foremostTarget(ticket.sla)?.breachAt ?? null;
    return breachAt === null ? [0, 0] : [1, -breachAt];
  }
  return [ticket.priority === null ? 0 : PRIORITIES.indexOf(ticket.priority) + 1, Math.floor(ticket.updatedAt / 1_000)];
};
const compare = (a: readonly number[], b: readonly number[]): number => {
  for (const [at, value] of a.entries()) if (value !== b[at]) return value - (b[at] ?? 0);
  return 0;
};
const filled = (puts: readonly ColumnRow[]) => {
  const columns = createColumns();
  for (const row of puts) columns.put(row);
  return columns;
};

describe('views over columns', () => {
  it('select and order what a plain filter over the same tickets does', () => {
    fc.assert(
      fc.property(fc.array(columnRow, { maxLength: 60 }), query, (puts, wanted) => {
        const columns = filled(puts);
        const { rows } = evaluate(wanted, columns, NOW, me);
        const sorted = sortRows([{ columns, rows }], wanted.sort);
        const ids = Array.from({ length: sorted.length }, (_, at) => columns.idAt(sorted.at(at)?.index ?? -1));
        const expected = naive(latest(puts), wanted, NOW);
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
      { numRuns: 400 },
    );
  });

  it('know until when time alone leaves them as they are', () => {
    fc.assert(
      fc.property(
        fc.array(columnRow, { maxLength: 20 }),
        query,
        fc.integer({ min: 1, max: 15_000 }),
        (puts, wanted, later) => {
          const { until } = evaluate(wanted, filled(puts), NOW, me);
          fc.pre(NOW + later < until);
          const ids = (now: number) => naive(latest(puts), wanted, now).map((row) => row.id);
          expect(ids(NOW + later)).toEqual(ids(NOW));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('merge several accounts into one order', () => {
    fc.assert(
      fc.property(fc.array(columnRow, { maxLength: 30 }), fc.array(columnRow, { maxLength: 30 }), (a, b) => {
        const parts = [filled(a), filled(b)].map((columns) => ({
          columns,
          rows: Uint32Array.from({ length: columns.size() }, (_, index) => index),
        }));
        const sorted = sortRows(parts, { by: 'updated', descending: true });
        const seen = Array.from({ length: sorted.length }, (_, at) => sorted.at(at));
        const times = seen.map((ref) => parts[ref?.part ?? -1]?.columns.numbers().updatedAt[ref?.index ?? -1] ?? 0);
        expect(times).toEqual([...latest(a), ...latest(b)].map((row) => row.ticket.updatedAt).sort((x, y) => y - x));
      }),
    );
  });
});

describe('columns', () => {
  it('tell what was put last, also when packed and read back', () => {
    fc.assert(
      fc.property(fc.array(columnRow, { maxLength: 80 }), (puts) => {
        const first = filled(puts);
        const packed = readPacked(structuredClone(first.pack()));
        if (!packed) throw new Error('does not read back');
        for (const columns of [first, createColumns(packed)]) {
          expect(columns.size()).toBe(latest(puts).length);
          for (const row of latest(puts)) {
            const clean = (text: string) =>
              new TextDecoder().decode(new TextEncoder().encode(text.replaceAll('\u0000', ' ')));
            expect(columns.textAt(columns.indexOf(row.id))).toEqual({
              number: clean(row.ticket.number),
              subject: clean(row.ticket.subject),
              preview: clean(row.ticket.preview),
            });
          }
        }
      }),
    );
  });

  it('that do not fit together are not read', () => {
    const packed = filled([]).pack();
    expect(readPacked(packed)).not.toBe(null);
    expect(readPacked({ ...packed, size: 3 })).toBe(null);
    expect(readPacked({ ...packed, format: 1 })).toBe(null);
    expect(readPacked('nonsense')).toBe(null);
  });
});

describe('a summary', () => {
  it('is the same whatever the order in which messages come, and however often', () => {
    const one = fc.record({
      id: fc.integer({ min: 1, max: 12 }),
      kind: fc.constantFrom('reply' as const, 'note' as const),
      authorRole: fc.constantFrom('requester' as const, 'agent' as const, 'system' as const),
      mine: fc.boolean(),
    });
    const some = fc.uniqueArray(one, { selector: (part) => part.id, maxLength: 8 });
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (parts, order) => {
        const messages = parts.map((part) =>
          message({
            remoteId: `m${part.id}`,
            ticketRemoteId: '1',
            kind: part.kind,
            authorRole: part.authorRole,
            authorId: part.mine ? 'me' : 'other',
            createdAt: NOW + part.id,
          }),
        );
        const shuffled = [...messages, ...messages]
          .map((item) => ({ item, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
        expect(summarise(noSummary, shuffled, 'me')).toEqual(summarise(noSummary, messages, 'me'));
        const answered = Math.max(
          0,
          ...messages.filter((m) => m.kind === 'reply' && m.authorRole === 'agent').map((m) => m.createdAt),
        );
        const asked = messages.filter(
          (m) => m.kind === 'reply' && m.authorRole === 'requester' && m.createdAt > answered,
        );
        expect(summarise(noSummary, shuffled, 'me').unanswered[0]).toBe(
          asked.length === 0 ? undefined : Math.min(...asked.map((m) => m.createdAt)),
        );
      }),
    );
  });
});
