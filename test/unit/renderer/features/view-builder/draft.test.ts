import { describe, expect, it } from 'vitest';
import { draftOf, isComplete, withText } from '../../../../../src/renderer/src/features/view-builder/draft.ts';
import {
  begun,
  CONDITION_FIELDS,
  operatorOf,
  operatorsOf,
  withOperator,
} from '../../../../../src/renderer/src/features/view-builder/operators.ts';
import type { Condition } from '../../../../../src/shared/domain/view.ts';

const NOW = Date.UTC(2026, 10, 23, 12);

/** The same condition with something to compare with. */
function filled(condition: Condition): Condition {
  if (condition.field === 'custom' && 'values' in condition) return { ...condition, id: 'Order number', values: ['7'] };
  if (condition.field === 'custom') return { ...condition, id: 'Order number' };
  if (condition.field === 'status') return { ...condition, values: ['open'] };
  if (condition.field === 'priority') return { ...condition, values: ['high', null] };
  if (condition.field === 'type') return { ...condition, values: ['task'] };
  if (condition.field === 'channel') return { ...condition, values: ['chat'] };
  if (condition.field === 'outbox') return { ...condition, values: ['held'] };
  if ('contains' in condition) return { ...condition, contains: 'late parcel' };
  return 'values' in condition ? { ...condition, values: ['Anna Lee'] } : condition;
}

describe('a draft', () => {
  it.each(CONDITION_FIELDS.flatMap((field) => operatorsOf(field).map((operator) => ({ field, operator }))))(
    'says $field $operator in text that is read as the same',
    ({ field, operator }) => {
      const asked = filled(withOperator(begun(field, NOW), operator, NOW));
      expect(operatorOf(asked)).toBe(operator);
      const rows = [{ key: 0, list: 'any', condition: asked }] as const;
      const { text } = withText({ rows, sort: { by: 'priority', descending: false }, groupBy: 'status' });
      expect(draftOf(text)).toEqual({
        text,
        rows,
        sort: { by: 'priority', descending: false },
        groupBy: 'status',
      });
    },
  );

  it('leaves out of the text what has no value yet, and keeps it among the conditions', () => {
    const rows = [
      { key: 0, list: 'all', condition: { field: 'unread', is: true } },
      { key: 1, list: 'all', condition: { field: 'tag', is: true, values: [] } },
      { key: 2, list: 'any', condition: { field: 'subject', is: false, contains: ' ' } },
    ] as const;
    const draft = withText({ rows, sort: { by: 'updated', descending: true }, groupBy: null });
    expect(draft.text).toBe('is:unread');
    expect(draft.rows).toEqual(rows);
    expect(rows.map(({ condition }) => isComplete(condition))).toEqual([true, false, false]);
  });

  it('keeps the fields one is in while the text changes, and stays as it was while it cannot be read', () => {
    const before = draftOf('status:open tag:vip');
    const after = draftOf('status:new tag:vip is:unread', before?.rows);
    expect(after?.rows.map(({ key }) => key)).toEqual([0, 1, 2]);
    expect(draftOf('status:', before?.rows)).toBeNull();
  });
});
