import type { Condition, ViewQuery } from '#shared/domain/view.ts';
import { type Clock, isTimed, testOf, unreadTest } from './test-condition.ts';
import type { ViewedRows } from './viewed-rows.ts';

/** Rows of a view in no order. `until` is when time alone changes it (ms, UTC), or infinity. */
export type Selection = { readonly rows: Uint32Array; readonly unread: number; readonly until: number };

/** Computes a view from scratch: at 100,000 tickets this is cheaper than keeping it up to date. */
export function evaluate(
  query: Pick<ViewQuery, 'all' | 'any'>,
  viewed: ViewedRows,
  now: number,
  /** The helpdesk's clock minus this machine's, ms. */
  skewMs = 0,
): Selection {
  const clock: Clock = { now, skewMs, until: Number.POSITIVE_INFINITY };
  // Conditions on time come last, so that only rows which pass the others decide when the view next changes.
  const order = (conditions: readonly Condition[]) =>
    [...conditions].sort((a, b) => Number(isTimed(a)) - Number(isTimed(b))).map((one) => testOf(one, viewed, clock));
  const all = order(query.all);
  const any = order(query.any);
  const { columns } = viewed;
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
