import type { Ticket } from '../domain/ticket.ts';
import type { TicketChanges } from './action.ts';
import type { Base, OutboxEntry } from './entry.ts';

const PLAIN = ['status', 'priority', 'type', 'subject', 'assigneeId', 'groupId'] as const;

/**
 * The base of a later entry once an earlier one of mine has taken effect between `before` and `after`. Where the field stood as
 * the later entry saw it, what it is now came of my own action (a reply that reopened the ticket, say) and is no conflict; where a
 * colleague had already changed it the old base stays, so that the conflict still shows. Unless the effect was `alone` between
 * the two, only what it was to change counts as its own. Null when nothing moves.
 */
export function rebased(
  later: OutboxEntry,
  mine: OutboxEntry,
  { before, after, alone }: { readonly before: Ticket; readonly after: Ticket; readonly alone: boolean },
): Base | null {
  const moved = (values: TicketChanges): TicketChanges => {
    const { changes } = mine.action;
    const plain = PLAIN.filter(
      (field) =>
        values[field] !== undefined &&
        values[field] === before[field] &&
        before[field] !== after[field] &&
        (alone || changes[field] === after[field]),
    ).map((field) => [field, after[field]]);
    const fields = Object.entries(values.fields ?? {}).map(([id, value]) => [
      id,
      same(value, before.fields[id]) && (alone || same(changes.fields?.[id], after.fields[id]))
        ? (after.fields[id] ?? null)
        : value,
    ]);
    return {
      ...values,
      ...Object.fromEntries(plain),
      ...(values.fields ? { fields: Object.fromEntries(fields) } : {}),
    };
  };
  const { under } = later.base;
  const base: Base = {
    ...later.base,
    version: after.version,
    values: moved(later.base.values),
    ...(under ? { under: moved(under) } : {}),
  };
  return same(base, later.base) ? null : base;
}

/**
 * The base of a later entry once an earlier one was taken back: where it stood on that one's changes, on what was before them. That
 * is what the helpdesk's row said when the later one was made, unless one of `beneath` still lies between.
 */
export function withoutChanges(
  base: Base,
  { action: { changes }, base: before }: OutboxEntry,
  beneath: readonly OutboxEntry[],
): Base {
  const isBare = (isTouched: (lower: TicketChanges) => boolean): boolean =>
    !beneath.some(({ action }) => isTouched(action.changes));
  const { under } = base;
  const back = Object.fromEntries(
    PLAIN.filter((field) => base.values[field] !== undefined && base.values[field] === changes[field]).map((field) => [
      field,
      under?.[field] !== undefined && isBare((lower) => lower[field] !== undefined)
        ? under[field]
        : before.values[field],
    ]),
  );
  const fields = Object.fromEntries(
    Object.entries(base.values.fields ?? {}).map(([id, value]) => {
      if (changes.fields?.[id] === undefined || !same(value, changes.fields[id])) return [id, value];
      const bare = under?.fields?.[id] !== undefined && isBare((lower) => lower.fields?.[id] !== undefined);
      return [id, (bare ? under.fields?.[id] : before.values.fields?.[id]) ?? null];
    }),
  );
  return { ...base, values: { ...base.values, ...back, ...(base.values.fields ? { fields } : {}) } };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
