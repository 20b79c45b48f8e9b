import fc from 'fast-check';
import { type ColumnRow, FOREVER } from '#renderer/store/columns.ts';
import { SLA_METRICS, type SlaTarget } from '#shared/domain/sla.ts';
import { CHANNELS, LINK_KINDS, PRIORITIES, STATUSES, TICKET_TYPES } from '#shared/domain/ticket.ts';
import { NOW } from './fixtures.ts';

export const PEOPLE = ['me', 'p1', 'p2'] as const;
export const GROUPS = ['g1', 'g2', 'g3'] as const;
export const ORGANIZATIONS = ['o1', 'o2'] as const;
export const TAGS = ['a', 'b', 'c'] as const;
export const STATUS_NAMES = ['open', 'Working', 'awaiting customer'] as const;
/** Custom fields by what they hold. */
export const FIELDS = { text: 'f1', number: 'f2', day: 'f3', several: 'f4' } as const;
export const DAYS = ['2026-10-31', '2026-11-01', '2026-11-02'] as const;

const time = fc.integer({ min: NOW - 10_000, max: NOW });
/** Some that are alike but for case, marks and apostrophes, in several scripts. */
const words = fc
  .array(
    fc.constantFrom('Late', 'parcel', 'CAFÉ', 'cafe', "п'ять", 'ёлка', 'елка', 'й', 'и', 'Đơn', '注文', '1', '42'),
    {
      maxLength: 3,
    },
  )
  .map((list) => list.join(' '));
const text = fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) });

const fields = fc.record(
  {
    [FIELDS.text]: fc.constantFrom('red', 'blue', '', null),
    [FIELDS.number]: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('3', ' 7 ', 'none', null)),
    [FIELDS.day]: fc.constantFrom(...DAYS, '2026-11-01T10:00:00Z', 'soon', null),
    [FIELDS.several]: fc.subarray(['x', 'y', 'z']),
  },
  { requiredKeys: [] },
);

/** While it is paused nobody knows when a target is missed. */
const target: fc.Arbitrary<SlaTarget> = fc
  .record({
    metric: fc.constantFrom(...SLA_METRICS),
    stage: fc.constantFrom('active', 'paused', 'met'),
    breachAt: fc.option(time),
    policy: fc.constant(null),
  })
  .map((one) => (one.stage === 'paused' ? { ...one, breachAt: null } : one));

export const columnRow: fc.Arbitrary<ColumnRow> = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((n) => `desk-1:${n}`),
  ticket: fc.record({
    number: fc.oneof(fc.integer({ min: 1, max: 99 }).map(String), fc.string()),
    subject: text,
    preview: text,
    status: fc.constantFrom(...STATUSES),
    statusName: fc.constantFrom(...STATUS_NAMES),
    priority: fc.constantFrom(null, ...PRIORITIES),
    type: fc.constantFrom(null, ...TICKET_TYPES),
    channel: fc.constantFrom(...CHANNELS),
    requesterId: fc.constantFrom(null, ...PEOPLE),
    assigneeId: fc.constantFrom(null, ...PEOPLE),
    groupId: fc.constantFrom(null, ...GROUPS),
    organizationId: fc.constantFrom(null, ...ORGANIZATIONS),
    tags: fc.subarray([...TAGS]),
    fields,
    createdAt: time,
    updatedAt: time,
    solvedAt: fc.option(time),
    sla: fc.array(target, { maxLength: 3 }),
    links: fc.array(fc.record({ kind: fc.constantFrom(...LINK_KINDS), remoteId: fc.constantFrom('1', '2') }), {
      maxLength: 2,
    }),
    followerIds: fc.subarray(PEOPLE.slice(0, 2)),
  }),
  waitingSince: fc.option(time),
  lastOtherAt: fc.oneof(fc.constant(0), time),
  lastMineAt: fc.oneof(fc.constant(0), time),
  readAt: fc.oneof(fc.constantFrom(0, -1), time),
  snoozedUntil: fc.oneof(
    fc.constantFrom(0, 1, FOREVER),
    time.map((at) => at + 10_000),
  ),
  starred: fc.boolean(),
  conversation: fc.constantFrom('none', 'behind', 'whole'),
  gone: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** A ticket put twice is what it was put as last. */
export const latest = (puts: readonly ColumnRow[]): readonly ColumnRow[] => [
  ...new Map(puts.map((row) => [row.id, row])).values(),
];
