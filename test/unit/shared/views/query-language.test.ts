import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CHANNELS, PRIORITIES, STATUSES, TICKET_TYPES } from '#shared/domain/ticket.ts';
import { type Condition, GROUPINGS, PENDING_STATES, SORTS, VIEW_TIMES, type ViewQuery } from '#shared/domain/view.ts';
import { parseQuery } from '#shared/views/parse-query.ts';
import { printQuery, USUAL_SORT } from '#shared/views/print-query.ts';

const HOUR = 3_600_000;
const is = fc.boolean();
const some = <Value>(...values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
const any = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('none', 'ME', 'a:b', '-x', '"', '\\', 'any(', 'or(x)', ' ', ',', '>=', 'Друга лінія', 'is:unread'),
);
const values = fc.array(fc.option(any), { minLength: 1, maxLength: 3 });
const span = fc.integer({ min: 1, max: 10_000_000_000 });
const instant = fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2060, 0) });
const day = instant.map((at) => new Date(at).toJSON().slice(0, 10));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
);
/** `me` and `mine` are keywords wherever people and groups are named, however they are written. */
const names = values.filter((list) => !list.some((name) => /^(me|mine)$/i.test(name ?? '')));
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constant('status' as const), is, values: some(...STATUSES) }),
  fc.record({ field: fc.constant('statusName' as const), is, values: fc.array(any, { minLength: 1, maxLength: 3 }) }),
  fc.record({ field: fc.constant('priority' as const), is, values: some(null, ...PRIORITIES) }),
  fc.record({ field: fc.constant('type' as const), is, values: some(null, ...TICKET_TYPES) }),
  fc.record({ field: fc.constant('channel' as const), is, values: some(...CHANNELS) }),
  fc.record({ field: fc.constantFrom('assignee', 'requester'), is, values: fc.oneof(names, some('me', null)) }),
  fc.record({ field: fc.constant('organization' as const), is, values }),
  fc.record({ field: fc.constant('group' as const), is, values: fc.oneof(names, some('mine', null)) }),
  fc.record({ field: fc.constant('tag' as const), is, values }),
  fc.record({ field: fc.constantFrom('subject', 'text'), is, contains: any }),
  fc.record({ field: fc.constantFrom(...VIEW_TIMES), is, withinMs: span }),
  fc.record({ field: fc.constantFrom(...VIEW_TIMES), is, since: instant }),
  fc.record({ field: fc.constant('waiting' as const), is, longerMs: span }),
  fc.record({ field: fc.constantFrom('waits', 'unread', 'draft', 'starred', 'snoozed'), is }),
  fc.record({ field: fc.constant('outbox' as const), is, values: some(...PENDING_STATES) }),
  fc.record({ field: fc.constant('custom' as const), id: any, is, values }),
  fc.record({ field: fc.constant('custom' as const), id: any, is, above: number }),
  fc.record({ field: fc.constant('custom' as const), id: any, is, below: number }),
  fc.record({ field: fc.constant('custom' as const), id: any, is, from: day }),
);
const query: fc.Arbitrary<ViewQuery> = fc.record(
  {
    all: fc.array(condition, { maxLength: 4 }),
    any: fc.array(condition, { maxLength: 3 }),
    sort: fc.record({ by: fc.constantFrom(...SORTS), descending: fc.boolean() }),
    groupBy: fc.constantFrom(...GROUPINGS),
  },
  { requiredKeys: ['all', 'any', 'sort'] },
);

/** The query that a text stands for, where nothing is wrong with it. */
const read = (text: string): ViewQuery => {
  const { all, any: oneOf, sort, groupBy, problems } = parseQuery(text);
  expect(problems).toEqual([]);
  return {
    all: all.map((term) => term.condition),
    any: oneOf.map((term) => term.condition),
    sort: sort ?? USUAL_SORT,
    ...(groupBy ? { groupBy } : {}),
  };
};

describe('a query', () => {
  it('is the same after it was written down and read', () => {
    fc.assert(
      fc.property(query, (wanted) => {
        expect(read(printQuery(wanted))).toEqual(wanted);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of any text is read without failing, and what is wrong lies within it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc
            .array(fc.constantFrom('tag:', '"', 'any(', ')', '-', ' ', 'created', '>=', ',', 'a', 'field:', '3d'))
            .map((list) => list.join('')),
        ),
        (text) => {
          for (const { from, to } of parseQuery(text).problems) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(text.length);
            expect(from).toBeLessThan(to);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test.each<[string, readonly Condition[]]>([
    ['status:open,pending', [{ field: 'status', is: true, values: ['open', 'pending'] }]],
    ['assignee:me', [{ field: 'assignee', is: true, values: ['me'] }]],
    ['-tag:spam', [{ field: 'tag', is: false, values: ['spam'] }]],
    ['waiting>2h', [{ field: 'waiting', is: true, longerMs: 2 * HOUR }]],
    ['created<3d', [{ field: 'created', is: true, withinMs: 72 * HOUR }]],
    ['updated>2026-11-01Z', [{ field: 'updated', is: true, since: Date.UTC(2026, 10, 2) }]],
    ['updated<=2026-11-01T10:00Z', [{ field: 'updated', is: false, since: Date.UTC(2026, 10, 1, 10, 1) }]],
    ['group:"Second line"', [{ field: 'group', is: true, values: ['Second line'] }]],
    [
      'from:anna@example.com org:Acme',
      [
        { field: 'requester', is: true, values: ['anna@example.com'] },
        { field: 'organization', is: true, values: ['Acme'] },
      ],
    ],
    ['subject:"late parcel"', [{ field: 'subject', is: true, contains: 'late parcel' }]],
    [
      'is:unread has:draft',
      [
        { field: 'unread', is: true },
        { field: 'draft', is: true },
      ],
    ],
    ['priority>=high', [{ field: 'priority', is: true, values: ['high', 'urgent'] }]],
    ['field:"Order number"=1234', [{ field: 'custom', id: 'Order number', is: true, values: ['1234'] }]],
    ['field:Total>=99.5', [{ field: 'custom', id: 'Total', is: false, below: 99.5 }]],
    ['field:Due<=2026-11-01', [{ field: 'custom', id: 'Due', is: false, from: '2026-11-02' }]],
    [
      'поганий "lost parcel"',
      [
        { field: 'text', is: true, contains: 'поганий' },
        { field: 'text', is: true, contains: 'lost parcel' },
      ],
    ],
  ])('%s', (text, all) => {
    expect(read(text)).toEqual({ all, any: [], sort: USUAL_SORT });
  });

  it('may ask for one of several, for an order and for headings', () => {
    expect(read('or(tag:a -is:unread) sort:waiting group-by:assignee')).toEqual({
      all: [],
      any: [
        { field: 'tag', is: true, values: ['a'] },
        { field: 'unread', is: false },
      ],
      sort: { by: 'waiting', descending: true },
      groupBy: 'assignee',
    });
  });

  test.each([
    ['stauts:open', 'unknown-field', ['status'], [0, 11]],
    ['status:opne', 'unknown-value', ['open'], [7, 11]],
    ['tag:', 'no-value', [], [0, 4]],
    ['tag>3', 'not-compared', [], [0, 5]],
    ['waiting>soon', 'needs-span', [], [8, 12]],
    ['created:3d', 'needs-moment', [], [8, 10]],
    ['created>2026-02-30', 'needs-moment', [], [8, 18]],
    ['field:Total>many', 'needs-number', [], [12, 16]],
    ['a "b', 'unclosed-quote', [], [2, 4]],
    ['any(tag:a', 'unclosed-any', [], [0, 4]],
    ['tag:a )', 'stray-bracket', [], [6, 7]],
    ['any(tag:a) any(tag:b)', 'second-any', [], [11, 15]],
  ])('%s is told: %s', (text, code, near, [from, to]) => {
    expect(parseQuery(text).problems).toEqual([expect.objectContaining({ code, near, from, to })]);
  });
});
